internal import Ontology
internal import RDF

/// Looks at all articles of a run together, in the order of the input.
struct ArchiveObserver {
  private var across: AcrossArticles?
  private let duplicates: DuplicateFinder?

  /// - Parameters:
  ///   - stage: what maps and validates records, by the first of the threads.
  ///   - configuration: what is looked for.
  init(_ stage: borrowing DocumentStage, _ configuration: Configuration) {
    let ontology = stage.ontology
    across = stage.collector.map { AcrossArticles(ontology, $0.properties) }
    duplicates = configuration.duplicates.map { DuplicateFinder($0, ontology) }
  }

  /// Takes in what was found of an article.
  ///
  /// - Throws: ``RunError`` with what the system says.
  mutating func add(
    _ findings: DocumentFindings, of document: RecordFile.Document, _ source: RecordSource,
    _ summary: inout RunSummary
  ) throws(RunError) {
    var positions = DocumentPosition(document, source, findings.record)
    if let facts = findings.facts, let found = across?.add(facts, &positions) {
      summary.report(found)
    }
    try duplicates?.add(findings.names, &positions)
  }

  /// Says that some shards were done before.
  mutating func skip(shards: Int) { across?.skip(shards: shards) }

  /// Ends the comparison.
  func finish(_ summary: inout RunSummary) {
    guard let across else { return }
    summary.report(across.rest)
    summary.across = across.summary
  }

  /// Writes the report of what may be the same.
  ///
  /// - Throws: ``RunError`` with what the system says.
  func writeDuplicates(_ summary: inout RunSummary) throws(RunError) {
    guard let duplicates else { return }
    summary.files += try duplicates.finish()
    summary.duplicates = (duplicates.groups, duplicates.members)
  }
}
