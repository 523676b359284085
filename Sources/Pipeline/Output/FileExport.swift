internal import Extraction
internal import Ontology
internal import PropertyGraph
internal import RDF
internal import RDFIO

/// What one file of records becomes.
///
/// Lines, Turtle and TriG go out record by record. RDF/XML, RDF/JSON, JSON-LD, tables and graphs but
/// GraphML are one document each, so their quads, nodes, edges and rows are held until the file ends;
/// the nodes and edges of GraphML wait in spools.
struct FileExport: ~Copyable {
  private let source: RecordSource
  private let configuration: Configuration
  private let ontology: Ontology
  private var stream: GraphMLStream<SpoolFile>?
  /// Nil where no format asks for it, for making it costs as much as a document does.
  private var projection: Projection?
  /// Nil where no format asks for them.
  private var tables: EventTables?
  /// All quads, for the formats that are one document.
  private var whole = Dataset()

  /// The graphs that formats without graph names put into files of their own.
  private static let sideGraphs: [(String, ArticleGraphs.Role)] = [
    ("background", .background), ("links", .links), ("provenance", .provenance),
  ]
  private static let linesAtOnce = 1 << 13

  init(_ source: RecordSource, _ ontology: Ontology, _ configuration: Configuration) {
    self.source = source
    self.configuration = configuration
    self.ontology = ontology
    if configuration.formats.contains(where: \.isHeldGraph) {
      projection = Projection(ontology: ontology, options: configuration.graph.options)
    }
    if configuration.formats.contains(where: \.isTable) {
      tables = EventTables(ontology: ontology, options: configuration.graph.options)
    }
  }

  /// Adds one record's quads.
  ///
  /// - Throws: ``RunError`` when a format cannot hold them, or the output cannot be written.
  mutating func add(
    _ dataset: borrowing Dataset, of record: ExtractionRecord, to output: some PartSink,
    _ summary: inout RunSummary
  ) throws(RunError) {
    let isWell = configuration.formats.map { checkXML(dataset, record, $0, &summary) }
    // What one format cannot hold of a record keeps all of it from the others.
    guard !isWell.contains(false) else { return }
    for format in configuration.formats {
      switch format {
      case .nq:
        try appendLines(dataset.quads, dataset.terms, .nquads, to: output, "\(source.stem).nq")
      case .trig:
        let bytes = try refusing { () throws(RDFIOError) in
          try TurtleOutput.writeTriG(dataset.quads, of: dataset.terms, prefixes: Prefixes.all)
        }
        try output.append(bytes, to: "\(source.stem).trig")
      case .graphml:
        try stream(dataset, to: output)
      case .nt, .ttl:
        try writeParts(dataset.quads, dataset.terms, format, to: output, &summary)
      case .rdf, .rj, .jsonld, .gexf, .dot, .svg, .png, .neo4j, .cypher, .csv, .geojson:
        continue
      }
    }
    projection?.add(dataset)
    tables?.add(dataset)
    let documents: [ExportFormat] = [.rdf, .rj, .jsonld]
    if configuration.formats.contains(where: { documents.contains($0) }) { try keep(dataset) }
  }

  /// Reports, at the record's own line, what a format that is XML cannot hold.
  private func checkXML(
    _ dataset: borrowing Dataset, _ record: ExtractionRecord, _ format: ExportFormat,
    _ summary: inout RunSummary
  ) -> Bool {
    guard let name = format.nameOfXML else { return true }
    var seen = Set<TermID>()
    var isWell = true
    for (number, quad) in dataset.quads.enumerated() {
      let message: String
      if format == .rdf {
        guard let fault = RDFXMLOutput.fault(in: quad, of: dataset.terms) else { continue }
        guard seen.insert(quad.object).inserted else { continue }
        message = "\(name) cannot hold \(Self.shortened(fault.term)): \(fault.reason)"
      } else {
        guard dataset.terms.isOutsideXML(quad.object), seen.insert(quad.object).inserted else {
          continue
        }
        message =
          "\(name) cannot hold \(Self.shortened(dataset.terms.spelled(quad.object))): "
          + "XML has no way to write one of its characters"
      }
      isWell = false
      summary.report([
        Diagnostic(
          .error, file: record.file(of: dataset.origin(of: number)),
          position: record.position(of: dataset.origin(of: number)),
          message)
      ])
    }
    return isWell
  }

  private static func shortened(_ text: String) -> String {
    text.unicodeScalars.count > 100 ? "\(String(text.unicodeScalars.prefix(100)))…" : text
  }

