internal import Ontology
internal import RDF

/// Collects the nodes and edges of articles, and hands them out when all are known.
///
/// Elements wait in two spools. In memory are the distinct nodes' IRIs, for each time a node comes
/// again where that stands, and for each edge between two such nodes a hash and where it stands.
struct GraphBuilder<Spool: ElementSpool> {
  private let ontology: Ontology
  let options: Projection.Options
  var words: GraphWords
  /// What stands for the words while an article has them.
  private let idleWords: GraphWords
  var losses: [GraphLoss: LossTally] = [:]
  private var table = NodeTable()
  var nodes: SpooledElements<Spool>
  var edges: SpooledElements<Spool>
  /// Where later records of nodes stand.
  var recurrences: [Int: [Int]] = [:]
  /// For an edge of several articles where it stands again.
  var followers: [Int: [Int]] = [:]
  /// The edges that an earlier one takes in.
  var taken = Set<Int>()
  /// How many nodes have been handed out.
  var handedNodes = 0

  init(_ ontology: Ontology, _ options: Projection.Options, nodes: Spool, edges: Spool) {
    self.ontology = ontology
    self.options = options
    words = GraphWords(ontology, options)
    idleWords = words
    self.nodes = SpooledElements(nodes)
    self.edges = SpooledElements(edges)
  }

  /// How many distinct nodes there are.
  var nodeCount: Int { table.count }

  /// Adds the quads of one article.
  mutating func add(_ dataset: borrowing Dataset) throws(Spool.Failure) {
    // Handed over and back, for what two have is copied where one of them changes it.
    var article = ArticleProjection(dataset, ontology, options, words, losses)
    words = idleWords
    losses = [:]
    let found = article.elements(dataset)
    words = article.words
    losses = article.losses
    var numbers: [TermID: Int] = [:]
    for node in found.nodes {
      numbers[node.term] = try add(node: node.iri, node.kind.number, node.values)
    }
    for edge in found.edges {
      guard let source = numbers[edge.subject], let target = numbers[edge.object] else { continue }
      try add(edge: source, target, edge.values)
    }
  }

  /// Adds a node, or values to one that there is, and tells its number.
  mutating func add(
    node iri: String, _ kind: Int, _ values: GraphValues
  ) throws(Spool.Failure) -> Int {
    let (number, isNew) = table.number(of: iri)
    if !isNew { recurrences[number, default: []].append(nodes.count) }
    try nodes.append(number, kind, values)
    words.keys.countNode(values.keys)
    return number
  }

  /// Adds an edge between two nodes that there are.
  mutating func add(
    edge source: Int, _ target: Int, _ values: GraphValues
  ) throws(Spool.Failure) {
    try edges.append(source, target, values)
    words.keys.countEdge(values.keys)
  }
}
