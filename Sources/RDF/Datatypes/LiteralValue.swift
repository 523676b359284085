/// The value of a literal, as far as values are compared.
///
/// - SeeAlso: XML Schema 1.1 Part 2, section 4.2.1 (order); SPARQL 1.1 Query Language,
///   section 17.3.
public enum LiteralValue: Hashable, Sendable {
  /// A decimal of any length: its sign, its digits before and after the point, no zeros to spare.
  case decimal(isNegative: Bool, whole: String, fraction: String)
  /// A float or double.
  case double(Double)
  /// A date or a date with time, as seconds and the minutes its zone is ahead, if it says one.
  case time(Double, zone: Int?, isDate: Bool)
  /// A string.
  case string(String)
  /// A boolean.
  case boolean(Bool)

  /// Reads a lexical form; nil when it is none of its datatype, or has no order here.
  public init?(_ lexical: String, datatype: String) {
    guard XSD.isValid(lexical, datatype: datatype) == true else { return nil }
    let text = XSD.collapsed(lexical)
    switch datatype.hasPrefix(Namespace.xsd) ? datatype.dropFirst(Namespace.xsd.count) : "" {
    case "string", "normalizedString", "token": self = .string(lexical)
    case "boolean": self = .boolean(text == "true" || text == "1")
    case "double", "float":
      let number =
        switch text {
        case "INF", "+INF": Double.infinity
        case "-INF": -Double.infinity
        default: Double(text) ?? Double.nan
        }
      self = .double(number)
    case "date", "dateTime", "dateTimeStamp":
      guard let time = Self.time(text) else { return nil }
      self = time
    case "decimal", "integer", "nonNegativeInteger", "positiveInteger", "nonPositiveInteger",
      "negativeInteger", "long", "int", "short", "byte", "unsignedLong", "unsignedInt",
      "unsignedShort", "unsignedByte":
      self = Self.decimal(text)
    default: return nil
    }
  }

  private static func decimal(_ text: String) -> LiteralValue {
    let digits = text.drop { $0 == "+" || $0 == "-" }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let whole = String((parts.first ?? "").drop { $0 == "0" })
    let fraction =
      parts.count > 1 ? String(parts[1].reversed().drop { $0 == "0" }.reversed()) : ""
    let isZero = whole.isEmpty && fraction.isEmpty
    return .decimal(isNegative: text.hasPrefix("-") && !isZero, whole: whole, fraction: fraction)
  }

  private static func time(_ text: String) -> LiteralValue? {
    var body = Substring(text)
    var zone: Int?
    if body.hasSuffix("Z") {
      body = body.dropLast()
      zone = 0
    } else if let sign = body.suffix(6).first, sign == "+" || sign == "-",
      body.suffix(3).first == ":", body.utf8.count > 15 || !body.contains("T")
    {
      let field = body.suffix(6)
      let minutes =
        (Int(field.dropFirst().prefix(2)) ?? 0) * 60 + (Int(field.suffix(2)) ?? 0)
      zone = sign == "-" ? -minutes : minutes
      body = body.dropLast(6)
    }
    let halves = body.split(separator: "T", maxSplits: 1)
    guard let day = halves.first, let year = Int(day.dropLast(6)),
      let month = Int(day.suffix(5).prefix(2)), let date = Int(day.suffix(2))
    else { return nil }
    var seconds = Double(days(year, month, date)) * 86_400
    if halves.count == 2 {
      let clock = halves[1].split(separator: ":").map { Double($0) ?? 0 }
      guard clock.count == 3 else { return nil }
      seconds += clock[0] * 3_600 + clock[1] * 60 + clock[2]
    }
    return .time(seconds, zone: zone, isDate: halves.count == 1)
  }

  /// The value of an xsd:date without a zone.
  static func day(_ day: CalendarDate) -> LiteralValue {
    .time(Double(days(day.year, day.month, day.day)) * 86_400, zone: nil, isDate: true)
  }

  /// Days from 1 March of the year 0.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month > 2 ? year : year - 1
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
  }

  /// Below 0, 0 or above 0 as this value is less than, equal to or greater than another; nil where
  /// the two have no order, such as a time with a zone and one without less than 14 hours apart.
  public func compared(to other: LiteralValue) -> Int? {
    switch (self, other) {
    case (
      .decimal(let sign, let whole, let fraction), .decimal(let sign2, let whole2, let fraction2)
    ):
      if sign != sign2 { return sign ? -1 : 1 }
      var order = 0
      if whole.utf8.count != whole2.utf8.count {
        order = whole.utf8.count < whole2.utf8.count ? -1 : 1
      } else if whole != whole2 {
        order = whole < whole2 ? -1 : 1
      } else if fraction != fraction2 {
        order = fraction < fraction2 ? -1 : 1
      }
      return sign ? -order : order
    case (.string(let left), .string(let right)):
      return left.unicodeScalars.elementsEqual(right.unicodeScalars)
        ? 0 : left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars) ? -1 : 1
    case (.boolean(let left), .boolean(let right)):
      return left == right ? 0 : right ? -1 : 1
    case (.time(let left, let zone, let isDate), .time(let right, let zone2, let isDate2)):
      guard isDate == isDate2 else { return nil }
      let first = left - Double(zone ?? 0) * 60
      let second = right - Double(zone2 ?? 0) * 60
      if (zone == nil) != (zone2 == nil), abs(first - second) <= 14 * 3_600 { return nil }
      return first == second ? 0 : first < second ? -1 : 1
    default:
      guard let left = number, let right = other.number, !left.isNaN, !right.isNaN else {
        return nil
      }
      return left == right ? 0 : left < right ? -1 : 1
    }
  }

  private var number: Double? {
    switch self {
    case .double(let number): number
    case .decimal(let isNegative, let whole, let fraction):
      Double(
        "\(isNegative ? "-" : "")\(whole.isEmpty ? "0" : whole).\(fraction.isEmpty ? "0" : fraction)"
      )
    default: nil
    }
  }
}
