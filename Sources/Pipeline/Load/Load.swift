internal import Crypto
internal import Foundation
internal import HTTP
internal import Publishing
internal import RDF

/// One load, once the inputs are known to be sound.
struct Load {
  private let settings: LoadSettings
  private let graphs: [(graph: GraphName, statements: Int)]
  /// The graphs that a table says are removed, in order, and so are not sent.
  private let deleted: [GraphName]
  private let isDeleted: Set<GraphName>
  private(set) var summary: LoadSummary
  private var changes = LoadChanges()
  private var faults = 0

  /// How many statements that were lost or added are shown.
  private static let shownFaults = 20
  /// How many graphs are told one by one.
  private static let shownSteps = 1000

  init(
    _ settings: LoadSettings, _ graphs: [(graph: GraphName, statements: Int)],
    deleting deleted: [GraphName], _ summary: LoadSummary
  ) {
    self.settings = settings
    self.deleted = deleted
    isDeleted = Set(deleted)
    self.graphs = graphs.filter { [isDeleted] in !isDeleted.contains($0.graph) }
    self.summary = summary
  }

  /// - Throws: ``RunError``; the summary says what was done before.
  mutating func run(_ inputs: borrowing LoadInputs) throws(RunError) {
    guard settings.mode != .compareOnly else { return try verify(inputs, in: try connected()) }
    guard settings.mode == .load || settings.deletedPrefix != nil else {
      summary.kind = settings.kind
      plan()
      for graph in deleted { note(graph, .delete, 0) }
      return
    }
    let store = try connected()
    let missing = try missing(from: store) + deleted
    guard settings.mode == .load else {
      plan()
      for graph in missing { note(graph, .delete, 0) }
      return
    }
    try send(inputs, to: store)
    for graph in missing {
      try asking { () throws(PublishingError) in try store.remove(graph) }
      note(graph, .delete, 0)
    }
    if settings.verification == .byValue { try verify(inputs, in: store) }
  }

  /// Says why the load could not go on.
  mutating func end(with error: RunError) {
    summary.failure = error.outcome
    summary.diagnostics.append(error.diagnostic)
    let done = summary.graphs + summary.skipped
    guard done > 0, done < graphs.count else { return }
    let hint =
      settings.journal.map { "the same command goes on from there, by \($0)" }
      ?? "with --resume a load goes on from where it stopped"
    summary.diagnostics.append(
      Diagnostic(
        .note, file: nil, "\(done) of \(graphs.count) graphs were loaded before; \(hint)"))
  }

  // MARK: The store

  private mutating func connected() throws(RunError) -> GraphStore {
    let kind: StoreKind
    if let given = settings.kind {
      kind = given
    } else {
      // Whoever it turns out to be is not told the secrets before.
      let client = try client(.none)
      let said = try asking { () throws(PublishingError) in
        try GraphStore.kind(at: settings.store, client)
      }
      kind = said ?? .generic
    }
    summary.kind = kind
    let credentials = try LoadSecrets.credentials(settings, kind)
    warnOfOpenSecrets(credentials)
    let address = StoreAddress(
      settings.store, kind: kind, query: settings.queryURL, update: settings.updateURL)
    return GraphStore(address, try client(credentials), credentials)
  }

  private func client(_ credentials: HTTPCredentials) throws(RunError) -> HTTPClient {
    do throws(HTTPError) {
      return try HTTPClient(settings.http(credentials))
    } catch {
      throw RunError(.failedInputOutput, file: settings.store, "\(error)")
    }
  }

  private mutating func warnOfOpenSecrets(_ credentials: HTTPCredentials) {
    let isReadable =
      switch credentials {
      case .none, .digest: false
      case .basic, .bearer: true
      }
    let isLocal = ["localhost", "127.0.0.1", "[::1]"].contains { host in
      let address = settings.store.lowercased()
      return address == "http://\(host)" || address.hasPrefix("http://\(host):")
        || address.hasPrefix("http://\(host)/")
    }
    guard isReadable, !isLocal, settings.store.lowercased().hasPrefix("http://") else { return }
    summary.diagnostics.append(
      Diagnostic(
        .warning, file: settings.store,
        "the secret goes over the network as it is; expected an address that begins with https://"))
  }

