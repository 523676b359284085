import RDF

/// How many columns each line of a file has, its end among them.
struct LineEnds {
  private(set) var columns = [1]

  /// Goes through a file; a byte order mark is in no column.
  init(_ bytes: [UInt8]) {
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    for (position, byte) in bytes.enumerated() where position > 2 || !hasMark {
      if byte & 0xC0 != 0x80 { columns[columns.count - 1] += 1 }
      let isReturn = byte == 0x0D && bytes.dropFirst(position + 1).first != 0x0A
      if byte == 0x0A || isReturn { columns.append(1) }
    }
  }

  /// Traps unless messages are about a file, in order, and at places that it has.
  func check(_ diagnostics: [Diagnostic], file: String, firstLine: Int) {
    var last = SourcePosition(line: 0, column: nil)
    for diagnostic in diagnostics {
      guard let position = diagnostic.position, let column = position.column else {
        fatalError("a message without a place")
      }
      expect(diagnostic.file == file, "a message of another file")
      expect(!(position < last), "messages out of order")
      last = position
      let line = position.line - firstLine
      expect(columns.indices.contains(line), "a line that the file has not")
      expect((1...columns[line]).contains(column), "a column that the line has not")
      expect(!diagnostic.message.isEmpty, "a message that says nothing")
      expect(
        !diagnostic.description.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F },
        "a message with control characters")
    }
  }
}
