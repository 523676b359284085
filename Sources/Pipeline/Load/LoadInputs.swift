internal import Publishing
internal import RDF
internal import RDFIO

/// What a load reads, article by article of records and all at once of RDF.
struct LoadInputs: ~Copyable {
  private let configuration: Configuration
  private let graph: GraphName
  private var records: [String] = []
  private var files: [(name: String, syntax: RDFSyntax)] = []
  private var data: RDFData

  /// - Throws: ``RunError`` where there is no such file, or it cannot be read twice.
  init(_ configuration: Configuration, _ settings: LoadSettings) throws(RunError) {
    self.configuration = configuration
    data = RDFData(Dataset(), configuration)
    graph = settings.graph.map { .named($0) } ?? .unnamed
    for name in try InputFiles.expand(configuration.inputs, [.records, .rdf]) {
      let syntax = configuration.inputSyntax ?? InputSyntax(fileName: name)
      if let rdf = syntax?.rdf {
        files.append((name, rdf))
      } else if name == "-" {
        throw RunError(
          .wrongUsage, file: "<stdin>",
          syntax == nil
            ? "nothing says what syntax this is; expected --from with one of nt, nq, ttl, trig, rdf"
            : "records are read twice, which standard input cannot be; expected a file, or griot "
              + "export before")
      } else {
        records.append(name)
      }
    }
  }

  /// What reading and mapping records takes.
  private func stage(_ gate: ExportGate) -> Configuration {
    var configuration = configuration
    configuration.inputs = records
    configuration.gate = gate
    return configuration
  }

  /// Reads all inputs, holds records against shapes and ontology, and counts.
  ///
  /// - Returns: the graphs with how many statements they have, in order; none with an error in any
  ///   input.
  /// - Throws: ``RunError``.
  mutating func check(
    _ summary: inout LoadSummary
  ) throws(RunError) -> [(graph: GraphName, statements: Int)] {
    var found: [(graph: GraphName, statements: Int)] = []
    var files: [GraphName: String] = [:]
    if !records.isEmpty {
      var read = RunSummary()
      try Run.documents(stage(configuration.gate), &read) { file, stage, read throws(RunError) in
        try Run.records(of: file, configuration, &read) { record, read throws(RunError) in
          guard stage.load(record, &read) else { return }
          for (graph, quads) in Self.groups(stage.dataset, unnamed: graph) {
            if let other = files.updateValue(file.name, forKey: graph) {
              throw RunError(
                .invalidData, file: file.name,
                "the graph \(graph) is in \(other) too, and one would replace the other; expected "
                  + "a source id of its own for each article")
            }
            found.append((graph, quads.count))
          }
        }
      }
      summary.records = read
      guard read.outcome == .done else { return [] }
    }
    for (name, syntax) in self.files { summary.diagnostics += try data.read(name, syntax) }
    guard summary.outcome == .done else { return [] }
    for (graph, quads) in Self.groups(data.dataset, unnamed: graph) {
      if let other = files[graph] {
        throw RunError(
          .invalidData, file: nil,
          "the graph \(graph) is in \(other) and in RDF too, and one would replace the other")
      }
      found.append((graph, quads.count))
    }
    return found
  }

  /// Hands out each graph that ``check(_:)`` found, in the same order.
  ///
  /// - Throws: ``RunError``.
  func forEachGraph(
    _ body: (GraphName, [Quad], borrowing TermTable) throws(RunError) -> Void
  ) throws(RunError) {
    if !records.isEmpty {
      var read = RunSummary()
      // They were held against the shapes before.
      try Run.documents(stage(.open), &read) { file, stage, read throws(RunError) in
        try Run.records(of: file, configuration, &read) { record, read throws(RunError) in
          guard stage.load(record, &read) else { return }
          for (graph, quads) in Self.groups(stage.dataset, unnamed: graph) {
            try body(graph, quads, stage.dataset.terms)
          }
        }
      }
    }
    for (graph, quads) in Self.groups(data.dataset, unnamed: graph) {
      try body(graph, quads, data.dataset.terms)
    }
  }

  /// The quads of each graph, in the order of their first ones.
  private static func groups(
    _ dataset: borrowing Dataset, unnamed: GraphName
  ) -> [(GraphName, [Quad])] {
    var found: [(GraphName, [Quad])] = []
    var positions: [TermID: Int] = [:]
    var byName: [GraphName: Int] = [:]
    for quad in dataset.quads {
      if let position = positions[quad.graph] {
        found[position].1.append(quad)
        continue
      }
      let name =
        quad.graph == .defaultGraph ? unnamed : .named(dataset.terms.string(of: quad.graph))
      let position = byName[name] ?? found.count
      if position == found.count { found.append((name, [])) }
      byName[name] = position
      positions[quad.graph] = position
      found[position].1.append(quad)
    }
    return found
  }
}
