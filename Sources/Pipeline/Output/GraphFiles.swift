internal import Ontology
internal import PropertyGraph
internal import RDF
internal import XML

/// Writes the graph and the tables of one file of records.
struct GraphFiles {
  /// The most nodes that a drawing takes, beyond which nobody can read it.
  static let drawingLimit = 2_000
  /// The most edges that a drawing takes.
  private static let drawnEdgeLimit = 10_000
  /// The most nodes and edges that a script takes.
  static let scriptLimit = CypherWriter.limit

  private let source: RecordSource
  private let ontology: Ontology
  private let configuration: Configuration

  init(_ source: RecordSource, _ ontology: Ontology, _ configuration: Configuration) {
    self.source = source
    self.ontology = ontology
    self.configuration = configuration
  }

  /// Writes a graph in the formats that are asked for.
  ///
  /// - Throws: ``RunError`` when a format cannot hold it, or the output cannot be written.
  func write(
    _ projection: consuming Projection, to output: OutputSet, _ summary: inout RunSummary
  ) throws(RunError) {
    let (graph, losses) = projection.finishReporting(format: "")
    if !configuration.formats.contains(.graphml) {
      summary.nodes += graph.nodes.count
      summary.edges += graph.edges.count
    }
    for format in configuration.formats where format.isHeldGraph {
      let name = "\(source.stem).\(format.rawValue)"
      summary.reports.append((name, losses.of(format: format.rawValue)))
      switch format {
      case .gexf:
        let bytes = try writingXML("GEXF") { () throws(XMLError) in
          try GEXFWriter.write(
            graph, ontology: ontology,
            colours: configuration.graphColours == .written ? .written : .leftOut)
        }
        try output.append(bytes, to: name)
      case .dot: try output.append(DOTWriter.write(graph, ontology: ontology), to: name)
      case .svg, .png: try output.append(try drawing(graph, format), to: name)
      case .neo4j:
        let files = Neo4jCSVWriter.write(graph)
        try output.append(files.nodes, to: "\(source.stem).nodes.csv")
        try output.append(files.relationships, to: "\(source.stem).relationships.csv")
      case .cypher:
        guard let script = CypherWriter.write(graph) else {
          throw RunError(
            .invalidData, file: source.name,
            "a Cypher script of \(graph.nodes.count + graph.edges.count) nodes and edges would "
              + "take too long to run; expected at most \(Self.scriptLimit), or --formats neo4j-csv"
          )
        }
        try output.append(script, to: "\(source.stem).cypher")
      case .nt, .nq, .ttl, .trig, .rdf, .jsonld, .rj, .csv, .geojson, .graphml: continue
      }
    }
  }

  /// Writes the nodes and edges that wait as GraphML.
  ///
  /// - Throws: ``RunError`` when the output cannot be written.
  func write(
    _ stream: GraphMLStream<SpoolFile>, to output: OutputSet, _ summary: inout RunSummary
  ) throws(RunError) {
    var stream = stream
    let name = "\(source.stem).graphml"
    do throws(GraphMLStreamError<RunError>) {
      let report = try stream.finish { bytes throws(RunError) in
        try output.append(bytes, to: name)
      }
      summary.nodes += report.nodes
      summary.edges += report.edges
      summary.reports.append((name, report))
    } catch {
      switch error {
      case .output(let error): throw error
      case .xml(let error):
        throw RunError(.invalidData, file: source.name, "GraphML cannot be written: \(error)")
      }
    }
  }

  private func writingXML(
    _ name: String, _ write: () throws(XMLError) -> [UInt8]
  ) throws(RunError) -> [UInt8] {
    do throws(XMLError) {
      return try write()
    } catch {
      throw RunError(.invalidData, file: source.name, "\(name) cannot be written: \(error)")
    }
  }

  private func drawing(
    _ graph: PropertyGraph, _ format: ExportFormat
  ) throws(RunError) -> [UInt8] {
    guard graph.nodes.count <= Self.drawingLimit, graph.edges.count <= Self.drawnEdgeLimit else {
      throw RunError(
        .invalidData, file: source.name,
        "a drawing of \(graph.nodes.count) nodes and \(graph.edges.count) edges could not be read; "
          + "expected at most \(Self.drawingLimit) and \(Self.drawnEdgeLimit)")
    }
    return try Graphviz(for: format).draw(
      DOTWriter.write(graph, ontology: ontology), of: source.name)
  }

  /// Writes tables in the formats that are asked for.
  ///
  /// - Throws: ``RunError`` when the output cannot be written.
  func write(
    _ tables: EventTables, to output: OutputSet, _ summary: inout RunSummary
  ) throws(RunError) {
    if configuration.formats.contains(.csv) {
      try output.append(tables.eventTable, to: "\(source.stem).events.csv")
      try output.append(tables.claimTable, to: "\(source.stem).claims.csv")
    }
    guard configuration.formats.contains(.geojson) else { return }
    let map = tables.map
    try output.append(map.bytes, to: "\(source.stem).geojson")
    guard map.unplacedCount > 0 else { return }
    let unusable =
      map.unusableCount == 0
      ? "" : "; \(map.unusableCount) with some that are no point, or in a system that is not read"
    summary.report([
      Diagnostic(
        .note, file: source.name,
        "GeoJSON leaves out \(map.unplacedCount) of \(map.eventCount) events, "
          + "for they have no place with coordinates\(unusable)")
    ])
  }
}
