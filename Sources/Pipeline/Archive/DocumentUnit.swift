/// A step of reading files of records.
enum DocumentUnit: Sendable {
  /// A document of a file.
  case document(RecordFile.Document, RecordSource)
  /// A file's end.
  case end(RecordSource, documents: Int)
}
