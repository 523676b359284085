internal import RDF

/// How far a text was read that comes in parts.
struct TextPlace {
  private var line = 1
  private var column = 1

  /// The place of the next byte.
  var position: SourcePosition { SourcePosition(line: line, column: column) }

  /// Moves behind the next bytes of the text.
  mutating func move(over bytes: [UInt8]) {
    var lastLine = bytes[...]
    if let end = bytes.lastIndex(of: 0x0A) {
      for byte in bytes[...end] where byte == 0x0A { line += 1 }
      lastLine = bytes[(end + 1)...]
      column = 1
    }
    // The first byte of a code point is none of 10xxxxxx.
    for byte in lastLine where byte & 0xC0 != 0x80 { column += 1 }
  }
}
