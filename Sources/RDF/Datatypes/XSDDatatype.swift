/// A datatype of XML Schema that RDF uses.
///
/// Those that RDF 1.1 calls unsuitable, such as xsd:QName and xsd:ENTITY, are not among them.
///
/// - SeeAlso: RDF 1.1 Concepts, section 5.1 (The XML Schema Built-in Datatypes).
public enum XSDDatatype: String, CaseIterable, Sendable {
  case string, boolean, decimal, integer, double, float
  case date, time, dateTime, dateTimeStamp
  case gYear, gMonth, gDay, gYearMonth, gMonthDay
  case duration, yearMonthDuration, dayTimeDuration
  case byte, short, int, long, unsignedByte, unsignedShort, unsignedInt, unsignedLong
  case positiveInteger, nonNegativeInteger, negativeInteger, nonPositiveInteger
  case hexBinary, base64Binary, anyURI
  case language, normalizedString, token
  case nmtoken = "NMTOKEN"
  case name = "Name"
  case ncName = "NCName"

  /// The datatype of an IRI, or nil of another.
  public init?(iri: some StringProtocol) {
    guard iri.hasPrefix(Namespace.xsd) else { return nil }
    self.init(localName: iri.utf8.dropFirst(Namespace.xsd.utf8.count))
  }

  /// The datatype of a name in XML Schema's namespace.
  init?(localName: some Sequence<UInt8>) {
    guard let found = Self.byName[String(decoding: Array(localName), as: UTF8.self)] else {
      return nil
    }
    self = found
  }

  private static let byName = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

  /// The IRI.
  public var iri: String { Namespace.xsd + rawValue }

  /// The datatype that it is derived from, or nil of a primitive one.
  ///
  /// - SeeAlso: XML Schema 1.1 Part 2, section 3 (the built-in datatype hierarchy).
  public var base: XSDDatatype? {
    switch self {
    case .integer: .decimal
    case .nonNegativeInteger, .nonPositiveInteger, .long: .integer
    case .int: .long
    case .short: .int
    case .byte: .short
    case .positiveInteger, .unsignedLong: .nonNegativeInteger
    case .unsignedInt: .unsignedLong
    case .unsignedShort: .unsignedInt
    case .unsignedByte: .unsignedShort
    case .negativeInteger: .nonPositiveInteger
    case .dateTimeStamp: .dateTime
    case .yearMonthDuration, .dayTimeDuration: .duration
    case .normalizedString: .string
    case .token: .normalizedString
    case .language, .nmtoken, .name: .token
    case .ncName: .name
    case .string, .boolean, .decimal, .double, .float, .date, .time, .dateTime, .gYear, .gMonth,
      .gDay, .gYearMonth, .gMonthDay, .duration, .hexBinary, .base64Binary, .anyURI:
      nil
    }
  }

  /// The least and the greatest value of a datatype derived from integer, as they are written.
  var integerBounds: (low: StaticString?, high: StaticString?)? {
    switch self {
    case .integer: (nil, nil)
    case .nonNegativeInteger: ("0", nil)
    case .positiveInteger: ("1", nil)
    case .nonPositiveInteger: (nil, "0")
    case .negativeInteger: (nil, "-1")
    case .long: ("-9223372036854775808", "9223372036854775807")
    case .int: ("-2147483648", "2147483647")
    case .short: ("-32768", "32767")
    case .byte: ("-128", "127")
    case .unsignedLong: ("0", "18446744073709551615")
    case .unsignedInt: ("0", "4294967295")
    case .unsignedShort: ("0", "65535")
    case .unsignedByte: ("0", "255")
    default: nil
    }
  }
}
