/// The value of a literal, as far as values are compared.
///
/// - SeeAlso: XML Schema 1.1 Part 2, section 4.2.1 (order); SPARQL 1.1 Query Language, section 17.3.
public enum LiteralValue: Hashable, Sendable {
  /// A decimal or an integer of any kind.
  case decimal(DecimalNumber)
  /// A float.
  case float(Float)
  /// A double.
  case double(Double)
  /// A date, a time, both, or a part of a date.
  case moment(Moment)
  /// A duration.
  case timespan(Timespan)
  /// A string.
  case string(String)
  /// A boolean.
  case boolean(Bool)

  /// Reads a lexical form; nil when it is none of its datatype, or has no order here.
  public init?(_ lexical: String, datatype: String) {
    guard let datatype = XSDDatatype(iri: datatype) else { return nil }
    self.init(Array(lexical.utf8).span, datatype)
  }

  /// Reads a lexical form; nil when it is none of its datatype, or has no order here.
  public init?(_ lexical: Span<UInt8>, _ datatype: XSDDatatype) {
    let text = lexical.extracting(XSD.collapsed(lexical))
    switch datatype {
    case .string, .normalizedString, .token, .language, .name, .ncName, .nmtoken:
      guard XSD.form(lexical, datatype) == .valid else { return nil }
      self = .string(Self.string(lexical))
    case .boolean:
      guard XSD.form(lexical, datatype) == .valid else { return nil }
      self = .boolean(text[0] == UInt8(ascii: "t") || text[0] == UInt8(ascii: "1"))
    case .double:
      guard let number = Self.number(text, Double.init(_:)) else { return nil }
      self = .double(number)
    case .float:
      guard let number = Self.number(text, Float.init(_:)) else { return nil }
      self = .float(number)
    case .date, .time, .dateTime, .dateTimeStamp, .gYear, .gMonth, .gDay, .gYearMonth, .gMonthDay:
      guard let form = TimeForm(text, datatype), let moment = Moment(form, datatype) else {
        return nil
      }
      self = .moment(moment)
    case .duration, .yearMonthDuration, .dayTimeDuration:
      guard let form = DurationForm(text, datatype), let timespan = Timespan(form) else {
        return nil
      }
      self = .timespan(timespan)
    case .hexBinary, .base64Binary, .anyURI: return nil
    case .decimal, .integer, .byte, .short, .int, .long, .unsignedByte, .unsignedShort,
      .unsignedInt, .unsignedLong, .positiveInteger, .nonNegativeInteger, .negativeInteger,
      .nonPositiveInteger:
      guard let form = NumberForm(text), form.exponent == nil,
        datatype == .decimal || form.isInteger(in: datatype.integerBounds, text)
      else { return nil }
      self = .decimal(DecimalNumber(form, text))
    }
  }

  private static func string(_ text: Span<UInt8>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    for place in text.indices { bytes.append(text[place]) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func number<Number: BinaryFloatingPoint>(
    _ text: Span<UInt8>, _ read: (String) -> Number?
  ) -> Number? {
    if TextForm.isOne(of: ["INF", "+INF"], text) { return .infinity }
    if TextForm.isOne(of: ["-INF"], text) { return -.infinity }
    if TextForm.isOne(of: ["NaN"], text) { return .nan }
    guard NumberForm(text) != nil else { return nil }
    return read(string(text))
  }

  /// Below 0, 0 or above 0 as this value is less than, equal to or greater than another; nil where
  /// the two have no order, such as a time with a zone and one without less than 14 hours apart.
  ///
  /// Numbers of two kinds are brought to the wider one: decimal, float, double.
  public func compared(to other: LiteralValue) -> Int? {
    switch (self, other) {
    case (.decimal(let left), .decimal(let right)): return left.compared(to: right)
    case (.moment(let left), .moment(let right)): return left.compared(to: right)
    case (.timespan(let left), .timespan(let right)): return left.compared(to: right)
    case (.string(let left), .string(let right)):
      // In UTF-8 bytes have the order of code points.
      return left.utf8.elementsEqual(right.utf8)
        ? 0 : left.utf8.lexicographicallyPrecedes(right.utf8) ? -1 : 1
    case (.boolean(let left), .boolean(let right)): return left == right ? 0 : right ? -1 : 1
    case (.double, _), (_, .double):
      guard let left = double, let right = other.double else { return nil }
      return Self.order(left, right)
    default:
      guard let left = float, let right = other.float else { return nil }
      return Self.order(left, right)
    }
  }

  private static func order<Number: BinaryFloatingPoint>(_ left: Number, _ right: Number) -> Int? {
    guard !left.isNaN, !right.isNaN else { return nil }
    return left == right ? 0 : left < right ? -1 : 1
  }

  private var double: Double? {
    switch self {
    case .double(let number): number
    case .float(let number): Double(number)
    case .decimal(let number): Double(number.lexical)
    default: nil
    }
  }

  private var float: Float? {
    switch self {
    case .float(let number): number
    case .decimal(let number): Float(number.lexical)
    default: nil
    }
  }
}
