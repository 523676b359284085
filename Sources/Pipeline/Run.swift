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
    try configuration.checkInputSyntax()
    var summary = RunSummary()
    for name in try InputFiles.expand(configuration.inputs) {
      try records(of: RecordFile(name, configuration), configuration, &summary) { _, _ in }
    }
    return summary
  }

  /// Reads records, maps them, validates them, and writes the result; with an error in any,
  /// nothing is written.
  ///
  /// - Throws: ``RunError`` when an input cannot be read or an output not be written.
  public static func export(_ configuration: Configuration) throws(RunError) -> RunSummary {
    try configuration.checkInputSyntax()
    if let context = configuration.contextIRI, let fault = IRISyntax.fault(in: context) {
      throw RunError(
        .wrongUsage, file: nil, "the context \"\(context)\" is not an absolute IRI: \(fault)")
    }
    if let drawn = configuration.formats.first(where: \.isDrawn) {
      // Before the work, which may be long.
      _ = try Graphviz(for: drawn)
    }
    if configuration.description == .written, configuration.target == .standardOutput {
      throw RunError(
        .wrongUsage, file: nil, "--describe writes a file of its own; expected -o folder")
    }
    try checkShards(configuration)
    if configuration.graph.report != nil, !configuration.formats.contains(where: \.isGraph) {
      throw RunError(
        .wrongUsage, file: nil,
        "--report tells what graphs do not hold; expected a graph among --formats")
    }
    let output = OutputSet(configuration.target, configuration.compression)
    var summary = RunSummary()
    if configuration.formats.allSatisfy(\.goesOutByRecord) {
      var archive = try ArchiveExport(configuration, to: output)
      do throws(RunError) {
        try archive.run(&summary)
      } catch {
        // What an interruption leaves can be resumed; data that cannot be written cannot.
        if error.outcome == .invalidData { archive.discard() }
        throw error
      }
      guard configuration.keeps(summary.outcome) else {
        archive.discard()
        return summary
      }
      try archive.commit(&summary)
    } else {
      let observer = try exportWhole(configuration, to: output, &summary)
      guard configuration.keeps(summary.outcome) else { return summary }
      try commit(output, configuration, &summary)
      try observer?.writeDuplicates(&summary)
    }
    if configuration.description == .written { try describe(&summary, configuration) }
    return summary
  }

  /// Gives the files their names, and the report of what graphs do not hold its own.
  private static func commit(
    _ output: OutputSet, _ configuration: Configuration, _ summary: inout RunSummary
  ) throws(RunError) {
    guard let report = configuration.graph.report else {
      summary.files = try output.commit()
      return
    }
    let losses = OutputSet(.file(report), nil)
    try losses.append(summary.lossReport, to: report)
    try losses.finishFiles()
    summary.files = try output.commit()
    summary.files += try losses.commit()
  }

  /// Throws for what cannot be written in shards, or only there.
  private static func checkShards(_ configuration: Configuration) throws(RunError) {
    if configuration.duplicates != nil, configuration.resumes {
      throw RunError(
        .wrongUsage, file: nil,
        "--duplicates looks at all records; expected no --resume beside it")
    }
    guard configuration.shards != nil else {
      if configuration.since != nil {
        throw RunError(
          .wrongUsage, file: nil,
          "--since writes a manifest too; expected --shards and -o with a folder beside it")
      }
      return
    }
    guard configuration.target != .standardOutput else {
      let flag = configuration.layout == nil ? "--shards" : "--layout"
      throw RunError(.wrongUsage, file: nil, "\(flag) writes several files; expected -o folder")
    }
    if let whole = configuration.formats.first(where: { !$0.goesOutByRecord }) {
      throw RunError(
        .wrongUsage, file: nil,
        "--shards is for nq, nt, ttl and trig; \(whole.rawValue) is one document")
    }
  }

  /// Exports to formats that are one document a file.
  private static func exportWhole(
    _ configuration: Configuration, to output: OutputSet, _ summary: inout RunSummary
  ) throws(RunError) -> ArchiveObserver? {
    var observer: ArchiveObserver?
    var bytesBefore = 0
    let progress = try configuration.onProgress.map { (body) throws(RunError) in
      ArchiveProgress(try InputFiles.expand(configuration.inputs), body)
    }
    let rejected = RejectedRecords(configuration)
    var stems: [String: String] = [:]
    try documents(configuration, &summary) { file, stage, summary throws(RunError) in
      if let other = stems.updateValue(file.name, forKey: file.stem),
        configuration.target != .standardOutput
      {
        throw RunError(
          .wrongUsage, file: file.name,
          "its output would replace that of \(other), which has the same "
            + "name; export them to two folders")
      }
      if observer == nil { observer = ArchiveObserver(stage, configuration) }
      var export = FileExport(file.source, stage.ontology, configuration)
      try results(of: file, configuration, &summary) { document, result, summary throws(RunError) in
        var own = RunSummary()
        own.validation = summary.validation?.withoutCounts
        own.report(result.diagnostics)
        if let record = result.record, stage.load(record, &own), own.outcome == .done,
          configuration.keeps(summary.outcome)
        {
          try export.add(stage.dataset, of: record, to: output, &own)
          if own.outcome == .done {
            var findings = DocumentFindings()
            findings.add(record, document, stage, configuration)
            try observer?.add(findings, of: document, file.source, &own)
          }
        }
        progress?.report(summary.articles, bytesBefore + file.bytesRead)
        guard configuration.onError == .skip, own.outcome != .done else { return summary.add(own) }
        summary.add(own.ofRejected)
        try rejected.add(document, of: file.source, DocumentResult(summary: own), to: output)
      }
      bytesBefore += file.bytesRead
      guard configuration.keeps(summary.outcome) else { return }
      try export.finish(to: output, &summary)
      try output.finishFiles()
    }
    observer?.finish(&summary)
    return observer
  }

  /// Hands each input file, with what maps and validates its records, to a consumer.
  static func documents(
    _ configuration: Configuration, _ summary: inout RunSummary,
    _ body: (RecordFile, inout DocumentStage, inout RunSummary) throws(RunError) -> Void
  ) throws(RunError) {
    let names = try InputFiles.expand(configuration.inputs)
    let files = try ModelFiles(configuration)
    summary.report(files.notes)
    var stage = try DocumentStage(configuration, files, &summary)
    stage.reportFaults(&summary)
    for name in names {
      try body(RecordFile(name, configuration), &stage, &summary)
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
      let result = read(document, of: file.source, by: reader, &summary)
      configuration.onArticle?(summary.articles)
      try body(document, result, &summary)
    }
    if summary.articles == before {
      try body(
        RecordFile.Document(bytes: [], firstLine: 1),
        RecordReader.Result(record: nil, diagnostics: [holdsNoRecord(file.source)]), &summary)
    }
  }

  /// Reads a document and counts what it holds.
  static func read(
    _ document: RecordFile.Document, of source: RecordSource, by reader: RecordReader,
    _ summary: inout RunSummary
  ) -> RecordReader.Result {
    let result = reader.read(
      document.bytes, file: source.name, firstLine: document.firstLine,
      firstColumn: document.firstColumn, number: document.number,
      folder: source.folder.map { TextFolder($0) }, syntax: source.syntax)
    summary.articles += 1
    summary.omissions.merge(result.omissions, uniquingKeysWith: +)
    if let record = result.record {
      summary.entities += record.entities.count
      summary.events += record.events.count
      summary.relations += record.relations.count
    }
    return result
  }

  /// What is to be said of a file without records.
  static func holdsNoRecord(_ source: RecordSource) -> Diagnostic {
    Diagnostic(.error, file: source.name, "the file holds no record")
  }
}
