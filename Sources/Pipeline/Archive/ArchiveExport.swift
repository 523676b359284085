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
    exporter = try DocumentExporter(configuration, files)
    if let count = configuration.shards, case .folder(let folder) = configuration.target {
      shards = try ShardedOutput(count, in: folder, names, files, configuration)
    } else {
      shards = nil
    }
    reader = ArchiveReader(names, configuration, shards)
  }

  /// Exports all files.
  ///
  /// - Throws: ``RunError`` when an input cannot be read, a format cannot hold a document, or the
  ///   output cannot be written.
  mutating func run(_ summary: inout RunSummary) throws(RunError) {
    defer { pool.end() }
    exporter.begin(&summary)
    shards?.addWhatWasDone(to: &summary)
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
  /// - Returns: the files, each with its bytes.
  /// - Throws: ``RunError`` with what the system says.
  func commit() throws(RunError) -> [(name: String, bytes: Int)] {
    guard let shards else { return try output.commit() }
    return try shards.publish()
  }

  /// Leaves nothing behind.
  func discard() { shards?.discard() }

  private mutating func begin(_ units: [DocumentUnit]) {
    let number = firstBegun + begun.count
    // The first batch may be all there is, which needs no second thread.
    if number == 1 { pool.start(configuration.threads - 1, configuration, files) }
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
  private func export(
    _ units: [DocumentUnit], _ summary: inout RunSummary
  ) throws(RunError) {
    for case .document(let document, let source) in units {
      var own = RunSummary()
      own.validation = summary.validation.map { $0.withoutCounts }
      if summary.outcome == .done {
        try exporter.export(document, of: source, to: try output(of: source), &own)
      } else {
        try exporter.export(document, of: source, to: CollectedParts(), &own)
      }
      summary.add(own)
      shards?.count(own)
      configuration.onArticle?(summary.articles)
    }
  }

  /// Where a document's files go.
  private func output(of source: RecordSource) throws(RunError) -> OutputSet {
    try shards?.output(of: source.stem) ?? output
  }

  private func merge(
    _ result: DocumentResult, of unit: DocumentUnit, _ summary: inout RunSummary
  ) throws(RunError) {
    switch unit {
    case .end(let source, let documents):
      if documents == 0 { summary.report([Run.holdsNoRecord(source)]) }
      if shards == nil, configuration.keeps(summary.outcome) { try output.finishFiles() }
    case .document(let document, let source):
      try merge(result, of: document, source, &summary)
      configuration.onArticle?(summary.articles)
    }
  }

  private func merge(
    _ result: DocumentResult, of document: RecordFile.Document, _ source: RecordSource,
    _ summary: inout RunSummary
  ) throws(RunError) {
    switch configuration.onError {
    case .stop:
      summary.add(result.summary)
      if let error = result.error { throw error }
      guard summary.outcome == .done else { return }
      let output = try output(of: source)
      shards?.count(result.summary)
      for part in result.parts { try output.append(part.bytes, to: part.name) }
    case .skip:
      if let error = result.error, error.outcome != .invalidData { throw error }
      let output = try output(of: source)
      guard result.summary.outcome == .done, result.error == nil else {
        var own = result.summary.ofRejected
        if let error = result.error { own.report([error.diagnostic]) }
        summary.add(own)
        shards?.count(own)
        return try rejected.add(document, of: source, result, to: output)
      }
      summary.add(result.summary)
      shards?.count(result.summary)
      for part in result.parts { try output.append(part.bytes, to: part.name) }
    }
  }
}
