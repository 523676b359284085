/// What a scalar without quotes and tag stands for, in YAML's core schema.
///
/// `yes`, `no`, `on`, `off`, `2024-11-15`, `1_000` and `12:30` are strings.
///
/// - SeeAlso: YAML 1.2.2, section 10.3.2.
enum YAMLScalar: Equatable {
  case null
  case boolean(Bool)
  case integer
  case float
  case string
  /// A number that JSON has no spelling for; the text says what it is.
  case unspeakable(String)

  init(_ text: String) {
    switch text {
    case "", "~", "null", "Null", "NULL": self = .null
    case "true", "True", "TRUE": self = .boolean(true)
    case "false", "False", "FALSE": self = .boolean(false)
    case ".nan", ".NaN", ".NAN": self = .unspeakable("not a number at all")
    default: self = Self.number(Array(text.utf8))
    }
  }

  private static func number(_ bytes: [UInt8]) -> YAMLScalar {
    let sign = bytes.first.flatMap { $0 == 0x2B || $0 == 0x2D ? $0 : nil }
    let unsigned = bytes.dropFirst(sign == nil ? 0 : 1)
    if [".inf", ".Inf", ".INF"].contains(where: { unsigned.elementsEqual($0.utf8) }) {
      return .unspeakable("infinity")
    }
    if sign == nil, bytes.count > 2, bytes[0] == 0x30 {
      let digits = bytes[2...]
      if bytes[1] == UInt8(ascii: "o"), digits.allSatisfy({ (0x30...0x37).contains($0) }) {
        return .unspeakable("an octal number")
      }
      if bytes[1] == UInt8(ascii: "x"), digits.allSatisfy(isHexDigit) {
        return .unspeakable("a hexadecimal number")
      }
    }
    return decimal(unsigned, hasPlus: sign == 0x2B)
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte & 0xDF)
  }

  private static func decimal(_ text: ArraySlice<UInt8>, hasPlus: Bool) -> YAMLScalar {
    var rest = text
    func digits() -> Int {
      let count = rest.prefix { (0x30...0x39).contains($0) }.count
      rest = rest.dropFirst(count)
      return count
    }
    let whole = digits()
    var fraction: Int?
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      fraction = digits()
    }
    guard whole > 0 || (fraction ?? 0) > 0 else { return .string }
    var hasExponent = false
    if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
      hasExponent = true
      rest = rest.dropFirst()
      if rest.first == 0x2B || rest.first == 0x2D { rest = rest.dropFirst() }
      guard digits() > 0 else { return .string }
    }
    guard rest.isEmpty else { return .string }
    if hasPlus { return .unspeakable("a number with a plus sign") }
    if whole == 0 { return .unspeakable("a number without a digit before its point") }
    if whole > 1, text.first == 0x30 { return .unspeakable("a number with a leading zero") }
    if fraction == 0 { return .unspeakable("a number without a digit after its point") }
    return fraction == nil && !hasExponent ? .integer : .float
  }
}
