internal import Ontology
internal import RDF

/// The nodes and edges of one article's quads.
struct ArticleProjection {
  struct Node {
    let term: TermID
    let iri: String
    let kind: ViewKind
    let values: GraphValues
  }

  struct Edge {
    let subject: TermID
    let object: TermID
    let values: GraphValues
  }

  let ontology: Ontology
  let options: Projection.Options
  var words: GraphWords
  var losses: [GraphLoss: LossTally] = [:]
  let graphs: ArticleGraphs
  /// The drawn quads by subject.
  var bySubject: [TermID: [Quad]] = [:]
  /// What else things are, by others' names.
  var links: [TermID: [Quad]] = [:]
  var order: [TermID] = []
  /// The predicates that quads have, by IRI, and what becomes of their quads.
  private var predicates: [String: TermID] = [:]
  var uses: [TermID: PredicateUse] = [:]
  var evidence: [TermID: [String]] = [:]
  /// The subjects that become nodes, in order of first appearance.
  var nodes: [TermID] = []
  var isNode = Set<TermID>()
  var claims: [TermID] = []
  var isClaim = Set<TermID>()
  var claimsBySubject: [TermID: [TermID]] = [:]
  /// How often a term is an object of what is drawn.
  private(set) var references: [TermID: Int] = [:]
  /// Blank nodes that stand in a value of what refers to them.
  private(set) var isInlined = Set<TermID>()

  static let griot = Ontology.namespace
  static let oa = "http://www.w3.org/ns/oa#"
  static let prov = "http://www.w3.org/ns/prov#"
  static let sem = "http://semanticweb.cs.vu.nl/2009/11/sem/"

  init(
    _ dataset: borrowing Dataset, _ ontology: Ontology, _ options: Projection.Options,
    _ words: GraphWords
  ) {
    self.ontology = ontology
    self.options = options
    self.words = words
    graphs = ArticleGraphs(dataset.quads, dataset.terms)
    for quad in dataset.quads {
      if uses[quad.predicate] == nil {
        let name = dataset.terms.string(of: quad.predicate)
        predicates[name] = quad.predicate
        uses[quad.predicate] = PredicateUse(name)
      }
      let role = graphs.role(of: quad.graph)
      if role == .links || role == .own && uses[quad.predicate] == .link {
        links[quad.subject, default: []].append(quad)
      } else if role == .provenance {
        note(.provenance, quad, dataset)
      } else if role == .background && !options.extras.contains(.background) {
        note(.background, quad, dataset)
      } else {
        if bySubject[quad.subject] == nil { order.append(quad.subject) }
        bySubject[quad.subject, default: []].append(quad)
      }
    }
    classify(dataset)
    collectEvidence(dataset)
  }

  // MARK: Look-up

  func values(_ subject: TermID, _ predicate: String) -> [TermID] {
    guard let wanted = predicates[predicate] else { return [] }
    var found: [TermID] = []
    for quad in bySubject[subject] ?? [] where quad.predicate == wanted {
      found.append(quad.object)
    }
    return found
  }

  func strings(
    _ subject: TermID, _ predicate: String, _ dataset: borrowing Dataset
  ) -> [String] {
    var found: [String] = []
    for term in values(subject, predicate) { found.append(dataset.terms.string(of: term)) }
    return found
  }

  func locals(
    _ subject: TermID, _ predicate: String, _ dataset: borrowing Dataset
  ) -> [String] {
    var found: [String] = []
    for term in values(subject, predicate) { found.append(dataset.terms.localName(of: term)) }
    return found
  }

  /// Whether a text is in a list as it is: to Swift, composed and decomposed letters are equal.
  static func holds(_ list: [String], _ text: String) -> Bool {
    list.contains { $0.utf8.elementsEqual(text.utf8) }
  }

  mutating func note(_ loss: GraphLoss, _ quad: Quad, _ dataset: borrowing Dataset) {
    losses[loss, default: LossTally()].add(
      LossTally.example(
        dataset.terms.string(of: quad.subject), dataset.terms.string(of: quad.predicate),
        dataset.terms.string(of: quad.object)))
  }

  mutating func note(_ loss: GraphLoss, _ element: String, _ key: String, _ value: String) {
    losses[loss, default: LossTally()].add(LossTally.example(element, key, value))
  }

  // MARK: Classes of subjects

