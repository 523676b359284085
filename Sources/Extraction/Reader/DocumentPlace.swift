internal import JSON
internal import RDF
internal import Synchronization

/// Where one document stands in its file, or in the files that it is in.
///
/// Most documents have no message to place, so the lines are found when the first one asks.
final class DocumentPlace: Sendable {
  private let bytes: [UInt8]
  private let firstLine: Int
  private let firstColumn: Int
  private let parts: [AdapterSettings.Part]
  private let map = Mutex<LineMap?>(nil)

  /// A document that begins at a line and column of its file, or whose parts are files of their own.
  init(
    bytes: [UInt8], firstLine: Int, firstColumn: Int = 1, parts: [AdapterSettings.Part] = []
  ) {
    self.bytes = bytes
    self.firstLine = firstLine
    self.firstColumn = firstColumn
    self.parts = parts
  }

  /// The file of a place, where it is not the document's.
  func file(of offset: SourceOffset) -> String? { part(of: offset)?.file }

  func position(of offset: SourceOffset) -> SourcePosition {
    let (place, start) = map.withLock { map in
      let made = map ?? LineMap(bytes)
      map = made
      let start = part(of: offset).map { made.position(of: $0.start).line } ?? 1
      return (made.position(of: Int(offset.rawValue)), start)
    }
    return SourcePosition(
      line: place.line - start + firstLine,
      column: place.line == 1 ? place.column + firstColumn - 1 : place.column)
  }

  private func part(of offset: SourceOffset) -> AdapterSettings.Part? {
    parts.last { $0.start <= Int(offset.rawValue) }
  }
}
