internal import Extraction
internal import JSON
internal import Mapping
internal import RDF

/// Says what tells a record from others.
struct DocumentTracer {
  private let mapper: Mapper

  init(_ mapper: Mapper) { self.mapper = mapper }

  /// The row of a record, before it is known what graphs it has.
  func row(
    of record: ExtractionRecord, _ document: RecordFile.Document, _ source: RecordSource
  ) -> DocumentRow {
    var digested = record.sha256
    // The text of an extractor's format may stand in a file beside.
    if record.source.textFile != nil || source.isAdapted {
      digested += " \(record.text.map { Hash.sha256($0) } ?? "")"
    }
    for entity in record.entities {
      if let node = mapper.node(of: entity, in: record) { digested += "\n\(node)" }
    }
    var row = DocumentRow(file: source.name, line: document.firstLine)
    row.article = String(decoding: mapper.articleIRI(of: record), as: UTF8.self)
    row.digest = String(Hash.sha256(Array(digested.utf8)).prefix(32))
    row.replaces = mapper.replacedArticleIRI(of: record).map { String(decoding: $0, as: UTF8.self) }
    return row
  }

  /// The row of a text that is no sound record; its article where that can be read all the same.
  func row(
    ofUnsound document: RecordFile.Document, _ source: RecordSource
  ) -> DocumentRow {
    var row = DocumentRow(file: source.name, line: document.firstLine)
    row.isRejected = true
    if case .json = source.syntax, let read = try? JSONDocument.parse(document.bytes) {
      row.article = Self.sourceID(read).map {
        String(decoding: mapper.articleIRI(ofID: $0), as: UTF8.self)
      }
    }
    return row
  }

  private static func sourceID(_ document: JSONDocument) -> String? {
    guard document.kind(of: document.root) == .object else { return nil }
    for (key, value) in document.members(of: document.root)
    where document.text(of: key) == "source" && document.kind(of: value) == .object {
      for (name, id) in document.members(of: value)
      where document.text(of: name) == "id" && document.kind(of: id) == .string {
        return document.text(of: id)
      }
    }
    return nil
  }

  /// The graphs beside an article's own that quads are in.
  static func sides(
    of dataset: borrowing Dataset, article: String
  ) -> [String] {
    var seen: Set<TermID> = []
    for quad in dataset.quads { seen.insert(quad.graph) }
    let names = Set(seen.map { dataset.terms.string(of: $0) })
    return DocumentRow.sides.filter { names.contains("\(article)/\($0)") }
  }
}
