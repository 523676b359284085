/// The syntax of absolute IRIs, over bytes.
///
/// - SeeAlso: RFC 3987, section 2.2; RDF 1.1 Concepts, section 3.2.
public enum IRISyntax {
  /// What keeps a text from being an absolute IRI.
  public enum Fault: Hashable, Sendable, CustomStringConvertible {
    /// There is nothing.
    case empty
    /// It does not begin with a scheme, such as `https:`.
    case noScheme
    /// A character that no IRI holds, at a byte offset.
    case character(UInt32, offset: Int)
    /// A percent sign that two hexadecimal digits do not follow, at a byte offset.
    case percent(offset: Int)
    /// A port that is not a number.
    case port
    /// The bytes are not UTF-8.
    case encoding

    /// The fault in plain words.
    public var description: String {
      switch self {
      case .empty: "it is empty"
      case .noScheme: "it does not begin with a scheme such as \"https:\""
      case .character(let scalar, let offset):
        "\(Self.name(of: scalar)) after \(offset) bytes is not allowed; write it percent-encoded"
      case .percent(let offset):
        "the \"%\" after \(offset) bytes is not followed by two hexadecimal digits"
      case .port: "the port is not a number"
      case .encoding: "its bytes are not UTF-8"
      }
    }

    private static func name(of scalar: UInt32) -> String {
      if scalar == 0x20 { return "a space" }
      if scalar > 0x20, scalar < 0x7F, let visible = Unicode.Scalar(scalar) {
        return "\"\(visible)\""
      }
      let digits = String(scalar, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
  }

  /// Finds the first fault of a text as an absolute IRI, or nil when it is one.
  ///
  /// Schemes are not looked up, and a path with dots is left as it is.
  public static func fault(in text: Span<UInt8>) -> Fault? {
    guard !text.isEmpty else { return .empty }
    guard let colon = schemeEnd(of: text) else { return .noScheme }
    var position = colon + 1
    guard position + 1 < text.count, text[position] == UInt8(ascii: "/"),
      text[position + 1] == UInt8(ascii: "/")
    else { return fault(in: text, afterAuthorityFrom: position) }
    position += 2
    var portStart: Int?
    var isInBrackets = false
    while position < text.count {
      if let fault = fault(ofCharacterAt: position, in: text) { return fault }
      let byte = text[position]
      switch byte {
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"):
        return fault(in: text, afterAuthorityFrom: position)
      case UInt8(ascii: "["): isInBrackets = true
      case UInt8(ascii: "]"): isInBrackets = false
      case UInt8(ascii: "@"): portStart = nil
      case UInt8(ascii: ":") where !isInBrackets: portStart = position + 1
      default:
        if portStart != nil, byte < 0x30 || byte > 0x39,
          byte >= 0x80 || !hasUserInformation(text, from: position)
        {
          return .port
        }
      }
      position += width(of: byte)
    }
    return nil
  }

  /// Finds the first fault of an IRI's path, query and fragment, which begin at a position.
  static func fault(in text: Span<UInt8>, afterAuthorityFrom start: Int) -> Fault? {
    var position = start
    while true {
      while position < text.count, isPlain(text[position]) { position += 1 }
      guard position < text.count else { return nil }
      let byte = text[position]
      if let fault = fault(ofCharacterAt: position, in: text) { return fault }
      if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") {
        return .character(UInt32(byte), offset: position)
      }
      position += width(of: byte)
    }
  }

  /// Whether a byte is a letter, a digit or one of `-./_`, which nearly all of a path is made of.
  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    let low: UInt64 = 0x03FF_E000_0000_0000
    let high: UInt64 = 0x07FF_FFFE_87FF_FFFE
    return byte < 64 ? low >> byte & 1 != 0 : byte < 128 && high >> (byte - 64) & 1 != 0
  }

  /// What keeps a character from standing anywhere in an IRI.
  @inline(__always)
  private static func fault(ofCharacterAt position: Int, in text: Span<UInt8>) -> Fault? {
    let byte = text[position]
    if byte >= 0x80 {
      guard let (scalar, _) = decode(text, at: position) else { return .encoding }
      return isAllowed(scalar) ? nil : .character(scalar, offset: position)
    }
    if byte == UInt8(ascii: "%") {
      guard position + 2 < text.count, isHexDigit(text[position + 1]),
        isHexDigit(text[position + 2])
      else { return .percent(offset: position) }
      return nil
    }
    return isAllowedASCII(byte) ? nil : .character(UInt32(byte), offset: position)
  }

  /// How many bytes a character has that begins with a byte.
  private static func width(of first: UInt8) -> Int {
    first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
  }

  /// Finds the first fault of a string as an absolute IRI, or nil when it is one.
  public static func fault(in text: String) -> Fault? {
    fault(in: Array(text.utf8).span)
  }

  /// The offset of the colon that ends the scheme, or nil without one.
  package static func schemeEnd(of text: Span<UInt8>) -> Int? {
    guard let first = text.isEmpty ? nil : text[0], isLetter(first) else { return nil }
    for position in 1..<text.count {
      let byte = text[position]
      if byte == UInt8(ascii: ":") { return position }
      let isSchemeByte =
        isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "+")
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      if !isSchemeByte { return nil }
    }
    return nil
  }

  private static func hasUserInformation(_ text: Span<UInt8>, from start: Int) -> Bool {
    for position in start..<text.count {
      switch text[position] {
      case UInt8(ascii: "@"): return true
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return false
      default: continue
      }
    }
    return false
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
  }

  private static func isAllowedASCII(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x7F: false
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "{"),
      UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "\\"), UInt8(ascii: "^"),
      UInt8(ascii: "`"):
      false
    default: true
    }
  }

  /// Whether a scalar beyond ASCII is one of ucschar or iprivate.
  package static func isAllowed(_ scalar: UInt32) -> Bool {
    scalar >= 0xA0 && scalar & 0xFFFE != 0xFFFE && !(0xFDD0...0xFDEF).contains(scalar)
      && !(0xFFF0...0xFFFF).contains(scalar)
  }

  /// Decodes one scalar of UTF-8, or nil where the bytes are not UTF-8.
  package static func decode(_ text: Span<UInt8>, at position: Int) -> (
    scalar: UInt32, length: Int
  )? {
    let first = text[position]
    let length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard length > 0, first < 0xF5, position + length <= text.count else { return nil }
    guard length > 1 else { return (UInt32(first), 1) }
    var scalar = UInt32(first) & (0x7F >> UInt32(length))
    for index in 1..<length {
      let byte = text[position + index]
      guard byte & 0xC0 == 0x80 else { return nil }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
    }
    guard Unicode.Scalar(scalar) != nil, length < 3 || scalar >= (length == 3 ? 0x800 : 0x10000)
    else { return nil }
    return (scalar, length)
  }
}
