internal import Extraction

/// The file that a record's text is of.
struct RecordSource: Sendable {
  /// Its name for messages.
  let name: String
  /// Its name without folders and endings, for output.
  let stem: String
  /// The folder it is in, or nil of standard input.
  let folder: String?
  /// What its records are written in.
  let syntax: RecordSyntax

  /// Whether its records are of an extractor's format.
  var isAdapted: Bool {
    switch syntax {
    case .adapted: true
    case .json, .yaml: false
    }
  }

  /// The same for a record whose output goes to a shard.
  func `in`(shard: String) -> RecordSource {
    RecordSource(name: name, stem: shard, folder: folder, syntax: syntax)
  }
}
