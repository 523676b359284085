internal import Extraction

/// Reads, maps, validates and writes documents one after the other, on one thread.
final class DocumentExporter {
  private var stage: DocumentStage
  private let reader: RecordReader
  private let configuration: Configuration
  /// What a document's summary begins as.
  private var blank = RunSummary()

  /// Makes the stages.
  ///
  /// - Throws: ``RunError`` when the ontology, the shapes or the base cannot be used.
  init(_ configuration: Configuration, _ files: ModelFiles) throws(RunError) {
    self.configuration = configuration
    stage = try DocumentStage(configuration, files, &blank)
    reader = RecordReader(texts: configuration.texts.map { TextFolder($0) })
  }

  /// Says what data are held against, and what of it cannot be evaluated.
  func begin(_ summary: inout RunSummary) {
    summary.validation = blank.validation
    stage.reportFaults(&summary)
  }

  /// What a document becomes.
  func result(of document: RecordFile.Document, of source: RecordSource) -> DocumentResult {
    let sink = CollectedParts()
    var result = DocumentResult(summary: blank)
    do throws(RunError) {
      try export(document, of: source, to: sink, &result.summary)
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
    _ summary: inout RunSummary
  ) throws(RunError) {
    let result = Run.read(document, of: source, by: reader, &summary)
    summary.report(result.diagnostics)
    guard let record = result.record, stage.load(record, &summary), summary.outcome == .done
    else { return }
    var export = FileExport(source, stage.ontology, configuration)
    try export.add(stage.dataset, of: record, to: sink, &summary)
  }
}
