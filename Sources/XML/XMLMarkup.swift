/// Literal markup with escaped text, to be written in one go.
public struct XMLMarkup: ~Copyable {
  var bytes: [UInt8] = []

  /// What it holds.
  public var written: [UInt8] { bytes }

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
    for one in attributes { try attribute(one.name, one.value) }
    bytes.append(UInt8(ascii: ">"))
  }

  /// Appends `<name attribute="value"/>`.
  ///
  /// - Throws: ``XMLError/character(_:in:)``.
  public mutating func empty(
    _ name: StaticString, _ attributes: [(name: StaticString, value: String)]
  ) throws(XMLError) {
    try open(name, attributes)
    bytes.removeLast()
    bytes.append(contentsOf: "/>".utf8)
  }

  /// Appends ` name="value"` to a start tag that is still open.
  ///
  /// - Throws: ``XMLError/character(_:in:)``.
  public mutating func attribute(_ name: StaticString, _ value: String) throws(XMLError) {
    try XMLOutput.checkCharacters(value)
    bytes.append(UInt8(ascii: " "))
    append(name)
    bytes.append(contentsOf: "=\"".utf8)
    escape(value, isAttribute: true)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends escaped text.
  ///
  /// - Throws: ``XMLError/character(_:in:)``.
  public mutating func text(_ text: String) throws(XMLError) {
    try XMLOutput.checkCharacters(text)
    escape(text, isAttribute: false)
  }

  /// Appends escaped text from a part of some bytes of UTF-8.
  ///
  /// - Returns: whether parsers hand it out in one piece, for it has no entities and no line ends.
  /// - Throws: ``XMLError/character(_:in:)``.
  @discardableResult
  public mutating func text(_ text: [UInt8], _ range: Range<Int>) throws(XMLError) -> Bool {
    var position = range.lowerBound
    var isWhole = true
    while position < range.upperBound {
      let end = Self.plainEnd(text, position, range.upperBound)
      append(text, position..<end)
      guard end < range.upperBound else { return isWhole }
      switch text[end] {
      case UInt8(ascii: ">") where !Self.endsSection(text, range.lowerBound..<end):
        bytes.append(UInt8(ascii: ">"))
      case 0x09: bytes.append(0x09)
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), 0x0A, 0x0D:
        isWhole = false
        appendEntity(text[end])
      case let byte:
        // U+FFFE and U+FFFF: EF BF BE, EF BF BF.
        let isOutside =
          byte < 0x20
          || end + 2 < range.upperBound && text[end + 1] == 0xBF && text[end + 2] >= 0xBE
        if isOutside { try XMLOutput.checkCharacters(String(decoding: text[range], as: UTF8.self)) }
        bytes.append(byte)
      }
      position = end + 1
    }
    return isWhole
  }

  /// Whether a text ends in `]]`, after which a `>` would end a section.
  private static func endsSection(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    range.count >= 2 && text[range.upperBound - 1] == UInt8(ascii: "]")
      && text[range.upperBound - 2] == UInt8(ascii: "]")
  }

  private mutating func appendEntity(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
    case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
    case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
    case 0x0D: bytes.append(contentsOf: "&#13;".utf8)
    default: bytes.append(byte)
    }
  }

  /// Appends markup as it is.
  public mutating func markup(_ markup: [UInt8]) {
    append(markup, markup.indices)
  }

  /// Appends a whole number that is not negative.
  public mutating func number(_ number: Int) {
    var power = 1
    while number / power >= 10 { power *= 10 }
    while power > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / power % 10))
      power /= 10
    }
  }

  /// Appends text as one CDATA section, or as several where it has `]]>` in it, for readers that
  /// keep but the last of the pieces that entities make; a carriage return becomes a line feed.
  ///
  /// - Returns: whether parsers hand it out in one piece, for it is one section without line ends.
  /// - Throws: ``XMLError/character(_:in:)``.
  @discardableResult
  public mutating func cdata(_ text: [UInt8], _ range: Range<Int>) throws(XMLError) -> Bool {
    try XMLOutput.checkCharacters(String(decoding: text[range], as: UTF8.self))
    bytes.append(contentsOf: "<![CDATA[".utf8)
    var end = 0
    var isWhole = true
    for position in range {
      let byte = text[position]
      if byte == UInt8(ascii: ">"), end >= 2 {
        bytes.append(contentsOf: "]]><![CDATA[".utf8)
        isWhole = false
      }
      end = byte == UInt8(ascii: "]") ? end + 1 : 0
      if byte == 0x0A || byte == 0x0D { isWhole = false }
      // XML's own rule for line ends, which not all parsers keep in a section.
      if byte != 0x0D {
        bytes.append(byte)
      } else if position + 1 == range.upperBound || text[position + 1] != 0x0A {
        bytes.append(0x0A)
      }
    }
    bytes.append(contentsOf: "]]>".utf8)
    return isWhole
  }

  /// Whether a text has a byte that is not written as it is.
  public static func needsEscape(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    var position = range.lowerBound
    while true {
      position = plainEnd(text, position, range.upperBound)
      guard position < range.upperBound else { return false }
      switch text[position] {
      case UInt8(ascii: "&"), UInt8(ascii: "<"), 0x0D: return true
      case UInt8(ascii: ">") where endsSection(text, range.lowerBound..<position): return true
      default: position += 1
      }
    }
  }

  /// How many bytes it has.
  public var count: Int { bytes.count }

  /// Begins anew.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
  }

  private mutating func append(_ other: [UInt8], _ range: Range<Int>) {
    unsafe other.withUnsafeBytes { buffer in
      unsafe bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: buffer[range]))
    }
  }

  /// Where the first byte stands that cannot be copied as it is, eight bytes looked at in one go.
  private static func plainEnd(_ text: [UInt8], _ start: Int, _ end: Int) -> Int {
    unsafe text.withUnsafeBytes { buffer in
      var position = start
      while position + 8 <= end {
        let word = UInt64(
          littleEndian: unsafe buffer.loadUnaligned(fromByteOffset: position, as: UInt64.self))
        let found =
          below20(word) | zero(word ^ every(0x26)) | zero(word ^ every(0x3C))
          | zero(word ^ every(0x3E)) | zero(word ^ every(0xEF))
        if found != 0 { return position + found.trailingZeroBitCount / 8 }
        position += 8
      }
      while position < end {
        let byte = unsafe buffer[position]
        if byte < 0x20 || byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0xEF { break }
        position += 1
      }
      return position
    }
  }

  private static func every(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }

  /// The highest bit of the first byte that is zero, and maybe of later ones.
  private static func zero(_ word: UInt64) -> UInt64 {
    (word &- every(0x01)) & ~word & every(0x80)
  }

  /// The highest bit of the first byte below a space, and maybe of later ones.
  private static func below20(_ word: UInt64) -> UInt64 {
    (word &- every(0x20)) & ~word & every(0x80)
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

  /// Appends a part of a tag as it is.
  public mutating func append(_ part: StaticString) {
    part.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }

  private mutating func escape(_ text: String, isAttribute: Bool) {
    var brackets = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: ">") where !isAttribute && brackets < 2: bytes.append(byte)
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), 0x0D: appendEntity(byte)
      case UInt8(ascii: "\"") where isAttribute: bytes.append(contentsOf: "&quot;".utf8)
      case 0x09 where isAttribute: bytes.append(contentsOf: "&#9;".utf8)
      case 0x0A where isAttribute: bytes.append(contentsOf: "&#10;".utf8)
      default: bytes.append(byte)
      }
      brackets = byte == UInt8(ascii: "]") ? brackets + 1 : 0
    }
  }
}
