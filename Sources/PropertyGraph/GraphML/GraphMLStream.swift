public import Ontology
public import RDF
public import XML

/// Why a graph cannot be written.
public enum GraphMLStreamError<Failure: Error>: Error {
  /// What a value holds XML cannot.
  case xml(XMLError)
  /// A spool or what the document is handed to failed.
  case output(Failure)
}

/// Writes the graph of many articles as one GraphML document.
///
/// Nodes and edges wait in two spools until all are known, for readers lose edges that come before
/// their nodes, and keys have to stand before both. Which type a key has is known from the ontology;
/// only those that are used are declared, for some readers give every node all that are. In memory
/// are the IRIs of distinct nodes, and a word for each later mention of one.
///
/// - SeeAlso: The GraphML File Format, sections 2 and 3.
public struct GraphMLStream<Spool: ElementSpool> {
  private var builder: GraphBuilder<Spool>
  private let dialect: GraphMLDialect
  private var degrees: [UInt32] = []
  /// The values of the element at hand, whose room the next one takes over.
  private var values = GraphValues()

  private static var partSize: Int { 1 << 18 }

  /// Begins a document.
  public init(
    ontology: Ontology, options: Projection.Options, dialect: GraphMLDialect, nodes: Spool,
    edges: Spool
  ) {
    builder = GraphBuilder(ontology, options, nodes: nodes, edges: edges)
    self.dialect = dialect
  }

  // MARK: Adding

  /// Adds the quads of one article.
  ///
  /// - Throws: what the spool throws.
  public mutating func add(_ dataset: borrowing Dataset) throws(Spool.Failure) {
    try builder.add(dataset)
  }

  /// The number of a key, which is text where no ontology says otherwise.
  public mutating func key(_ name: String, kind: GraphKey.Kind = .string) -> GraphKeyNumber {
    builder.words.keys.number(name, kind)
  }

  /// Adds a node by its IRI, or values to one that there is.
  ///
  /// - Returns: the node's number.
  /// - Throws: what the spool throws.
  public mutating func addNode(
    _ iri: String, _ fill: (inout GraphValues) -> Void
  ) throws(Spool.Failure) -> Int {
    values.removeAll()
    values.add(GraphKeyNumber(.iri), iri)
    fill(&values)
    return try builder.add(node: iri, ViewKind.thing.number, values)
  }

  /// Adds an edge between two nodes by their numbers.
  ///
  /// - Throws: what the spool throws.
  public mutating func addEdge(
    from source: Int, to target: Int, _ fill: (inout GraphValues) -> Void
  ) throws(Spool.Failure) {
    values.removeAll()
    fill(&values)
    try builder.add(edge: source, target, values)
  }

  // MARK: Writing

  /// Writes the document in parts.
  ///
  /// - Parameter write: what a part is handed to.
  /// - Returns: what the document does not hold, and what its readers will lose.
  /// - Throws: ``GraphMLStreamError``.
  public mutating func finish(
    _ write: ([UInt8]) throws(Spool.Failure) -> Void
  ) throws(GraphMLStreamError<Spool.Failure>) -> LossReport {
    try spooled { builder throws(Spool.Failure) in try builder.prepare() }
    let keys = builder.words.keys
    var writing = GraphMLWriting(
      dialect, keys.names.indices.map { keys.key($0) }, nodeCount: builder.nodeCount)
    if dialect == .gephi { try countDegrees() }
    var report = LossReport(format: "graphml", dialect: dialect.rawValue)
    var element = GraphElement()
    do {
      var output = try XMLOutput()
      try writing.begin(keys.ofNodes, keys.ofEdges, in: &output)
      while try builder.nextNode(&element) {
        let degree = degrees.isEmpty ? 0 : Int(degrees[element.first])
        try writing.write(node: element, degree: degree, to: &output)
        report.nodes += 1
        if output.waiting > Self.partSize { try write(output.take()) }
      }
      while try builder.nextEdge(&element) {
        try writing.write(edge: element, to: &output)
        report.edges += 1
        if output.waiting > Self.partSize { try write(output.take()) }
      }
      try writing.end(in: &output)
      try write(try output.finish())
    } catch let error as XMLError {
      throw .xml(error)
    } catch let error as Spool.Failure {
      throw .output(error)
    } catch {
      throw .xml(.writer(-1))
    }
    report.add(builder.losses)
    report.add(writing.changes())
    report.readers = writing.absences()
    return report
  }

  private mutating func spooled(
    _ body: (inout GraphBuilder<Spool>) throws(Spool.Failure) -> Void
  ) throws(GraphMLStreamError<Spool.Failure>) {
    do throws(Spool.Failure) {
      try body(&builder)
    } catch {
      throw .output(error)
    }
  }

  /// Counts each node's edges, of which the size in Gephi comes.
  private mutating func countDegrees() throws(GraphMLStreamError<Spool.Failure>) {
    degrees = Array(repeating: 0, count: builder.nodeCount)
    do throws(Spool.Failure) {
      try builder.edges.rewind()
      var element = GraphElement()
      while try builder.edges.next(&element) {
        guard !builder.taken.contains(builder.edges.position - element.size) else { continue }
        degrees[element.first] += 1
        degrees[element.second] += 1
      }
      try builder.edges.rewind()
    } catch {
      throw .output(error)
    }
  }
}
