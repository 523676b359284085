internal import Extraction
internal import Ontology
internal import PropertyGraph
internal import RDF
internal import RDFIO
internal import XML

/// What one file of records becomes.
///
/// Lines and Turtle go out record by record. RDF/XML, RDF/JSON, JSON-LD and GraphML are one document
/// each, so their quads, nodes and edges are held until the file ends.
struct FileExport: ~Copyable {
  private let file: RecordFile
  private let configuration: Configuration
  private var projection: Projection
  /// The triples of RDF/XML and RDF/JSON, by the part of the output they are for.
  private var document = Dataset()
  /// The quads of JSON-LD.
  private var whole = Dataset()
  private var documentGraphs: [TermID: String] = [:]

  /// The graphs that formats without graph names put into files of their own.
  private static let sideGraphs = ["background", "links", "provenance"]

  init(_ file: RecordFile, _ ontology: Ontology, _ configuration: Configuration) {
    self.file = file
    self.configuration = configuration
    projection = Projection(
      ontology: ontology,
      options: Projection.Options(extras: Set(configuration.graphExtras.map(\.projected))))
  }

  /// Adds one record's quads.
  ///
  /// - Throws: ``RunError`` when a format cannot hold them, or the output cannot be written.
  mutating func add(
    _ dataset: borrowing Dataset, of record: ExtractionRecord, to output: OutputSet,
    _ summary: inout RunSummary
  ) throws(RunError) {
    for format in configuration.formats where checkXML(dataset, record, format, &summary) {
      switch format {
      case .nq:
        try output.append(lines(dataset.quads, dataset.terms, .nquads), to: "\(file.stem).nq")
      case .graphml:
        projection.add(dataset)
      case .jsonld:
        try keepAll(dataset)
      case .rj where configuration.formats.contains(.rdf):
        // Its triples are those of RDF/XML, which are kept once.
        continue
      case .nt, .ttl, .rdf, .rj:
        try addParts(dataset, format, to: output, &summary)
      }
    }
  }

  /// Reports, at the record's own line, what a format that is XML cannot hold.
  private func checkXML(
    _ dataset: borrowing Dataset, _ record: ExtractionRecord, _ format: ExportFormat,
    _ summary: inout RunSummary
  ) -> Bool {
    guard format == .rdf || format == .graphml else { return true }
    var seen = Set<TermID>()
    var isWell = true
    for (number, quad) in dataset.quads.enumerated() {
      let message: String
      if format == .rdf {
        guard let fault = RDFXMLOutput.fault(in: quad, of: dataset.terms) else { continue }
        guard seen.insert(quad.object).inserted else { continue }
        message = "RDF/XML cannot hold \(Self.shortened(fault.term)): \(fault.reason)"
      } else {
        guard dataset.terms.isOutsideXML(quad.object), seen.insert(quad.object).inserted else {
          continue
        }
        message =
          "GraphML cannot hold \(Self.shortened(dataset.terms.spelled(quad.object))): "
          + "XML has no way to write one of its characters"
      }
      isWell = false
      summary.report([
        Diagnostic(
          .error, file: record.file, position: record.position(of: dataset.origin(of: number)),
          message)
      ])
    }
    return isWell
  }

  private static func shortened(_ text: String) -> String {
    text.unicodeScalars.count > 100 ? "\(String(text.unicodeScalars.prefix(100)))…" : text
  }

  /// Adds the article's own graph and the side graphs, each to a file of its own.
  private mutating func addParts(
    _ dataset: borrowing Dataset, _ format: ExportFormat, to output: OutputSet,
    _ summary: inout RunSummary
  ) throws(RunError) {
    var own = dataset.quads
    for side in Self.sideGraphs {
      let wanted = Array("/\(side)>".utf8)
      let quads = own.filter { quad in
        dataset.terms.bytes[dataset.terms.spelling(of: quad.graph)].suffix(wanted.count)
          .elementsEqual(wanted)
      }
      guard !quads.isEmpty else { continue }
      let graphs = Set(quads.map(\.graph))
      own.removeAll { graphs.contains($0.graph) }
      if configuration.target == .standardOutput {
        summary.leftOut.insert(side)
      } else {
        try add(quads, dataset.terms, format, part: ".\(side)", to: output, &summary)
      }
    }
    try add(own, dataset.terms, format, part: "", to: output, &summary)
  }

