/// Finds the line and column of bytes in a text.
///
/// Lines end in LF, CRLF or CR. Columns count Unicode code points from 1, as do lines.
public struct LineMap: Sendable {
  private let bytes: [UInt8]
  private let starts: [Int]

  /// Finds the line ends of a text in UTF-8.
  public init(_ bytes: [UInt8]) {
    var starts = [0]
    for position in bytes.indices {
      let byte = bytes[position]
      let isLoneReturn =
        byte == 0x0D && (position + 1 == bytes.count || bytes[position + 1] != 0x0A)
      if byte == 0x0A || isLoneReturn { starts.append(position + 1) }
    }
    self.bytes = bytes
    self.starts = starts
  }

  /// The line and column of the byte at an offset; offsets beyond the end mean the end.
  public func position(of offset: Int) -> (line: Int, column: Int) {
    let place = min(max(offset, 0), bytes.count)
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= place { low = middle } else { high = middle }
    }
    var column = 1
    for byte in bytes[starts[low]..<place] where byte & 0xC0 != 0x80 { column += 1 }
    return (low + 1, column)
  }

  /// The text of a line, counted from 1, without its end; empty where there is no such line.
  public func text(ofLine line: Int) -> String {
    guard line >= 1, line <= starts.count else { return "" }
    let end = line < starts.count ? starts[line] : bytes.count
    let content = bytes[starts[line - 1]..<end].filter { $0 != 0x0A && $0 != 0x0D }
    return String(decoding: content, as: UTF8.self)
  }
}
