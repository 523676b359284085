internal import Foundation

/// A place on the Earth in degrees.
///
/// - SeeAlso: GeoSPARQL 1.0, section 8.5.1 (wktLiteral).
public struct Coordinates: Hashable, Sendable {
  /// Degrees north.
  public let latitude: Double
  /// Degrees east.
  public let longitude: Double

  /// Makes a place; nil beyond the poles or the date line.
  public init?(latitude: Double, longitude: Double) {
    guard abs(latitude) <= 90, abs(longitude) <= 180 else { return nil }
    self.latitude = latitude
    self.longitude = longitude
  }

  /// Reads a point in well-known text, longitude first; nil of anything else.
  public init?(wellKnownText text: String) {
    guard let open = text.lastIndex(of: "("), let close = text.lastIndex(of: ")"), open < close,
      text[..<open].uppercased().contains("POINT")
    else { return nil }
    let numbers = text[text.index(after: open)..<close].split(separator: " ").map { Double($0) }
    guard numbers.count >= 2, let longitude = numbers[0], let latitude = numbers[1] else {
      return nil
    }
    self.init(latitude: latitude, longitude: longitude)
  }

  /// The distance along the surface in kilometres, the Earth being a ball.
  public func distance(to other: Coordinates) -> Double {
    let radians = Double.pi / 180
    let north = (other.latitude - latitude) * radians / 2
    let east = (other.longitude - longitude) * radians / 2
    let half =
      sin(north) * sin(north)
      + cos(latitude * radians) * cos(other.latitude * radians) * sin(east) * sin(east)
    return 2 * 6371 * asin(min(1, half.squareRoot()))
  }
}
