internal import JSON
internal import RDF
internal import Synchronization

/// Where one document stands in its file.
///
/// Most documents have no message to place, so the lines are found when the first one asks.
final class DocumentPlace: Sendable {
  private let bytes: [UInt8]
  private let firstLine: Int
  private let firstColumn: Int
  private let map = Mutex<LineMap?>(nil)

  /// A document that begins at a line and column of its file.
  init(bytes: [UInt8], firstLine: Int, firstColumn: Int = 1) {
    self.bytes = bytes
    self.firstLine = firstLine
    self.firstColumn = firstColumn
  }

  func position(of offset: SourceOffset) -> SourcePosition {
    let place = map.withLock { map in
      let made = map ?? LineMap(bytes)
      map = made
      return made.position(of: Int(offset.rawValue))
    }
    return SourcePosition(
      line: place.line + firstLine - 1,
      column: place.line == 1 ? place.column + firstColumn - 1 : place.column)
  }
}
