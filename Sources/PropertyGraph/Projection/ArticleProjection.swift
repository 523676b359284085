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

  /// A triple's terms, whatever its graph.
  struct Triple: Hashable {
    let subject: TermID
    let predicate: TermID
    let object: TermID

    init(_ quad: Quad) {
      (subject, predicate, object) = (quad.subject, quad.predicate, quad.object)
    }

    init(_ subject: TermID, _ predicate: TermID, _ object: TermID) {
      (self.subject, self.predicate, self.object) = (subject, predicate, object)
    }

    var quad: Quad { Quad(subject, predicate, object) }
  }

  let ontology: Ontology
  let options: Projection.Options
  var words: GraphWords
  var losses: [GraphLoss: LossTally]
  let graphs: ArticleGraphs
  /// The drawn quads by subject.
  let bySubject: SubjectQuads
  /// What else things are, by others' names.
  let links: SubjectQuads
  /// The subjects of drawn quads in order of first appearance.
  private var order: [TermID] = []
  /// The predicates that a projection looks for, where quads have them; else the default graph.
  private var properties = [TermID](
    repeating: .defaultGraph, count: GraphTerm.allCases.count)
  var evidence: [TermID: [String]] = [:]
  /// The subjects that become nodes, in order of first appearance.
  var nodes: [TermID] = []
  var isNode: TermFlags
  var claims: [TermID] = []
  private(set) var isClaim: TermFlags
  var claimsBySubject: [TermID: [TermID]] = [:]
  /// How often a term is an object of what is drawn.
  private var references: [UInt32]
  /// Blank nodes that stand in a value of what refers to them.
  private(set) var isInlined = Set<TermID>()

  static let griot = Ontology.namespace
  static let oa = GraphTerm.oa
  static let prov = GraphTerm.prov
  static let sem = GraphTerm.sem

  /// Takes over the words and the losses of the articles before.
  init(
    _ dataset: borrowing Dataset, _ ontology: Ontology, _ options: Projection.Options,
    _ words: consuming GraphWords, _ losses: consuming [GraphLoss: LossTally]
  ) {
    self.ontology = ontology
    self.options = options
    self.losses = losses
    var facts = words.facts
    words.facts = TermFactTable()
    facts.beginArticle()
    graphs = ArticleGraphs(dataset.quads, dataset.terms)
    let count = dataset.terms.count
    isNode = TermFlags(termCount: count)
    isClaim = TermFlags(termCount: count)
    references = Array(repeating: 0, count: count)
    var drawn: [Quad] = []
    var linking: [Quad] = []
    drawn.reserveCapacity(dataset.quads.count)
    var provenance: [Quad] = []
    var background: [Quad] = []
    var isKnown = TermFlags(termCount: count)
    var isOrdered = TermFlags(termCount: count)
    var graph = TermID.defaultGraph
    var role = graphs.role(of: graph)
    for quad in dataset.quads {
      if isKnown.insert(quad.predicate) {
        facts.know(quad.predicate, in: dataset.terms, ontology)
        if let property = facts.property(quad.predicate) {
          properties[property.rawValue] = quad.predicate
        }
      }
      if quad.graph != graph {
        graph = quad.graph
        role = graphs.role(of: graph)
      }
      if role == .links || role == .own && facts.use(of: quad.predicate) == .link {
        linking.append(quad)
      } else if role == .provenance {
        provenance.append(quad)
      } else if role == .background && !options.extras.contains(.background) {
        background.append(quad)
      } else {
        if isOrdered.insert(quad.subject) { order.append(quad.subject) }
        drawn.append(quad)
        if facts.property(quad.predicate)?.leadsToVocabulary == true {
          facts.know(quad.object, in: dataset.terms, ontology)
        }
      }
    }
    words.facts = facts
    self.words = words
    bySubject = SubjectQuads(drawn, termCount: count)
    links = SubjectQuads(linking, termCount: count)
    note(.provenance, provenance[...], dataset)
    note(.background, background[...], dataset)
    classify(dataset)
    collectEvidence(dataset)
  }

  // MARK: Look-up

  func property(_ property: GraphTerm) -> TermID { properties[property.rawValue] }

  func values(_ subject: TermID, _ wanted: GraphTerm) -> [TermID] {
    let predicate = property(wanted)
    return predicate == .defaultGraph ? [] : bySubject.objects(subject, predicate)
  }

  func has(_ subject: TermID, _ wanted: GraphTerm) -> Bool {
    let predicate = property(wanted)
    guard predicate != .defaultGraph else { return false }
    return bySubject[subject].contains { $0.predicate == predicate }
  }

  func first(_ subject: TermID, _ wanted: GraphTerm) -> TermID? {
    let predicate = property(wanted)
    guard predicate != .defaultGraph else { return nil }
    return bySubject[subject].first { $0.predicate == predicate }?.object
  }

  func strings(
    _ subject: TermID, _ wanted: GraphTerm, _ dataset: borrowing Dataset
  ) -> [String] {
    var found: [String] = []
    for term in values(subject, wanted) { found.append(dataset.terms.string(of: term)) }
    return found
  }

  /// The local names of individuals.
  func locals(
    _ subject: TermID, _ wanted: GraphTerm, _ dataset: borrowing Dataset
  ) -> [String] {
    var found: [String] = []
    for term in values(subject, wanted) { found.append(local(term, dataset)) }
    return found
  }

  func local(
    _ subject: TermID, _ wanted: GraphTerm, _ dataset: borrowing Dataset
  ) -> String? {
    guard let term = first(subject, wanted) else { return nil }
    return local(term, dataset)
  }

  private func local(_ term: TermID, _ dataset: borrowing Dataset) -> String {
    words.facts[term]?.localName ?? dataset.terms.localName(of: term)
  }

  func use(of predicate: TermID) -> PredicateUse { words.facts.use(of: predicate) }

  func isReferred(_ term: TermID) -> Bool { references[Int(term.rawValue)] > 0 }

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

  /// Notes that several quads are lost.
  private mutating func note(
    _ loss: GraphLoss, _ quads: ArraySlice<Quad>, _ dataset: borrowing Dataset
  ) {
    guard !quads.isEmpty else { return }
    var rest = quads
    while let quad = rest.first, losses[loss, default: LossTally()].takesExamples {
      note(loss, quad, dataset)
      rest = rest.dropFirst()
    }
    losses[loss, default: LossTally()].add(rest.count)
  }

  mutating func note(_ loss: GraphLoss, _ element: String, _ key: String, _ value: String) {
    losses[loss, default: LossTally()].add(LossTally.example(element, key, value))
  }

  // MARK: Classes of subjects

  private mutating func classify(_ dataset: borrowing Dataset) {
    var blankNodes: [TermID] = []
    for subject in order {
      let types = values(subject, .type)
      if types.contains(where: { words.facts[$0]?.isClaimClass == true }) {
        claims.append(subject)
        isClaim.insert(subject)
        for one in values(subject, .subject) { claimsBySubject[one, default: []].append(subject) }
        noteClaimDetails(bySubject[subject], dataset)
      } else if types.contains(where: { words.facts[$0]?.isArticleClass == true }) {
        note(.article, bySubject[subject], dataset)
      } else if bySubject[subject].contains(where: { use(of: $0.predicate) == .annotation })
        || !types.isEmpty
          && types.allSatisfy({ words.facts[$0]?.isOfAnnotations == true })
      {
        note(
          .annotation, bySubject[subject].filter { use(of: $0.predicate) != .words }[...], dataset)
      } else {
        for quad in bySubject[subject] { references[Int(quad.object.rawValue)] += 1 }
        if dataset.terms.kind(of: subject) == .blankNode { blankNodes.append(subject) }
        nodes.append(subject)
        isNode.insert(subject)
      }
    }
    // Things of which only others' names are known are things too.
    for quad in dataset.quads
    where links.contains(quad.subject) && graphs.role(of: quad.graph) == .own
      && !bySubject.contains(quad.subject) && isNode.insert(quad.subject)
    {
      nodes.append(quad.subject)
    }
    // A claim that others are about is a node too, and one that is a branch of another.
    for claim in claims {
      for property in [GraphTerm.subject, .object] {
        for term in values(claim, property) where isClaim.contains(term) { makeNode(term) }
      }
      for term in values(claim, .object) { references[Int(term.rawValue)] += 1 }
    }
    if property(.alternativeOf) != .defaultGraph {
      for subject in order {
        for whole in values(subject, .alternativeOf) {
          if isClaim.contains(whole) { makeNode(whole) }
          if isClaim.contains(subject) { makeNode(subject) }
        }
      }
    }
    inline(blankNodes, dataset)
  }

  private mutating func makeNode(_ term: TermID) {
    if isNode.insert(term) { nodes.append(term) }
  }

  /// Puts blank nodes into the value that refers to them, where one does and they lead nowhere.
  private mutating func inline(_ blankNodes: [TermID], _ dataset: borrowing Dataset) {
    for term in blankNodes
    where references[Int(term.rawValue)] == 1 && claimsBySubject[term] == nil {
      var isLeaf = true
      for quad in bySubject[term]
      where isNode.contains(quad.object) || dataset.terms.kind(of: quad.object) == .blankNode {
        isLeaf = false
      }
      if isLeaf, !links.contains(term) { isInlined.insert(term) }
    }
    guard !isInlined.isEmpty else { return }
    for term in isInlined { isNode.remove(term) }
    nodes.removeAll { isInlined.contains($0) }
  }

  private mutating func collectEvidence(_ dataset: borrowing Dataset) {
    guard property(.motivatedBy) != .defaultGraph else { return }
    for subject in order
    where values(subject, .motivatedBy).contains(where: { words.facts[$0]?.isLinking == true }) {
      var exact: [String] = []
      for target in values(subject, .hasTarget) {
        for selector in values(target, .hasSelector) {
          exact += strings(selector, .exact, dataset)
        }
      }
      for body in values(subject, .hasBody) {
        for word in exact where !Self.holds(evidence[body] ?? [], word) {
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
    found.reserveCapacity(nodes.count)
    for term in nodes where collapsed[term] == nil {
      found.append(
        Node(
          term: term, iri: iri(of: term, dataset), kind: kind(of: term),
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
    let graph = bySubject[term].first?.graph ?? .defaultGraph
    guard graph != .defaultGraph else { return "urn:griot:genid:\(text)" }
    let name = dataset.terms.string(of: graph)
    let parts = name.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 4, parts[1].isEmpty else { return "urn:griot:genid:\(text)" }
    var below: [UInt8] = []
    IRISegment.append(Array(parts[3].utf8).span, to: &below)
    let segment = String(decoding: below, as: UTF8.self)
    return "\(parts[0])//\(parts[2])/.well-known/genid/\(segment)-\(text)"
  }

  func kind(of term: TermID) -> ViewKind {
    if isClaim.contains(term) { return .claim }
    var choice = ViewKind.Choice()
    for type in values(term, .type) {
      if let facts = words.facts[type] { choice.formUnion(facts.kinds) }
    }
    return ViewKind(choice, hasStatus: has(term, .status))
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
      let text = article == graph ? name : dataset.terms.string(of: article)
      if !articles.contains(text) { articles.append(text) }
    }
    return (articles, names)
  }
}