  private mutating func add(
    _ quads: [Quad], _ terms: borrowing TermTable, _ format: ExportFormat, part: String,
    to output: OutputSet, _ summary: inout RunSummary
  ) throws(RunError) {
    let name = "\(file.stem)\(part).\(format.rawValue)"
    switch format {
    case .nt:
      try output.append(lines(quads, terms, .ntriples), to: name)
    case .ttl:
      let turtle: (bytes: [UInt8], author: TurtleOutput.Author)
      do throws(RDFIOError) {
        turtle = try TurtleOutput.write(quads, of: terms, prefixes: Prefixes.all)
      } catch {
        throw RunError(.invalidData, error.diagnostic(in: file.name))
      }
      if turtle.author == .griot { summary.usedOwnTurtle = true }
      try output.append(turtle.bytes, to: name)
    case .rdf, .rj:
      try keep(quads, terms, part)
    case .nq, .jsonld, .graphml: return
    }
  }

  /// Keeps all quads for the one document that JSON-LD is.
  private mutating func keepAll(_ dataset: borrowing Dataset) throws(RunError) {
    do throws(TermError) {
      for quad in dataset.quads {
        whole.insert(
          Quad(
            try whole.terms.intern(quad.subject, of: dataset.terms),
            try whole.terms.intern(quad.predicate, of: dataset.terms),
            try whole.terms.intern(quad.object, of: dataset.terms),
            graph: try whole.terms.intern(quad.graph, of: dataset.terms)))
      }
    } catch {
      throw RunError(.invalidData, file: file.name, error.description)
    }
  }

  /// Keeps triples for the one document that RDF/XML or RDF/JSON is.
  private mutating func keep(
    _ quads: [Quad], _ terms: borrowing TermTable, _ part: String
  ) throws(RunError) {
    do throws(TermError) {
      let graph = try document.terms.iri("griot:part\(part)")
      documentGraphs[graph] = part
      for quad in quads {
        document.insert(
          Quad(
            try document.terms.intern(quad.subject, of: terms),
            try document.terms.intern(quad.predicate, of: terms),
            try document.terms.intern(quad.object, of: terms), graph: graph))
      }
    } catch {
      throw RunError(.invalidData, file: file.name, error.description)
    }
  }

  private func lines(
    _ quads: [Quad], _ terms: borrowing TermTable, _ syntax: RDFSyntax
  ) throws(RunError) -> [UInt8] {
    switch configuration.lineSerializer {
    case .griot:
      var bytes: [UInt8] = []
      LineWriter.append(quads, of: terms, syntax: syntax, to: &bytes)
      return bytes
    case .raptor:
      do throws(RDFIOError) {
        return try RaptorWriter.write(quads, of: terms, syntax: syntax)
      } catch {
        throw RunError(.invalidData, error.diagnostic(in: file.name))
      }
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
      for (graph, part) in documentGraphs.sorted(by: { $0.key < $1.key }) {
        let quads = document.quads.filter { $0.graph == graph }
        let bytes: [UInt8]
        do throws(RDFIOError) {
          bytes =
            format == .rdf
            ? try RDFXMLOutput.write(quads, of: document.terms, prefixes: Prefixes.all)
            : try RDFJSONOutput.write(quads, of: document.terms)
        } catch {
          throw RunError(.invalidData, error.diagnostic(in: file.name))
        }
        try output.append(bytes, to: "\(file.stem)\(part).\(format.rawValue)")
      }
    }
    if configuration.formats.contains(.jsonld) {
      try output.append(try jsonLD(), to: "\(file.stem).jsonld")
    }
    guard configuration.formats.contains(.graphml) else { return }
    let graph = projection.finish()
    summary.nodes += graph.nodes.count
    summary.edges += graph.edges.count
    let bytes: [UInt8]
    do throws(XMLError) {
      bytes = try GraphMLWriter.write(graph)
    } catch {
      throw RunError(.invalidData, file: file.name, "GraphML cannot be written: \(error)")
    }
    try output.append(bytes, to: "\(file.stem).graphml")
  }
}

extension GraphExtra {
  var projected: Projection.Extra {
    switch self {
    case .denied: .denied
    case .background: .background
    }
  }
}
