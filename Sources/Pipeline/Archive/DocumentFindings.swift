internal import Extraction

/// What is to be known of a document beside what it becomes.
struct DocumentFindings: Sendable {
  /// What it says of things that other articles may name; nil where that is not compared.
  var facts: SharedFacts?
  /// Its named entities; none where duplicates are not looked for.
  var names: [NamedEntity] = []
  /// The record, where that alone knows the lines of its parts; nil of a line of JSON Lines.
  var record: ExtractionRecord?
  /// Its row in the list of documents; nil where there is no such list.
  var row: DocumentRow?

  /// What is known of a document that is left out.
  var ofRejected: DocumentFindings {
    var row = row
    row?.isRejected = true
    return DocumentFindings(row: row)
  }

  /// Takes in a record that was mapped and is sound.
  mutating func add(
    _ record: ExtractionRecord, _ document: RecordFile.Document, _ stage: borrowing DocumentStage,
    _ configuration: Configuration
  ) {
    facts = stage.facts(of: record)
    addNames(of: record, document, stage, configuration)
  }

  /// Takes in the names of a record's entities, where duplicates are looked for.
  mutating func addNames(
    of record: ExtractionRecord, _ document: RecordFile.Document,
    _ stage: borrowing DocumentStage, _ configuration: Configuration
  ) {
    if !document.isLine { self.record = record }
    guard configuration.duplicates != nil else { return }
    names = NamedEntity.all(
      of: record, stage.mapper, stage.ontology, base: configuration.base)
  }
}
