internal import RDF

/// Exports files of records, document by document, on several threads.
///
/// Documents are written in the input's order, whatever the number of threads, and no more of them
/// are held than the threads have work for.
struct ArchiveExport {
  private let configuration: Configuration
  private let files: ModelFiles
  /// Where all files go, when there are no shards.
  private let output: OutputSet
  private let shards: ShardedOutput?
  private let exporter: DocumentExporter
  private let pool = DocumentPool()
  private var reader: ArchiveReader
  /// The batches whose results were not taken, the oldest first.
  private var begun: [[DocumentUnit]] = []
  /// The number of the first of them.
  private var firstBegun = 0
  private let rejected: RejectedRecords
  private var observer: ArchiveObserver
  private let progress: ArchiveProgress?

  /// How many batches there are for each thread.
  private static let batchesForThread = 4

  /// Prepares the stages.
  ///
  /// - Throws: ``RunError`` when an input, the ontology, the shapes or the base cannot be used.
  init(_ configuration: Configuration, to output: OutputSet) throws(RunError) {
    self.configuration = configuration
    self.output = output
    rejected = RejectedRecords(configuration)
    let names = try InputFiles.expand(configuration.inputs)
    files = try ModelFiles(configuration)
    if let count = configuration.shards, case .folder(let folder) = configuration.target {
      shards = try ShardedOutput(count, in: folder, names, files, configuration)
    } else {
      shards = nil
    }
    exporter = try DocumentExporter(configuration, files, shards?.since)
    observer = exporter.observer
    reader = ArchiveReader(names, configuration, shards)
    progress = configuration.onProgress.map { ArchiveProgress(names, $0) }
  }

  /// Exports all files.
  ///
  /// - Throws: ``RunError`` when an input cannot be read, a format cannot hold a document, or the
  ///   output cannot be written.
  mutating func run(_ summary: inout RunSummary) throws(RunError) {
    defer { pool.end() }
    Allocation.keepFreed()
    summary.report(files.notes)
    exporter.begin(&summary)
    if let shards {
      shards.addWhatWasDone(to: &summary)
      observer.skip(shards: shards.doneCount)
      summary.report(shards.notes)
    }
    defer { observer.finish(&summary) }
    let room = configuration.threads * Self.batchesForThread
    do throws(RunError) {
      while let units = try reader.next() {
        if ArchiveReader.isLarge(units), configuration.onError == .stop {
          while !begun.isEmpty { try advance(&summary) }
          try export(units, &summary)
        } else {
          begin(units)
          while begun.count >= room { try advance(&summary) }
        }
      }
    } catch {
      // What was read before it comes first, as on one thread.
      while !begun.isEmpty { try advance(&summary) }
      throw error
    }
    while !begun.isEmpty { try advance(&summary) }
  }

  /// Gives files their names.
  ///
  /// - Throws: ``RunError`` with what the system says.
  func commit(_ summary: inout RunSummary) throws(RunError) {
    if let shards {
      let (files, changes) = try shards.publish()
      summary.files = files
      summary.deletedGraphs = changes.changes.count
      summary.goneArticles = changes.goneArticles
      if shards.since != nil, changes.hasUnknown {
        summary.report([
          Diagnostic(
            .note, file: nil,
            "a record could not be read, so that no article is taken to be gone")
        ])
      }
    } else {
      summary.files = try output.commit()
    }
    try observer.writeDuplicates(&summary)
  }

  /// Leaves nothing behind.
  func discard() { shards?.discard() }

  private mutating func begin(_ units: [DocumentUnit]) {
    let number = firstBegun + begun.count
    // The first batch may be all there is, which needs no second thread.
    if number == 1 { pool.start(configuration.threads - 1, configuration, files, shards?.since) }
    begun.append(units)
    pool.submit(units, number)
  }

  /// Takes the results of the oldest batch, or does one, or waits for one.
  private mutating func advance(_ summary: inout RunSummary) throws(RunError) {
    if let results = pool.take(firstBegun) {
      let units = begun.removeFirst()
      firstBegun += 1
      for (unit, result) in zip(units, results) { try merge(result, of: unit, &summary) }
    } else if let batch = pool.claim() {
      pool.finish(batch.number, DocumentPool.results(of: batch.units, by: exporter))
    } else {
      pool.wait()
    }
  }

  /// Exports a large document as it is mapped, without holding what it becomes.
  private mutating func export(
    _ units: [DocumentUnit], _ summary: inout RunSummary
  ) throws(RunError) {
    for case .document(let document, let source) in units {
      var own = RunSummary()
      var findings = DocumentFindings()
      own.validation = summary.validation.map { $0.withoutCounts }
      let isWritten = summary.outcome == .done
      if isWritten {
        try exporter.export(document, of: source, to: try output(of: source), &own, &findings)
      } else {
        try exporter.export(document, of: source, to: CollectedParts(), &own, &findings)
      }
      summary.add(own)
      try observer.add(findings, of: document, source, &summary)
      shards?.count(own)
      if isWritten { try write(findings.row, of: source) }
      progress?.report(summary.articles, reader.bytesRead)
    }
  }

  /// Adds a document to the list of them.
  private func write(_ row: DocumentRow?, of source: RecordSource) throws(RunError) {
    guard let shards, var row else { return }
    if row.isRejected { row = shards.since?.row(ofRejected: row) ?? row.ofRejected }
    try shards.output(of: source.stem).append(row.jsonLine, to: GraphChanges.documentsName)
  }

  /// Where a document's files go.
  private func output(of source: RecordSource) throws(RunError) -> OutputSet {
    try shards?.output(of: source.stem) ?? output
  }

  private mutating func merge(
    _ result: DocumentResult, of unit: DocumentUnit, _ summary: inout RunSummary
  ) throws(RunError) {
    switch unit {
    case .end(let source, let documents):
      if documents == 0 { summary.report([Run.holdsNoRecord(source)]) }
      if shards == nil, configuration.keeps(summary.outcome) { try output.finishFiles() }
    case .document(let document, let source):
      try merge(result, of: document, source, &summary)
      progress?.report(summary.articles, reader.bytesRead)
    }
  }

  private mutating func merge(
    _ result: DocumentResult, of document: RecordFile.Document, _ source: RecordSource,
    _ summary: inout RunSummary
  ) throws(RunError) {
    switch configuration.onError {
    case .stop:
      summary.add(result.summary)
      if let error = result.error { throw error }
      try observer.add(result.findings, of: document, source, &summary)
      guard summary.outcome == .done else { return }
      let output = try output(of: source)
      shards?.count(result.summary)
      try write(result.findings.row, of: source)
      for part in result.parts { try output.append(part.bytes, to: part.name) }
    case .skip:
      if let error = result.error, error.outcome != .invalidData { throw error }
      let output = try output(of: source)
      guard result.summary.outcome == .done, result.error == nil else {
        var own = result.summary.ofRejected
        if let error = result.error { own.report([error.diagnostic]) }
        summary.add(own)
        shards?.count(own)
        try write(result.findings.ofRejected.row, of: source)
        return try rejected.add(document, of: source, result, to: output)
      }
      summary.add(result.summary)
      try observer.add(result.findings, of: document, source, &summary)
      shards?.count(result.summary)
      try write(result.findings.row, of: source)
      for part in result.parts { try output.append(part.bytes, to: part.name) }
    }
  }
}
