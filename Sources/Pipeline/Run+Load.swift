internal import HTTP
internal import Linking
internal import Publishing
internal import RDF

extension Run {
  /// Loads records and RDF into a store, a graph after the other.
  ///
  /// With an error in any input nothing is sent. Each graph is replaced as a whole or stays; RDF is
  /// held in memory, records are read twice and held one at a time.
  ///
  /// - Returns: what was done, also where the store did not let all be done.
  /// - Throws: ``RunError`` when an input cannot be read or the settings are wrong.
  public static func load(
    _ configuration: Configuration, _ settings: LoadSettings
  ) throws(RunError) -> LoadSummary {
    if let graph = settings.graph, let fault = IRISyntax.fault(in: graph) {
      throw RunError(
        .wrongUsage, file: nil, "--graph \"\(graph)\" is not an absolute IRI: \(fault)")
    }
    for url in [settings.store, settings.queryURL, settings.updateURL].compactMap(\.self) {
      do throws(HTTPError) {
        try HTTPClient.check(url)
      } catch {
        // The address may hold a secret, and so is no place to name.
        throw RunError(.wrongUsage, file: nil, "\(error)")
      }
    }
    // A secret that is missing is said before all is read.
    _ = try LoadSecrets.credentials(settings, .generic)
    let deleted = try settings.deletedGraphs.map { (name) throws(RunError) in
      try Self.graphs(listedIn: name)
    }
    var inputs = try LoadInputs(configuration, settings)
    var summary = LoadSummary(store: settings.store)
    summary.mode = settings.mode
    let graphs = try inputs.check(&summary)
    guard summary.outcome == .done else { return summary }
    var load = Load(settings, graphs, deleting: deleted ?? [], summary)
    do throws(RunError) {
      try load.run(inputs)
    } catch {
      load.end(with: error)
    }
    return load.summary
  }

  /// The graphs that a table names, each once.
  private static func graphs(listedIn name: String) throws(RunError) -> [GraphName] {
    let bytes = try InputFiles.bytes(name)
    var found: [GraphName] = []
    var seen: Set<String> = []
    do throws(LinkingError) {
      let table = try TabTable(bytes, file: name)
      try table.require("graph")
      for row in table.rows where seen.insert(row["graph"]).inserted {
        let graph = row["graph"]
        if let fault = IRISyntax.fault(in: graph) {
          throw .malformed(
            Diagnostic(
              .error, file: name, position: SourcePosition(line: row.line, column: nil),
              "\"\(graph)\" is not an absolute IRI: \(fault)"))
        }
        found.append(.named(graph))
      }
    } catch {
      throw RunError(.wrongUsage, error.diagnostic)
    }
    return found
  }
}
