internal import JSON
internal import RDF

/// Where one document stands in its file.
struct DocumentPlace: Sendable {
  private let map: LineMap
  private let firstLine: Int

  /// A document that is the bytes of one line, or, from line 1, a whole file.
  init(bytes: [UInt8], firstLine: Int) {
    map = LineMap(bytes)
    self.firstLine = firstLine
  }

  func position(of offset: SourceOffset) -> SourcePosition {
    let place = map.position(of: Int(offset.rawValue))
    return SourcePosition(line: place.line + firstLine - 1, column: place.column)
  }
}
