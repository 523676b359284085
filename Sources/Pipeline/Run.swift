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
      _ = try records(of: InputFiles.read(name), configuration, &summary)
    }
    return summary
  }

  /// Reads records, maps them, validates them, and writes the result; with an error in any,
  /// nothing is written.
  ///
  /// - Throws: ``RunError`` when an input cannot be read or an output not be written.
  public static func export(_ configuration: Configuration) throws(RunError) -> RunSummary {
    var outputs: [Output] = []
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
      var documents: [Output] = []
      var projection = Projection(
        ontology: stage.ontology,
        options: Projection.Options(extras: Set(configuration.graphExtras.map(\.projected))))
      for record in try records(of: file, configuration, &summary)
      where stage.load(record, &summary) {
        if configuration.formats.contains(.graphml) { projection.add(stage.dataset) }
        try Self.serialise(
          stage.dataset, record, file.stem, configuration, into: &documents, &summary)
      }
      outputs += documents
      if configuration.formats.contains(.graphml) {
        outputs.append(try Self.graphML(projection.finish(), file, &summary))
      }
    }
    guard summary.outcome == .done else { return summary }
    try write(outputs, configuration.target, &summary)
    return summary
  }

  /// Reads records, maps them and validates the result, and writes nothing.
  ///
  /// - Throws: ``RunError`` when an input cannot be read.
  public static func validate(_ configuration: Configuration) throws(RunError) -> RunSummary {
    var configuration = configuration
    configuration.gate = .validated
    var summary = RunSummary()
    try documents(configuration, &summary) { file, stage, summary throws(RunError) in
      for record in try records(of: file, configuration, &summary) {
        _ = stage.load(record, &summary)
      }
    }
    return summary
  }

  /// Hands each input file, with what maps and validates its records, to a consumer.
  private static func documents(
    _ configuration: Configuration, _ summary: inout RunSummary,
    _ body: (InputFiles.File, inout DocumentStage, inout RunSummary) throws(RunError) -> Void
  ) throws(RunError) {
    let names = try InputFiles.expand(configuration.inputs)
    var stage = try DocumentStage(configuration, &summary)
    for name in names { try body(InputFiles.read(name), &stage, &summary) }
  }

  private static func records(
    of file: InputFiles.File, _ configuration: Configuration, _ summary: inout RunSummary
  ) throws(RunError) -> [ExtractionRecord] {
    let reader = RecordReader(texts: configuration.texts.map { TextFolder($0) })
    var records: [ExtractionRecord] = []
    let documents = file.records
    if documents.isEmpty {
      summary.diagnostics.append(
        Diagnostic(.error, file: file.name, "the file holds no record"))
    }
    for document in documents {
      let result = reader.read(
        document.bytes, file: file.name, firstLine: document.firstLine,
        folder: file.folder.map { TextFolder($0) }, syntax: file.syntax)
      summary.diagnostics += result.diagnostics
      summary.articles += 1
      guard let record = result.record else { continue }
      summary.entities += record.entities.count
      summary.events += record.events.count
      summary.relations += record.relations.count
      records.append(record)
    }
    return records
  }
}
