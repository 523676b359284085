extension SourcePosition {
  /// The line and column of an offset in a document, or nil where the place is unknown.
  ///
  /// Lines end in LF, CRLF or CR; a byte order mark is in no column. The cost is that of going
  /// through the document up to there.
  public init?(of offset: SourceOffset, in document: [UInt8]) {
    guard offset != .unknown, Int(offset.rawValue) <= document.count else { return nil }
    var line = 1
    var column = document.starts(with: [0xEF, 0xBB, 0xBF]) ? 0 : 1
    var last: UInt8 = 0
    for byte in document[..<Int(offset.rawValue)] {
      if byte == 0x0A || byte == 0x0D {
        if byte == 0x0D || last != 0x0D { line += 1 }
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
      last = byte
    }
    self.init(line: line, column: column)
  }
}
