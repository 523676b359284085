/// A point on earth in degrees of WGS 84.
struct GeoPoint: Hashable {
  let longitude: Double
  let latitude: Double

  /// Takes degrees; nil where there is no such point.
  init?(longitude: Double, latitude: Double) {
    guard (-180...180).contains(longitude), (-90...90).contains(latitude) else { return nil }
    self.longitude = longitude
    self.latitude = latitude
  }

  /// Reads degrees as texts.
  init?(longitude: String, latitude: String) {
    guard let longitude = Self.number(longitude), let latitude = Self.number(latitude) else {
      return nil
    }
    self.init(longitude: longitude, latitude: latitude)
  }

  /// Reads a point in well-known text, with the longitude first unless EPSG:4326 says otherwise.
  ///
  /// - SeeAlso: GeoSPARQL 1.0, section "Well-Known Text (serialization=WKT)".
  init?(wkt: String) {
    var text = wkt.drop(while: \.isWhitespace)
    var isLatitudeFirst = false
    if text.first == "<" {
      guard let end = text.firstIndex(of: ">") else { return nil }
      switch text[text.index(after: text.startIndex)..<end] {
      case "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
        "http://www.opengis.net/def/crs/OGC/0/CRS84":
        break
      case "http://www.opengis.net/def/crs/EPSG/0/4326": isLatitudeFirst = true
      default: return nil
      }
      text = text[text.index(after: end)...].drop(while: \.isWhitespace)
    }
    guard text.prefix(5).uppercased() == "POINT",
      let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close,
      text[text.index(after: close)...].allSatisfy(\.isWhitespace)
    else { return nil }
    let dimensions = text[text.index(text.startIndex, offsetBy: 5)..<open]
      .filter { !$0.isWhitespace }.uppercased()
    let numbers = text[text.index(after: open)..<close].split(whereSeparator: \.isWhitespace)
    guard ["", "Z", "M", "ZM"].contains(dimensions), (2...4).contains(numbers.count) else {
      return nil
    }
    let first = String(numbers[0])
    let second = String(numbers[1])
    self.init(
      longitude: isLatitudeFirst ? second : first, latitude: isLatitudeFirst ? first : second)
  }

  private static let digits = Set("0123456789+-.eE".utf8)

  private static func number(_ text: String) -> Double? {
    text.utf8.allSatisfy(digits.contains) ? Double(text) : nil
  }
}