  /// Writes the articles' own graphs and the side graphs, each kind to a file of its own.
  private func writeParts(
    _ quads: [Quad], _ terms: borrowing TermTable, _ format: ExportFormat, to output: some PartSink,
    _ summary: inout RunSummary
  ) throws(RunError) {
    var own = quads
    let graphs = ArticleGraphs(quads, terms)
    for (side, role) in Self.sideGraphs {
      let found = own.filter { graphs.role(of: $0.graph) == role }
      guard !found.isEmpty else { continue }
      own.removeAll { graphs.role(of: $0.graph) == role }
      if configuration.target == .standardOutput {
        summary.leftOut.insert(side)
      } else {
        try write(found, terms, format, part: ".\(side)", to: output, &summary)
      }
    }
    try write(own, terms, format, part: "", to: output, &summary)
  }

  private func write(
    _ quads: [Quad], _ terms: borrowing TermTable, _ format: ExportFormat, part: String,
    to output: some PartSink, _ summary: inout RunSummary
  ) throws(RunError) {
    let name = "\(source.stem)\(part).\(format.rawValue)"
    switch format {
    case .ttl:
      let turtle = try refusing { () throws(RDFIOError) in
        try TurtleOutput.write(quads, of: terms, prefixes: Prefixes.all)
      }
      if turtle.author == .griot { summary.usedOwnTurtle = true }
      try output.append(turtle.bytes, to: name)
    case .rdf:
      let bytes = try refusing { () throws(RDFIOError) in
        try RDFXMLOutput.write(quads, of: terms, prefixes: Prefixes.all)
      }
      try output.append(bytes, to: name)
    case .rj:
      let bytes = try refusing { () throws(RDFIOError) in
        try RDFJSONOutput.write(quads, of: terms)
      }
      try output.append(bytes, to: name)
    case .nt, .nq, .trig, .jsonld, .graphml, .gexf, .dot, .svg, .png, .neo4j, .cypher, .csv,
      .geojson:
      try appendLines(quads, terms, .ntriples, to: output, name)
    }
  }

  /// What a writer gives; what it refuses is the data's fault.
  private func refusing<Written>(
    _ write: () throws(RDFIOError) -> Written
  ) throws(RunError) -> Written {
    do throws(RDFIOError) {
      return try write()
    } catch {
      throw RunError(.invalidData, error.diagnostic(in: source.name))
    }
  }

  /// Keeps all quads for the formats that are one document.
  private mutating func keep(_ dataset: borrowing Dataset) throws(RunError) {
    do throws(TermError) {
      for quad in dataset.quads {
        whole.insert(try whole.terms.intern(quad, of: dataset.terms))
      }
    } catch {
      throw RunError(.invalidData, file: source.name, error.description)
    }
  }

  /// Writes lines in parts, for one record can have many.
  private func appendLines(
    _ quads: [Quad], _ terms: borrowing TermTable, _ syntax: RDFSyntax, to output: some PartSink,
    _ name: String
  ) throws(RunError) {
    switch configuration.lineSerializer {
    case .griot:
      var start = 0
      repeat {
        let end = min(start + Self.linesAtOnce, quads.count)
        var bytes: [UInt8] = []
        LineWriter.append(quads[start..<end], of: terms, syntax: syntax, to: &bytes)
        try output.append(bytes, to: name)
        start = end
      } while start < quads.count
    case .raptor:
      let bytes = try refusing { () throws(RDFIOError) in
        try RaptorWriter.write(quads, of: terms, syntax: syntax)
      }
      try output.append(bytes, to: name)
    }
  }

  private func jsonLD() throws(RunError) -> [UInt8] {
    do throws(RDFIOError) {
      return JSONLDWriter.compacted(
        whole, context: try JSONLDContext(ShippedFiles.context, file: "context.jsonld"),
        placement: configuration.contextIRI.map { .reference($0) } ?? .inline)
    } catch {
      throw RunError(.wrongUsage, error.diagnostic)
    }
  }

  /// Writes what could not go out record by record.
  ///
  /// - Throws: ``RunError`` when a format cannot hold it, or the output cannot be written.
  consuming func finish(
    to output: OutputSet, _ summary: inout RunSummary
  ) throws(RunError) {
    for format in configuration.formats where format == .rdf || format == .rj {
      try writeParts(whole.quads, whole.terms, format, to: output, &summary)
    }
    if configuration.formats.contains(.jsonld) {
      try output.append(try jsonLD(), to: "\(source.stem).jsonld")
    }
    let files = GraphFiles(source, ontology, configuration)
    if let tables { try files.write(tables, to: output, &summary) }
    if let projection { try files.write(projection, to: output, &summary) }
    if let stream { try files.write(stream, to: output, &summary) }
  }

  /// Adds an article's nodes and edges to those that wait.
  private mutating func stream(
    _ dataset: borrowing Dataset, to output: some PartSink
  ) throws(RunError) {
    if stream == nil {
      stream = GraphMLStream(
        ontology: ontology, options: configuration.graph.options,
        dialect: configuration.graph.dialect.written, nodes: try output.spool(),
        edges: try output.spool())
    }
    try stream?.add(dataset)
  }
}
