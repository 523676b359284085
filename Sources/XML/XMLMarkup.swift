/// Literal markup with escaped text, to be written in one go.
public struct XMLMarkup: ~Copyable {
  var bytes: [UInt8] = []

  /// Begins with nothing.
  public init() {}

  /// Appends `<name attribute="value">`, without its end.
  ///
  /// - Throws: ``XMLError/character(_:in:)``.
  public mutating func open(
    _ name: StaticString, _ attributes: [(name: StaticString, value: String)]
  ) throws(XMLError) {
    bytes.append(UInt8(ascii: "<"))
    append(name)
    for attribute in attributes {
      try XMLOutput.checkCharacters(attribute.value)
      bytes.append(UInt8(ascii: " "))
      append(attribute.name)
      bytes.append(contentsOf: "=\"".utf8)
      escape(attribute.value, isAttribute: true)
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: ">"))
  }

  /// Appends escaped text.
  ///
  /// - Throws: ``XMLError/character(_:in:)``.
  public mutating func text(_ text: String) throws(XMLError) {
    try XMLOutput.checkCharacters(text)
    escape(text, isAttribute: false)
  }

  /// Appends `</name>`.
  public mutating func close(_ name: StaticString) {
    bytes.append(contentsOf: "</".utf8)
    append(name)
    bytes.append(UInt8(ascii: ">"))
  }

  /// Appends a line feed.
  public mutating func newLine() {
    bytes.append(0x0A)
  }

  private mutating func append(_ name: StaticString) {
    bytes.append(contentsOf: name.description.utf8)
  }

  private mutating func escape(_ text: String, isAttribute: Bool) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\"") where isAttribute: bytes.append(contentsOf: "&quot;".utf8)
      case 0x0D: bytes.append(contentsOf: "&#13;".utf8)
      case 0x09 where isAttribute: bytes.append(contentsOf: "&#9;".utf8)
      case 0x0A where isAttribute: bytes.append(contentsOf: "&#10;".utf8)
      default: bytes.append(byte)
      }
    }
  }
}