  /// What a store gives; what it refuses ends the load.
  private func asking<Answer>(
    _ body: () throws(PublishingError) -> Answer
  ) throws(RunError) -> Answer {
    do throws(PublishingError) {
      return try body()
    } catch {
      let outcome: Outcome =
        switch error {
        case .noUnnamedGraph, .noEndpoint, .journal, .noAnswer(.badAddress, _),
          .noAnswer(.certificateFile, _):
          .wrongUsage
        case .undecided: .notEvaluated
        case .noAnswer, .notAllowed, .refused, .unreadable, .miscounted, .unreadableGraph, .term:
          .failedInputOutput
        }
      throw RunError(outcome, error.diagnostic)
    }
  }

  /// The store's graphs that the inputs lack, where such are to be removed.
  private func missing(from store: GraphStore) throws(RunError) -> [GraphName] {
    guard let prefix = settings.deletedPrefix else { return [] }
    let there = try asking { () throws(PublishingError) in
      try store.graphs(beginningWith: prefix)
    }
    let wanted = Set(graphs.map(\.graph)).union(deleted)
    return there.map { .named($0) }.filter { !wanted.contains($0) }
  }

  // MARK: Sending

  private mutating func plan() {
    for (graph, statements) in graphs { note(graph, settings.deed.step, statements) }
  }

  private mutating func note(
    _ graph: GraphName, _ deed: LoadSummary.Step.Deed, _ statements: Int
  ) {
    switch deed {
    case .replace, .add:
      summary.graphs += 1
      summary.statements += statements
    case .skip: summary.skipped += 1
    case .delete: summary.deleted += 1
    }
    guard summary.steps.count < Self.shownSteps else { return }
    summary.steps.append(
      LoadSummary.Step(graph: graph, deed: deed, statements: statements))
  }

  private mutating func send(
    _ inputs: borrowing LoadInputs, to store: GraphStore
  ) throws(RunError) {
    let journal = try settings.journal.map { file throws(RunError) in
      try asking { () throws(PublishingError) in
        try LoadJournal(file, store: store.address.graphs)
      }
    }
    let meter = LoadMeter(graphs.reduce(0) { $0 + $1.statements }, settings.onProgress)
    let loader = GraphLoader(
      store, settings.deed == .replace ? .replace : .add, journal: journal,
      partSize: settings.partSize,
      onStatements: { meter.add($0) })
    let clock = ContinuousClock()
    let begin = clock.now
    defer { summary.seconds = (clock.now - begin) / .seconds(1) }
    try inputs.forEachGraph { graph, quads, terms throws(RunError) in
      guard !isDeleted.contains(graph) else { return }
      var outcome = GraphLoader.Outcome.loaded
      do throws(PublishingError) {
        outcome = try loader.load(quads, of: terms, to: graph)
      } catch {
        try asking { () throws(PublishingError) in throw error }
      }
      note(graph, outcome == .wasThere ? .skip : settings.deed.step, quads.count)
    }
  }

  // MARK: Reading back

  private mutating func verify(
    _ inputs: borrowing LoadInputs, in store: GraphStore
  ) throws(RunError) {
    let digest = DigestAlgorithm(name: "SHA-256") { Array(SHA256.hash(data: $0)) }
    let canonicalizer = Canonicalizer(digest: digest)
    summary.verified = 0
    try inputs.forEachGraph { graph, quads, terms throws(RunError) in
      guard !isDeleted.contains(graph) else { return }
      var found: GraphComparison?
      do throws(PublishingError) {
        found = try GraphComparison(
          quads, of: terms, with: try store.read(graph), in: graph, canonicalizer: canonicalizer)
      } catch {
        try asking { () throws(PublishingError) in throw error }
      }
      if let found { take(found, graph) }
    }
    summary.diagnostics += changes.diagnostics(in: settings.store)
    if faults > Self.shownFaults {
      summary.diagnostics.append(
        Diagnostic(
          .note, file: settings.store, "… and \(faults - Self.shownFaults) statements more"))
    }
  }

  private mutating func take(_ found: GraphComparison, _ graph: GraphName) {
    summary.verified = (summary.verified ?? 0) + found.kept
    changes.add(found.changes)
    for line in found.lost { fault("lost from \(graph): \(line)") }
    // What a graph held before may stay there when statements are added.
    guard settings.deed == .replace else { return }
    for line in found.added { fault("in \(graph) and not in what was sent: \(line)") }
  }

  private mutating func fault(_ message: String) {
    faults += 1
    guard faults <= Self.shownFaults else { return }
    summary.diagnostics.append(Diagnostic(.error, file: settings.store, message))
  }
}

extension LoadSettings.Deed {
  fileprivate var step: LoadSummary.Step.Deed {
    switch self {
    case .replace: .replace
    case .add: .add
    }
  }
}
