public import Ontology
public import RDF

/// Turns the datasets of articles into one property graph.
///
/// Entities and events become nodes, statements between them edges. A claim gives its data to the
/// edge of its plain triple; without one it is an edge whose label shows how it is put. A bounded
/// number is text. The article's own graph is drawn, with others' names for its entities, and its
/// background when that is asked for. What several articles say of one thing stands in one node.
public struct Projection {
  /// What is drawn only when it is asked for.
  public enum Extra: Hashable, Sendable {
    /// Claims that the article denies.
    case denied
    /// What the article does not say and the record knows from elsewhere.
    case background
  }

  /// What becomes of events.
  public enum Events: Sendable {
    /// They are nodes.
    case nodes
    /// An asserted one of an agent and of a place or target is an edge between the two.
    case collapsed
  }

  /// What becomes of types.
  public enum Types: Sendable {
    /// They are values of nodes.
    case values
    /// They are values, and edges to a node for each class.
    case edges
  }

  /// How properties and classes are named.
  public enum Names: Sendable {
    /// By local name, by CURIE where two share it.
    case local
    /// By CURIE.
    case curie
  }

  /// What the caller chooses.
  public struct Options: Sendable {
    /// The languages of labels, the preferred one first.
    public var languages: [String]
    /// What is drawn beside what always is.
    public var extras: Set<Extra>
    /// What becomes of events.
    public var events = Events.nodes
    /// What becomes of types.
    public var types = Types.values
    /// How properties and classes are named.
    public var names = Names.local
    /// The prefixes of CURIEs.
    public var prefixes = Options.usualPrefixes

    /// Makes options.
    public init(languages: [String] = ["fr", "en"], extras: Set<Extra> = []) {
      self.languages = languages
      self.extras = extras
    }

    /// The prefixes that are known without being told.
    public static let usualPrefixes: [(name: String, namespace: String)] = [
      ("griot", Ontology.namespace), ("rdf", Namespace.rdf), ("rdfs", Namespace.rdfs),
      ("owl", Namespace.owl), ("xsd", Namespace.xsd), ("edtf", Namespace.edtf),
      ("dc", "http://purl.org/dc/elements/1.1/"), ("dcterms", "http://purl.org/dc/terms/"),
      ("oa", "http://www.w3.org/ns/oa#"), ("prov", "http://www.w3.org/ns/prov#"),
      ("schema", "https://schema.org/"), ("sem", "http://semanticweb.cs.vu.nl/2009/11/sem/"),
      ("skos", "http://www.w3.org/2004/02/skos/core#"), ("org", "http://www.w3.org/ns/org#"),
      ("geo", "http://www.opengis.net/ont/geosparql#"), ("time", "http://www.w3.org/2006/time#"),
      ("foaf", "http://xmlns.com/foaf/0.1/"),
    ]
  }

  private var builder: GraphBuilder<MemorySpool>

  /// Begins a projection.
  public init(ontology: Ontology, options: Options = Options()) {
    builder = GraphBuilder(ontology, options, nodes: MemorySpool(), edges: MemorySpool())
  }

  /// Adds the quads of one article.
  public mutating func add(_ dataset: borrowing Dataset) {
    builder.add(dataset)
  }

  /// The graph with its keys: the fixed ones, then the ontology's in its order.
  public consuming func finish() -> PropertyGraph {
    finishReporting(format: "").graph
  }

  /// The graph, and what it does not hold of the RDF.
  ///
  /// - Parameter format: what the graph is for, as the report names it.
  /// - Returns: both.
  public consuming func finishReporting(
    format: String
  ) -> (graph: PropertyGraph, losses: LossReport) {
    var graph = PropertyGraph()
    builder.prepare()
    let keys = builder.words.keys
    let all = keys.names.indices.map { keys.key($0) }
    var element = GraphElement()
    while builder.nextNode(&element) {
      var node = GraphNode(iri: element.text(.iri), values: Self.values(element, all))
      node.kind = ViewKind(number: element.second)
      graph.nodes.append(node)
    }
    while builder.nextEdge(&element) {
      var values = Self.values(element, all)
      values.append(GraphValue(key: "weight", text: "\(element.weight).0"))
      graph.edges.append(
        GraphEdge(source: element.first, target: element.second, values: values))
    }
    graph.nodeKeys = keys.ofNodes.map { all[$0] }
    graph.edgeKeys = keys.ofEdges.map { all[$0] }
    var report = LossReport(format: format, dialect: "")
    report.nodes = graph.nodes.count
    report.edges = graph.edges.count
    report.add(builder.losses)
    return (graph, report)
  }

  private static func values(_ element: GraphElement, _ keys: [GraphKey]) -> [GraphValue] {
    element.values.map { value in
      if let parts = element.parts[value.key] {
        return GraphValue(
          key: keys[value.key].name, texts: parts.map { String(decoding: $0, as: UTF8.self) })
      }
      return GraphValue(
        key: keys[value.key].name,
        text: String(decoding: element.bytes[value.range], as: UTF8.self))
    }
  }
}
