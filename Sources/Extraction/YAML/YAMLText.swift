internal import Yams

/// The text of one YAML document and the places in it.
struct YAMLText {
  let bytes: [UInt8]
  /// The line of the file that the text begins in.
  let firstLine: Int

  /// A place as a message names it.
  func name(of mark: Mark) -> String {
    "line \(mark.line + firstLine - 1), column \(mark.column)"
  }

  /// The character at a byte as a message shows it.
  func shown(at offset: Int) -> String {
    guard offset < bytes.count else { return "the end of the document" }
    switch bytes[offset] {
    case 0x09: return "a tab"
    case 0x0A, 0x0D: return "the end of the line"
    default:
      let end = min(offset + 4, bytes.count)
      let scalar = String(decoding: bytes[offset..<end], as: UTF8.self).unicodeScalars.first
      return scalar.map { "\"\($0)\"" } ?? ""
    }
  }

  /// Whether the text in double quotes at a byte, or after a tag there, begins with U+FEFF.
  ///
  /// Only an escape can be that; ``YAMLCharacters`` refuses the character itself.
  func beginsWithEscapedMark(at offset: Int) -> Bool {
    var rest = bytes[offset...]
    if rest.first == UInt8(ascii: "!") { rest = rest.drop { !Self.isBlank($0) } }
    while let first = rest.first, first != UInt8(ascii: "\"") {
      guard Self.isBlank(first) || first == UInt8(ascii: "#") else { return false }
      rest = first == UInt8(ascii: "#") ? rest.drop { !Self.isBreak($0) } : rest.dropFirst()
    }
    rest = rest.dropFirst()
    while rest.first == UInt8(ascii: "\\"), let next = rest.dropFirst().first, Self.isBreak(next) {
      rest = rest.dropFirst().drop(while: Self.isBlank)
    }
    return ["\\ufeff", "\\U0000feff"].contains { escape in
      let given = rest.prefix(escape.utf8.count)
      return given.prefix(2).elementsEqual(escape.utf8.prefix(2))
        && given.map { $0 | 0x20 }.dropFirst(2).elementsEqual(escape.utf8.dropFirst(2))
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || isBreak(byte)
  }

  private static func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  func offset(of mark: Mark) -> Int {
    var cursor = Cursor()
    return cursor.move(to: mark, in: self)
  }

  /// Turns the lines and columns of marks to bytes; marks that come in order cost one pass.
  struct Cursor {
    private var line = 1
    private var column = 1
    private var offset = 0

    mutating func move(to mark: Mark, in text: YAMLText) -> Int {
      if (mark.line, mark.column) < (line, column) { self = Cursor() }
      while offset < text.bytes.count, (line, column) < (mark.line, mark.column) {
        let byte = text.bytes[offset]
        offset += 1
        if byte == 0x0A || byte == 0x0D {
          if byte == 0x0D, offset < text.bytes.count, text.bytes[offset] == 0x0A { offset += 1 }
          (line, column) = (line + 1, 1)
        } else {
          while offset < text.bytes.count, text.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
          column += 1
        }
      }
      return offset
    }
  }
}
