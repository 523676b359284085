internal import RDF

/// Where in a document the bytes stand that are not parsed yet.
struct InputPlace {
  /// How many bytes of the document came before.
  private(set) var offset = 0
  /// How many lines ended before.
  private var lines = 0
  /// How many code points of the line came before.
  private var column = 0
  private var endsInReturn = false

  /// Goes past the first bytes of those.
  mutating func advance(_ count: Int, in bytes: [UInt8]) {
    guard count > 0 else { return }
    let (ended, start) = lineEnds(before: count, in: bytes)
    if ended > 0 { column = 0 }
    lines += ended
    column += Self.codePoints(from: start, to: count, in: bytes)
    endsInReturn = bytes[count - 1] == 0x0D
    offset += count
  }

  /// Goes past a byte order mark, which no column counts.
  mutating func advancePastMark() {
    offset += 3
  }

  /// The line and column of one of those bytes.
  func position(of place: Int, in bytes: [UInt8]) -> SourcePosition {
    let place = min(place, bytes.count)
    let (ended, start) = lineEnds(before: place, in: bytes)
    let before = Self.codePoints(from: start, to: place, in: bytes)
    return SourcePosition(line: lines + ended + 1, column: (ended > 0 ? 0 : column) + before + 1)
  }

  /// How many lines end before an offset (LF, CRLF or CR), and where the last line begins.
  private func lineEnds(before end: Int, in bytes: [UInt8]) -> (count: Int, start: Int) {
    let input = bytes.span
    let count = LineEnds.count(in: input, 0..<end, afterReturn: endsInReturn)
    var start = end
    while start > 0, input[start - 1] != 0x0A, input[start - 1] != 0x0D { start -= 1 }
    return (count, start)
  }

  private static func codePoints(from start: Int, to end: Int, in bytes: [UInt8]) -> Int {
    var count = 0
    for place in start..<end where bytes[place] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
