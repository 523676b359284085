/// Writes JSON, one value after the other, without spaces.
///
/// The caller opens and closes objects and arrays in order; commas are put where they belong.
///
/// - SeeAlso: RFC 8259, section 10 (generators).
public struct JSONWriter: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false
  private var needsLine = false

  /// Makes a writer of an empty text.
  public init() {}

  /// Opens an object.
  public mutating func beginObject() { open(UInt8(ascii: "{")) }

  /// Closes an object.
  public mutating func endObject() { close(UInt8(ascii: "}")) }

  /// Opens an array.
  public mutating func beginArray() { open(UInt8(ascii: "[")) }

  /// Closes an array.
  public mutating func endArray() { close(UInt8(ascii: "]")) }

  /// Writes the key of the member whose value comes next.
  public mutating func key(_ key: String) {
    value(key)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Puts what comes next, a value or the end of an array, on a line of its own.
  public mutating func breakLine() { needsLine = true }

  /// Writes a null.
  public mutating func null() {
    comma()
    bytes.append(contentsOf: "null".utf8)
  }

  /// Writes a number by its text, which is not checked.
  public mutating func number(_ text: String) {
    comma()
    bytes.append(contentsOf: text.utf8)
  }

  /// Writes a value of a document, with all that is in it.
  public mutating func value(_ value: JSONValue, of document: JSONDocument) {
    switch document.kind(of: value) {
    case .null: null()
    case .boolean: self.value(document.boolean(of: value))
    case .number: number(document.text(of: value))
    case .string: self.value(document.text(of: value))
    case .array:
      beginArray()
      for element in document.elements(of: value) { self.value(element, of: document) }
      endArray()
    case .object:
      beginObject()
      for (name, member) in document.members(of: value) {
        key(document.text(of: name))
        self.value(member, of: document)
      }
      endObject()
    }
  }

  /// Writes a whole number.
  public mutating func value(_ number: Int) {
    comma()
    bytes.append(contentsOf: String(number).utf8)
  }

  /// Writes a boolean.
  public mutating func value(_ flag: Bool) {
    comma()
    bytes.append(contentsOf: (flag ? "true" : "false").utf8)
  }

  /// Writes a string.
  public mutating func value(_ text: String) {
    comma()
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      case 0x0D: bytes.append(contentsOf: "\\r".utf8)
      case 0..<0x20, 0x7F:
        let digits = String(byte, radix: 16)
        bytes.append(contentsOf: "\\u00\(digits.utf8.count == 1 ? "0" : "")\(digits)".utf8)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func comma() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    endLine()
    needsComma = true
  }

  private mutating func open(_ byte: UInt8) {
    comma()
    bytes.append(byte)
    needsComma = false
  }

  private mutating func endLine() {
    if needsLine { bytes.append(0x0A) }
    needsLine = false
  }

  private mutating func close(_ byte: UInt8) {
    endLine()
    bytes.append(byte)
    needsComma = true
  }
}
