/// Literal markup with escaped text, to be written in one go.
@safe public struct XMLMarkup: ~Copyable {
  private var bytes: UnsafeMutableRawPointer
  private var capacity = 1 << 10
  /// How many bytes it has.
  public private(set) var count = 0

  /// Begins with nothing.
  public init() {
    unsafe bytes = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 8)
  }

  deinit { unsafe bytes.deallocate() }

  /// What it holds.
  public var written: [UInt8] {
    unsafe Array(UnsafeRawBufferPointer(start: bytes, count: count))
  }

  @unsafe func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    unsafe body(UnsafeRawBufferPointer(start: bytes, count: count))
  }

  // MARK: Bytes

  @inline(__always)
  private mutating func reserve(_ extra: Int) {
    if count + extra > capacity { grow(count + extra) }
  }

  private mutating func grow(_ wanted: Int) {
    capacity = max(capacity * 2, wanted)
    let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 8)
    unsafe larger.copyMemory(from: bytes, byteCount: count)
    unsafe bytes.deallocate()
    unsafe bytes = larger
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8) {
    reserve(1)
    unsafe bytes.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count += 1
  }

  @inline(__always)
  @unsafe private mutating func append(_ other: UnsafeRawBufferPointer) {
    guard let source = other.baseAddress else { return }
    reserve(other.count)
    unsafe (bytes + count).copyMemory(from: source, byteCount: other.count)
    count += other.count
  }

  private mutating func append(_ other: [UInt8], _ range: Range<Int>) {
    unsafe other.withUnsafeBytes { unsafe append(UnsafeRawBufferPointer(rebasing: $0[range])) }
  }

  // MARK: Elements

  /// Appends `<name attribute="value">`, without its end.
  ///
  /// - Throws: ``XMLError/character(_:in:)``.
  public mutating func open(
    _ name: StaticString, _ attributes: [(name: StaticString, value: String)]
  ) throws(XMLError) {
    append(UInt8(ascii: "<"))
    append(name)
    for one in attributes { try attribute(one.name, one.value) }
    append(UInt8(ascii: ">"))
  }

  /// Appends `<name attribute="value"/>`.
  ///
  /// - Throws: ``XMLError/character(_:in:)``.
  public mutating func empty(
    _ name: StaticString, _ attributes: [(name: StaticString, value: String)]
  ) throws(XMLError) {
    try open(name, attributes)
    count -= 1
    append("/>")
  }

  /// Appends ` name="value"` to a start tag that is still open.
  ///
  /// - Throws: ``XMLError/character(_:in:)``.
  public mutating func attribute(_ name: StaticString, _ value: String) throws(XMLError) {
    try XMLOutput.checkCharacters(value)
    append(UInt8(ascii: " "))
    append(name)
    append("=\"")
    escape(value, isAttribute: true)
    append(UInt8(ascii: "\""))
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
        append(UInt8(ascii: ">"))
      case 0x09: append(0x09)
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), 0x0A, 0x0D:
        isWhole = false
        appendEntity(text[end])
      case let byte:
        // U+FFFE and U+FFFF: EF BF BE, EF BF BF.
        let isOutside =
          byte < 0x20
          || end + 2 < range.upperBound && text[end + 1] == 0xBF && text[end + 2] >= 0xBE
        if isOutside { try XMLOutput.checkCharacters(String(decoding: text[range], as: UTF8.self)) }
        append(byte)
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
    case UInt8(ascii: "&"): append("&amp;")
    case UInt8(ascii: "<"): append("&lt;")
    case UInt8(ascii: ">"): append("&gt;")
    case 0x0D: append("&#13;")
    default: append(byte)
    }
  }

  /// Appends markup as it is.
  public mutating func markup(_ markup: [UInt8]) {
    append(markup, markup.indices)
  }

  /// Appends a part of markup as it is.
  public mutating func markup(_ markup: [UInt8], _ range: Range<Int>) {
    append(markup, range)
  }

  /// Appends a whole number that is not negative.
  public mutating func number(_ number: Int) {
    var digits = 1
    var rest = number
    while rest >= 10 {
      rest /= 10
      digits += 1
    }
    reserve(digits)
    rest = number
    for place in stride(from: count + digits - 1, through: count, by: -1) {
      unsafe bytes.storeBytes(
        of: UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10), toByteOffset: place,
        as: UInt8.self)
      rest /= 10
    }
    count += digits
  }

  /// Appends text as one CDATA section, or as several where it has `]]>` in it, for readers that
  /// keep but the last of the pieces that entities make; a carriage return becomes a line feed.
  ///
  /// - Returns: whether parsers hand it out in one piece, for it is one section without line ends.
  /// - Throws: ``XMLError/character(_:in:)``.
  @discardableResult
  public mutating func cdata(_ text: [UInt8], _ range: Range<Int>) throws(XMLError) -> Bool {
    try XMLOutput.checkCharacters(String(decoding: text[range], as: UTF8.self))
    append("<![CDATA[")
    var end = 0
    var isWhole = true
    for position in range {
      let byte = text[position]
      if byte == UInt8(ascii: ">"), end >= 2 {
        append("]]><![CDATA[")
        isWhole = false
      }
      end = byte == UInt8(ascii: "]") ? end + 1 : 0
      if byte == 0x0A || byte == 0x0D { isWhole = false }
      // XML's own rule for line ends, which not all parsers keep in a section.
      if byte != 0x0D {
        append(byte)
      } else if position + 1 == range.upperBound || text[position + 1] != 0x0A {
        append(0x0A)
      }
    }
    append("]]>")
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

  /// Puts line feeds before what stands from a place on.
  ///
  /// - Parameters:
  ///   - number: how many.
  ///   - place: a number of bytes that it has or had.
  public mutating func insertNewLines(_ number: Int, at place: Int) {
    precondition(number >= 0 && place >= 0 && place <= count)
    reserve(number)
    unsafe (bytes + place + number).copyMemory(from: bytes + place, byteCount: count - place)
    unsafe (bytes + place).initializeMemory(as: UInt8.self, repeating: 0x0A, count: number)
    count += number
  }

  /// Begins anew.
  public mutating func removeAll() { count = 0 }

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
    append("</")
    append(name)
    append(UInt8(ascii: ">"))
  }

  /// Appends a line feed.
  public mutating func newLine() {
    append(0x0A)
  }

  /// Appends a part of a tag as it is.
  public mutating func append(_ part: StaticString) {
    part.withUTF8Buffer { unsafe append(UnsafeRawBufferPointer($0)) }
  }

  private mutating func escape(_ text: String, isAttribute: Bool) {
    var brackets = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: ">") where !isAttribute && brackets < 2: append(byte)
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), 0x0D: appendEntity(byte)
      case UInt8(ascii: "\"") where isAttribute: append("&quot;")
      case 0x09 where isAttribute: append("&#9;")
      case 0x0A where isAttribute: append("&#10;")
      default: append(byte)
      }
      brackets = byte == UInt8(ascii: "]") ? brackets + 1 : 0
    }
  }
}
