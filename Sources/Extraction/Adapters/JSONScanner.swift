/// Finds where JSON values begin and end, without reading them.
struct JSONScanner {
  private let bytes: [UInt8]
  private(set) var position: Int

  init(_ bytes: [UInt8], from position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  /// The byte at the position, nil at the end.
  var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func skipSpace() {
    while position < bytes.count,
      bytes[position] == 0x20 || bytes[position] == 0x0A || bytes[position] == 0x0D
        || bytes[position] == 0x09
    {
      position += 1
    }
  }

  /// Goes over a byte if it is the next one.
  mutating func take(_ byte: UInt8) -> Bool {
    guard self.byte == byte else { return false }
    position += 1
    return true
  }

  /// Goes over a string; nil where there is none, or no end of it.
  mutating func skipString() -> Range<Int>? {
    let start = position
    guard take(UInt8(ascii: "\"")) else { return nil }
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        return start..<position
      case UInt8(ascii: "\\"): position += 2
      default: position += 1
      }
    }
    position = min(position, bytes.count)
    return nil
  }

  /// Goes over a value; nil where there is none, or no end of it.
  mutating func skipValue() -> Range<Int>? {
    let start = position
    var depth = 0
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        guard skipString() != nil else { return nil }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        position += 1
        continue
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        // The end of what is around a value that is not there.
        guard depth > 0 else { return nil }
        depth -= 1
        position += 1
      case UInt8(ascii: ","), UInt8(ascii: ":"), 0x20, 0x09, 0x0A, 0x0D:
        guard depth > 0 else { return nil }
        position += 1
        continue
      default: skipWord()
      }
      if depth == 0 { return start..<position }
    }
    return nil
  }

  /// Goes over a number, `true` or what stands in such a place.
  private mutating func skipWord() {
    while position < bytes.count, !",:{}[]\" \t\r\n".utf8.contains(bytes[position]) {
      position += 1
    }
  }
}
