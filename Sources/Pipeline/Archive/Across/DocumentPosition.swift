internal import Extraction
internal import JSON
internal import RDF

/// Where something of a document stands in its file.
struct DocumentPosition {
  private let document: RecordFile.Document
  private let source: RecordSource
  /// The record, which knows where it stands; nil of a line of JSON Lines.
  private let record: ExtractionRecord?
  private var map: LineMap?

  init(
    _ document: RecordFile.Document, _ source: RecordSource, _ record: ExtractionRecord?
  ) {
    self.document = document
    self.source = source
    self.record = record
  }

  /// The file of a place of the document.
  func file(of offset: SourceOffset) -> String { record?.file(of: offset) ?? source.name }

  /// The line of a place of the document.
  mutating func line(of offset: SourceOffset) -> Int {
    record == nil ? document.firstLine : position(of: offset).line
  }

  /// The line and column of a place of the document.
  mutating func position(of offset: SourceOffset) -> SourcePosition {
    if let record, let position = record.position(of: offset) { return position }
    guard record == nil, offset != .unknown else {
      return SourcePosition(line: document.firstLine, column: nil)
    }
    let lines = map ?? LineMap(document.bytes)
    map = lines
    let place = lines.position(of: Int(offset.rawValue))
    return SourcePosition(line: place.line + document.firstLine - 1, column: place.column)
  }
}
