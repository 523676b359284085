internal import Glibc
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
    let feeds = Self.count(0x0A, in: input.extracting(..<end))
    let returns = Self.count(0x0D, in: input.extracting(..<end))
    var pairs = 0
    if end > 0, endsInReturn, input[0] == 0x0A { pairs = 1 }
    if returns > 0 {
      for place in 1..<max(end, 1) where input[place] == 0x0A && input[place - 1] == 0x0D {
        pairs += 1
      }
    }
    var start = end
    while start > 0, input[start - 1] != 0x0A, input[start - 1] != 0x0D { start -= 1 }
    return (feeds + returns - pairs, start)
  }

  /// How often a byte stands in an input; by the C library, for all input goes through here.
  private static func count(_ byte: UInt8, in input: Span<UInt8>) -> Int {
    unsafe input.withUnsafeBytes { buffer in
      guard var next = buffer.baseAddress else { return 0 }
      let end = unsafe next + buffer.count
      var count = 0
      while unsafe next < end, let found = unsafe memchr(next, Int32(byte), end - next) {
        count += 1
        unsafe next = UnsafeRawPointer(found) + 1
      }
      return count
    }
  }

  private static func codePoints(from start: Int, to end: Int, in bytes: [UInt8]) -> Int {
    var count = 0
    for place in start..<end where bytes[place] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
