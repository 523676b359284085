internal import Extraction
internal import Foundation
internal import PropertyGraph
internal import RDF

/// The order of the stages: read, map, validate, write.
public enum Run {
  /// griot's version.
  public static let version = "0.1.0"

  /// Reads records and checks all that needs no ontology.
  ///
  /// - Throws: ``RunError`` when an input cannot be read.
  public static func check(_ configuration: Configuration) throws(RunError) -> RunSummary {
    var summary = RunSummary()
    for name in try InputFiles.expand(configuration.inputs) {
      try records(of: RecordFile(name, limits: configuration.unpackLimits), configuration, &summary)
      { _, _ in }
    }
    return summary
  }

  /// Reads records, maps them, validates them, and writes the result; with an error in any,
  /// nothing is written.
  ///
  /// - Throws: ``RunError`` when an input cannot be read or an output not be written.
  public static func export(_ configuration: Configuration) throws(RunError) -> RunSummary {
    if let context = configuration.contextIRI, let fault = IRISyntax.fault(in: context) {
      throw RunError(
        .wrongUsage, file: nil, "the context \"\(context)\" is not an absolute IRI: \(fault)")
    }
    if let drawn = configuration.formats.first(where: \.isDrawn) {
      // Before the work, which may be long.
      _ = try Graphviz(for: drawn)
    }
    let output = OutputSet(configuration.target, configuration.compression)
    var stems: [String: String] = [:]
    var summary = RunSummary()
    try documents(configuration, &summary) { file, stage, summary throws(RunError) in
      if let other = stems.updateValue(file.name, forKey: file.stem),
        configuration.target != .standardOutput
      {
        throw RunError(
          .wrongUsage, file: file.name,
          "its output would replace that of \(other), which has the same "
            + "name; export them to two folders")
      }
      var export = FileExport(file, stage.ontology, configuration)
      try records(of: file, configuration, &summary) { record, summary throws(RunError) in
        guard stage.load(record, &summary), summary.outcome == .done else { return }
        try export.add(stage.dataset, of: record, to: output, &summary)
      }
      guard summary.outcome == .done else { return }
      try export.finish(to: output, &summary)
      try output.finishFiles()
    }
    guard summary.outcome == .done else { return summary }
    summary.files = try output.commit()
    return summary
  }

  /// Hands each input file, with what maps and validates its records, to a consumer.
  static func documents(
    _ configuration: Configuration, _ summary: inout RunSummary,
    _ body: (RecordFile, inout DocumentStage, inout RunSummary) throws(RunError) -> Void
  ) throws(RunError) {
    let names = try InputFiles.expand(configuration.inputs)
    var stage = try DocumentStage(configuration, &summary)
    stage.reportFaults(&summary)
    for name in names {
      try body(RecordFile(name, limits: configuration.unpackLimits), &stage, &summary)
    }
  }

  /// Hands each record of a file that can be read to a consumer.
  static func records(
    of file: RecordFile, _ configuration: Configuration, _ summary: inout RunSummary,
    _ body: (ExtractionRecord, inout RunSummary) throws(RunError) -> Void
  ) throws(RunError) {
    try results(of: file, configuration, &summary) { _, result, summary throws(RunError) in
      summary.report(result.diagnostics)
      if let record = result.record { try body(record, &summary) }
    }
  }

  /// Hands each text of a file, and what reading it as a record gave, to a consumer; last the file
  /// itself where it holds none.
  static func results(
    of file: RecordFile, _ configuration: Configuration, _ summary: inout RunSummary,
    _ body: (RecordFile.Document, RecordReader.Result, inout RunSummary) throws(RunError) -> Void
  ) throws(RunError) {
    let reader = RecordReader(texts: configuration.texts.map { TextFolder($0) })
    let before = summary.articles
    while let document = try file.next() {
      let result = reader.read(
        document.bytes, file: file.name, firstLine: document.firstLine,
        folder: file.folder.map { TextFolder($0) }, syntax: file.syntax)
      summary.articles += 1
      configuration.onArticle?(summary.articles)
      if let record = result.record {
        summary.entities += record.entities.count
        summary.events += record.events.count
        summary.relations += record.relations.count
      }
      try body(document, result, &summary)
    }
    if summary.articles == before {
      let nothing = Diagnostic(.error, file: file.name, "the file holds no record")
      try body(
        RecordFile.Document(bytes: [], firstLine: 1),
        RecordReader.Result(record: nil, diagnostics: [nothing]), &summary)
    }
  }
}
