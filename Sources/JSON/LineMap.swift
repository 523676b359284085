/// Finds the line and column of bytes in a text.
///
/// Lines end in LF, CRLF or CR. Columns count Unicode code points from 1, as do lines.
public struct LineMap: Sendable {
  private let bytes: [UInt8]
  private let starts: [Int]
  /// How many code points begin before each block of bytes, so that a long line costs little.
  private let counts: [Int]

  private static let blockSize = 256

  /// Finds the line ends of a text in UTF-8.
  public init(_ bytes: [UInt8]) {
    var starts = [0]
    var counts: [Int] = []
    var count = 0
    for position in bytes.indices {
      if position % Self.blockSize == 0 { counts.append(count) }
      let byte = bytes[position]
      if byte & 0xC0 != 0x80 { count += 1 }
      let isLoneReturn =
        byte == 0x0D && (position + 1 == bytes.count || bytes[position + 1] != 0x0A)
      if byte == 0x0A || isLoneReturn { starts.append(position + 1) }
    }
    self.bytes = bytes
    self.starts = starts
    self.counts = counts
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
    return (low + 1, count(before: place) - count(before: starts[low]) + 1)
  }

  /// How many code points begin before an offset.
  private func count(before offset: Int) -> Int {
    let block = min(offset / Self.blockSize, counts.count - 1)
    guard block >= 0 else { return 0 }
    var count = counts[block]
    for byte in bytes[block * Self.blockSize..<offset] where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// The text of a line, counted from 1, without its end; empty where there is no such line.
  public func text(ofLine line: Int) -> String {
    guard line >= 1, line <= starts.count else { return "" }
    let end = line < starts.count ? starts[line] : bytes.count
    let content = bytes[starts[line - 1]..<end].filter { $0 != 0x0A && $0 != 0x0D }
    return String(decoding: content, as: UTF8.self)
  }
}