  private mutating func classify(_ dataset: borrowing Dataset) {
    var blankNodes: [TermID] = []
    for subject in order {
      let types = strings(subject, Namespace.rdf + "type", dataset)
      let quads = bySubject[subject] ?? []
      if types.contains(Self.griot + "Claim") {
        claims.append(subject)
        isClaim.insert(subject)
        for one in values(subject, Namespace.rdf + "subject") {
          claimsBySubject[one, default: []].append(subject)
        }
        noteClaimDetails(quads, dataset)
      } else if types.contains(Self.griot + "Article") {
        for quad in quads { note(.article, quad, dataset) }
      } else if quads.contains(where: { uses[$0.predicate] == .annotation })
        || !types.isEmpty && types.allSatisfy({ $0.hasPrefix(Self.oa) })
      {
        for quad in quads where uses[quad.predicate] != .words { note(.annotation, quad, dataset) }
      } else {
        for quad in quads { references[quad.object, default: 0] += 1 }
        if dataset.terms.kind(of: subject) == .blankNode { blankNodes.append(subject) }
        nodes.append(subject)
        isNode.insert(subject)
      }
    }
    // Things of which only others' names are known are things too.
    for quad in dataset.quads
    where links[quad.subject] != nil && graphs.role(of: quad.graph) == .own
      && bySubject[quad.subject] == nil && isNode.insert(quad.subject).inserted
    {
      nodes.append(quad.subject)
    }
    // A claim that others are about is a node too, and one that is a branch of another.
    for claim in claims {
      for predicate in [Namespace.rdf + "subject", Namespace.rdf + "object"] {
        for term in values(claim, predicate) where isClaim.contains(term) { makeNode(term) }
      }
      for term in values(claim, Namespace.rdf + "object") { references[term, default: 0] += 1 }
    }
    for subject in order {
      for whole in values(subject, Self.griot + "alternativeOf") {
        if isClaim.contains(whole) { makeNode(whole) }
        if isClaim.contains(subject) { makeNode(subject) }
      }
    }
    inline(blankNodes, dataset)
  }

  private mutating func makeNode(_ term: TermID) {
    if isNode.insert(term).inserted { nodes.append(term) }
  }

  /// Puts blank nodes into the value that refers to them, where one does and they lead nowhere.
  private mutating func inline(_ blankNodes: [TermID], _ dataset: borrowing Dataset) {
    for term in blankNodes where references[term] == 1 && claimsBySubject[term] == nil {
      var isLeaf = true
      for quad in bySubject[term] ?? []
      where isNode.contains(quad.object) || dataset.terms.kind(of: quad.object) == .blankNode {
        isLeaf = false
      }
      if isLeaf, links[term] == nil { isInlined.insert(term) }
    }
    guard !isInlined.isEmpty else { return }
    isNode.subtract(isInlined)
    nodes.removeAll { isInlined.contains($0) }
  }

  private mutating func collectEvidence(_ dataset: borrowing Dataset) {
    for subject in order
    where strings(subject, Self.oa + "motivatedBy", dataset).contains(Self.oa + "linking") {
      var words: [String] = []
      for target in values(subject, Self.oa + "hasTarget") {
        for selector in values(target, Self.oa + "hasSelector") {
          words += strings(selector, Self.oa + "exact", dataset)
        }
      }
      for body in values(subject, Self.oa + "hasBody") {
        for word in words where !Self.holds(evidence[body] ?? [], word) {
          evidence[body, default: []].append(word)
        }
      }
    }
  }

  // MARK: All of it

  /// All nodes and edges.
  mutating func elements(_ dataset: borrowing Dataset) -> (nodes: [Node], edges: [Edge]) {
    let collapsed = options.events == .collapsed ? collapsedEvents(dataset) : [:]
    var found: [Node] = []
    for term in nodes where collapsed[term] == nil {
      found.append(
        Node(
          term: term, iri: iri(of: term, dataset), kind: kind(of: term, dataset),
          values: nodeValues(term, dataset)))
    }
    var edges = edges(dataset, collapsed)
    if options.types == .edges {
      let types = typeEdges(dataset, collapsed)
      found += types.nodes
      edges += types.edges
    }
    return (found, edges)
  }

  /// The IRI of a node; a blank node's is made of its graph's and its label.
  ///
  /// - SeeAlso: RDF 1.1 Concepts, section 3.5.
  func iri(of term: TermID, _ dataset: borrowing Dataset) -> String {
    let text = dataset.terms.string(of: term)
    guard dataset.terms.kind(of: term) == .blankNode else { return text }
    let graph = bySubject[term]?.first?.graph ?? .defaultGraph
    guard graph != .defaultGraph else { return "urn:griot:genid:\(text)" }
    let name = dataset.terms.string(of: graph)
    let parts = name.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 4, parts[1].isEmpty else { return "urn:griot:genid:\(text)" }
    var below: [UInt8] = []
    IRISegment.append(Array(parts[3].utf8).span, to: &below)
    let segment = String(decoding: below, as: UTF8.self)
    return "\(parts[0])//\(parts[2])/.well-known/genid/\(segment)-\(text)"
  }

  func kind(of term: TermID, _ dataset: borrowing Dataset) -> ViewKind {
    if isClaim.contains(term) { return .claim }
    return ViewKind(
      types: strings(term, Namespace.rdf + "type", dataset),
      hasStatus: !values(term, Self.griot + "status").isEmpty, ontology: ontology)
  }

  /// The IRIs of the articles and of the graphs that some graphs are or belong to.
  func sources(
    _ graphTerms: [TermID], _ dataset: borrowing Dataset
  ) -> (articles: [String], graphs: [String]) {
    var articles: [String] = []
    var names: [String] = []
    for graph in graphTerms where graph != .defaultGraph {
      let name = dataset.terms.string(of: graph)
      if !names.contains(name) { names.append(name) }
      guard let article = graphs.article(of: graph) else { continue }
      let text = dataset.terms.string(of: article)
      if !articles.contains(text) { articles.append(text) }
    }
    return (articles, names)
  }
}
