internal import Extraction

/// Reads, maps, validates and writes documents one after the other, on one thread.
final class DocumentExporter {
  private var stage: DocumentStage
  private let reader: RecordReader
  private let configuration: Configuration
  private let since: SinceIndex?
  /// What a document's summary begins as.
  private var blank = RunSummary()

  /// Makes the stages.
  ///
  /// - Parameters:
  ///   - configuration: what the run is told.
  ///   - files: what is read once for all threads.
  ///   - since: the export that this one goes on from.
  /// - Throws: ``RunError`` when the ontology, the shapes or the base cannot be used.
  init(
    _ configuration: Configuration, _ files: ModelFiles, _ since: SinceIndex?
  ) throws(RunError) {
    self.configuration = configuration
    self.since = since
    stage = try DocumentStage(configuration, files, &blank)
    reader = RecordReader(texts: configuration.texts.map { TextFolder($0) })
  }

  /// Says what data are held against, and what of it cannot be evaluated.
  func begin(_ summary: inout RunSummary) {
    summary.validation = blank.validation
    stage.reportFaults(&summary)
  }

  /// What looks at all articles together.
  var observer: ArchiveObserver { ArchiveObserver(stage, configuration) }

  /// What a document becomes.
  func result(of document: RecordFile.Document, of source: RecordSource) -> DocumentResult {
    let sink = CollectedParts()
    var result = DocumentResult(summary: blank)
    do throws(RunError) {
      try export(document, of: source, to: sink, &result.summary, &result.findings)
      result.parts = sink.parts
    } catch {
      result.error = error
    }
    return result
  }

  /// Writes a document straight to where it goes, and adds what is to be said of it.
  ///
  /// - Throws: ``RunError`` when a format cannot hold it, or it cannot be written.
  func export(
    _ document: RecordFile.Document, of source: RecordSource, to sink: some PartSink,
    _ summary: inout RunSummary, _ findings: inout DocumentFindings
  ) throws(RunError) {
    let result = Run.read(document, of: source, by: reader, &summary)
    summary.report(result.diagnostics)
    let tracer = configuration.shards.map { _ in DocumentTracer(stage.mapper) }
    guard let record = result.record else {
      findings.row = tracer?.row(ofUnsound: document, source)
      return
    }
    findings.row = tracer?.row(of: record, document, source)
    if let row = findings.row, let unchanged = since?.row(ofUnchanged: row) {
      findings.row = unchanged
      summary.unchanged = 1
      findings.addNames(of: record, document, stage, configuration)
      return
    }
    guard stage.load(record, &summary), summary.outcome == .done else {
      findings.row?.isRejected = true
      return
    }
    if let article = findings.row?.article {
      findings.row?.sides = DocumentTracer.sides(of: stage.dataset, article: article)
    }
    findings.add(record, document, stage, configuration)
    var export = FileExport(source, stage.ontology, configuration)
    try export.add(stage.dataset, of: record, to: sink, &summary)
    // A format that cannot hold it has said so.
    if summary.outcome != .done { findings = findings.ofRejected }
  }
}
