internal import RDF
internal import Validation

/// Finds lines and columns in a document that goes by once, chunk after chunk.
///
/// Lines end in LF, CRLF or CR; columns count code points, a byte order mark none.
struct PlaceFinder {
  /// What was found of a place.
  struct Place {
    let position: SourcePosition
    let excerpt: SourceExcerpt
  }

  /// The places asked for that were not reached yet, the first one last.
  private var wanted: [UInt32]
  private(set) var found: [SourceOffset: Place] = [:]
  /// What stands from `start` on, as far as it went by.
  private var buffer: [UInt8] = []
  private var start = 0
  /// How far lines are counted.
  private var counted = 0
  private var line = 1
  private var column = 1
  private var last: UInt8 = 0

  /// How much of what stands around a place is looked at.
  private static let margin = 1024

  /// Asks for places, in any order.
  init(_ places: some Sequence<SourceOffset>) {
    wanted = Set(places.lazy.filter { $0 != .unknown }.map(\.rawValue)).sorted(by: >)
  }

  /// Whether all places were found.
  var isDone: Bool { wanted.isEmpty }

  /// Goes through the next bytes of the document.
  mutating func read(_ chunk: [UInt8], isLast: Bool) {
    if start == 0, buffer.isEmpty, chunk.starts(with: [0xEF, 0xBB, 0xBF]) { column = 0 }
    buffer += chunk
    while let next = wanted.last {
      let place = Int(next) - start
      guard isLast || place + Self.margin <= buffer.count else { break }
      wanted.removeLast()
      guard place <= buffer.count else { continue }
      count(to: place)
      found[SourceOffset(next)] = Place(
        position: SourcePosition(line: line, column: column),
        excerpt: SourceExcerpt(of: buffer.span, at: place))
    }
    let end = wanted.last.map { min(Int($0) - start, buffer.count) } ?? buffer.count
    count(to: max(min(end, buffer.count), counted))
    let kept = max(counted - Self.margin, 0)
    buffer.removeSubrange(..<kept)
    counted -= kept
    start += kept
  }

  private mutating func count(to end: Int) {
    guard end > counted else { return }
    let buffer = buffer
    let bytes = buffer.span
    // Only what comes after the last line end decides the column.
    var lineStart = end
    while lineStart > counted, bytes[lineStart - 1] != 0x0A, bytes[lineStart - 1] != 0x0D {
      lineStart -= 1
    }
    if lineStart > counted {
      line += LineEnds.count(in: bytes, counted..<lineStart, afterReturn: last == 0x0D)
      column = 1
    }
    for place in lineStart..<end where bytes[place] & 0xC0 != 0x80 { column += 1 }
    last = bytes[end - 1]
    counted = end
  }
}
