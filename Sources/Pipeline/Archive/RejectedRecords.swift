internal import JSON
internal import RDF

/// The records that are left out for their errors, a line each in `rejected.jsonl`.
///
/// A line is an object with `file`, the `line` that the record begins in, its `errors` as
/// `--message-format json` has them, and the `record` as it was given, or its `text` where that is
/// not JSON. On standard output there is no room for them.
struct RejectedRecords {
  private let isKept: Bool

  /// The file's name.
  static let name = "rejected.jsonl"

  init(_ configuration: Configuration) {
    isKept = configuration.target != .standardOutput
  }

  /// Adds a record.
  ///
  /// - Throws: ``RunError`` when it cannot be written.
  func add(
    _ document: RecordFile.Document, of source: RecordSource, _ result: DocumentResult,
    to output: OutputSet
  ) throws(RunError) {
    guard isKept else { return }
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("file")
    writer.value(source.name)
    writer.key("line")
    writer.value(document.firstLine)
    writer.key("errors")
    writer.beginArray()
    let errors = result.summary.diagnostics + (result.error.map { [$0.diagnostic] } ?? [])
    for error in errors where error.severity == .error { error.write(to: &writer) }
    writer.endArray()
    if let given = try? JSONDocument.parse(document.bytes) {
      writer.key("record")
      writer.value(given.root, of: given)
    } else {
      writer.key("text")
      writer.value(String(decoding: document.bytes, as: UTF8.self))
    }
    writer.endObject()
    try output.append(writer.bytes + [0x0A], to: Self.name)
  }
}
