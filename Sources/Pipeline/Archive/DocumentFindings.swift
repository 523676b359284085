/// What is to be known of a document beside what it becomes.
struct DocumentFindings: Sendable {
  /// What it says of things that other articles may name; nil where that is not compared.
  var facts: SharedFacts?
  /// Its named entities; none where duplicates are not looked for.
  var names: [NamedEntity] = []
  /// Its row in the list of documents; nil where there is no such list.
  var row: DocumentRow?

  /// What is known of a document that is left out.
  var ofRejected: DocumentFindings {
    var row = row
    row?.isRejected = true
    return DocumentFindings(row: row)
  }
}
