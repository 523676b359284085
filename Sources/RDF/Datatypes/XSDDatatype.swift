/// A datatype of XML Schema that RDF uses.
///
/// Those that RDF 1.1 calls unsuitable, such as xsd:QName and xsd:ENTITY, are not among them.
///
/// - SeeAlso: RDF 1.1 Concepts, section 5.1 (The XML Schema Built-in Datatypes).
public enum XSDDatatype: String, CaseIterable, Sendable {
  /// Text.
  case string
  /// True or false.
  case boolean
  /// A decimal number of any size.
  case decimal
  /// A whole number of any size.
  case integer
  /// A binary number of 64 bits.
  case double
  /// A binary number of 32 bits.
  case float
  /// A day.
  case date
  /// A time of day.
  case time
  /// A day and time, with or without a time zone.
  case dateTime
  /// A day and time with a time zone.
  case dateTimeStamp
  /// A year.
  case gYear
  /// A month of each year.
  case gMonth
  /// A day of each month.
  case gDay
  /// A month of a year.
  case gYearMonth
  /// A day of each year.
  case gMonthDay
  /// A length of time.
  case duration
  /// A length of time in years and months.
  case yearMonthDuration
  /// A length of time in days, hours, minutes and seconds.
  case dayTimeDuration
  /// A whole number of 8 bits.
  case byte
  /// A whole number of 16 bits.
  case short
  /// A whole number of 32 bits.
  case int
  /// A whole number of 64 bits.
  case long
  /// A whole number of 8 bits from 0 on.
  case unsignedByte
  /// A whole number of 16 bits from 0 on.
  case unsignedShort
  /// A whole number of 32 bits from 0 on.
  case unsignedInt
  /// A whole number of 64 bits from 0 on.
  case unsignedLong
  /// A whole number above 0.
  case positiveInteger
  /// A whole number from 0 on.
  case nonNegativeInteger
  /// A whole number below 0.
  case negativeInteger
  /// A whole number up to 0.
  case nonPositiveInteger
  /// Bytes in hexadecimal digits.
  case hexBinary
  /// Bytes in Base64.
  case base64Binary
  /// An IRI, or any other text: XML Schema 1.1 refuses none.
  case anyURI
  /// A language tag.
  case language
  /// Text without tabs and line ends.
  case normalizedString
  /// Text without spaces to spare.
  case token
  /// Characters of an XML name.
  case nmtoken = "NMTOKEN"
  /// An XML name.
  case name = "Name"
  /// An XML name without a colon.
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
