internal import JSON
internal import RDF

/// Where something of a document stands in its file.
struct DocumentPosition {
  private let document: RecordFile.Document
  private var map: LineMap?

  init(_ document: RecordFile.Document) { self.document = document }

  /// The line of a place of the document.
  mutating func line(of offset: SourceOffset) -> Int {
    document.isLine ? document.firstLine : position(of: offset).line
  }

  /// The line and column of a place of the document.
  mutating func position(of offset: SourceOffset) -> SourcePosition {
    guard offset != .unknown else { return SourcePosition(line: document.firstLine, column: nil) }
    let lines = map ?? LineMap(document.bytes)
    map = lines
    let place = lines.position(of: Int(offset.rawValue))
    return SourcePosition(line: place.line + document.firstLine - 1, column: place.column)
  }
}
