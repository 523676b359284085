internal import JSON
internal import Ontology
internal import RDF

/// The nodes, edges, claims and words of a page, article by article.
struct ViewDocument {
  private let ontology: Ontology
  private(set) var articles: [ViewArticle] = []
  private(set) var nodes: [ViewNode] = []
  private(set) var edges: [ViewEdge] = []
  private var claims: [ViewClaim] = []
  private var evidence: [ViewEvidence] = []
  private var terms: ViewTerms
  /// The nodes by the bytes of their IRIs, for a shared thing is one node of all its articles.
  private var places: [[UInt8]: Int] = [:]

  private static let oa = "http://www.w3.org/ns/oa#"
  private static let prov = "http://www.w3.org/ns/prov#"
  private static let sem = "http://semanticweb.cs.vu.nl/2009/11/sem/"
  private static let dc = "http://purl.org/dc/elements/1.1/"
  private static let dcterms = "http://purl.org/dc/terms/"
  private static let altLabel = "http://www.w3.org/2004/02/skos/core#altLabel"
  private static let griot = Ontology.namespace
  private static let alternativeOf = Ontology.namespace + "alternativeOf"

  /// What the model says of things in its own words, which is shown as such and not as statements.
  private static let ownWords: Set<String> = [
    "status", "named", "date", "datePart", "dateText", "dateQualifier", "interval", "confidence",
    "basis", "degree", "bound", "unit", "quantityText", "supports", "attributedTo", "via",
  ]

  init(_ ontology: Ontology) {
    self.ontology = ontology
    terms = ViewTerms(ontology)
  }

  /// Adds the quads of one article, with its text where the page is to have it.
  mutating func add(_ quads: ArticleQuads, text: String?) {
    let article = articles.count
    articles.append(Self.article(quads, text))
    let claimed = quads.subjects.filter { Self.types(quads, $0.id).contains(Self.griot + "Claim") }
    var claimPlaces: [TermID: Int] = [:]
    for (offset, claim) in claimed.enumerated() { claimPlaces[claim.id] = claims.count + offset }
    addNodes(quads, article, claimPlaces)
    addClaims(claimed, quads, article)
    addEdges(quads, article, claimPlaces)
    addEvidence(quads, article, claimPlaces)
  }

  private static func types(_ quads: ArticleQuads, _ subject: TermID) -> [String] {
    quads.values(subject, Namespace.rdf + "type").map(\.text)
  }

  private static func article(_ quads: ArticleQuads, _ text: String?) -> ViewArticle {
    let id = quads.article.id
    return ViewArticle(
      iri: quads.article.text, id: quads.value(id, dcterms + "identifier")?.text,
      title: quads.value(id, dcterms + "title")?.text,
      language: quads.value(id, dcterms + "language")?.text,
      date: quads.value(id, dcterms + "issued")?.text,
      publisher: quads.value(id, dc + "publisher")?.text,
      authors: quads.values(id, dc + "creator").map(\.text),
      url: quads.value(id, "https://schema.org/url")?.text,
      rights: quads.value(id, dc + "rights")?.text, text: text)
  }

  // MARK: Nodes

  private func place(_ term: ViewTerm) -> Int? { places[Array(term.text.utf8)] }

  private mutating func addNodes(
    _ quads: ArticleQuads, _ article: Int, _ claimPlaces: [TermID: Int]
  ) {
    for subject in quads.subjects where claimPlaces[subject.id] == nil {
      let types = quads.values(subject.id, Namespace.rdf + "type")
      guard subject.id != quads.article.id, types.contains(where: { !$0.text.hasPrefix(Self.oa) })
      else { continue }
      let status = quads.value(subject.id, Self.griot + "status")
      let kind = ViewKind(
        types: types.map(\.text), hasStatus: status != nil, ontology: ontology)
      let type = specific(types)
      add(
        ViewNode(
          iri: subject.text, kind: kind, type: type.map { terms.index(of: $0) }, claim: nil,
          labels: quads.labels(subject.id, Namespace.rdfs + "label"), articles: [article]),
        subject, quads)
    }
    // A claim that others are about is a node too.
    for subject in quads.subjects {
      for predicate in [Namespace.rdf + "subject", Namespace.rdf + "object", Self.alternativeOf] {
        for about in quads.values(subject.id, predicate) {
          guard let claim = claimPlaces[about.id], place(about) == nil else { continue }
          add(
            ViewNode(
              iri: about.text, kind: .claim, type: nil, claim: claim, labels: [],
              articles: [article]), about, quads)
        }
      }
    }
    // How an event is put names nodes, which are all there now.
    for subject in quads.subjects where claimPlaces[subject.id] == nil {
      guard let place = place(subject), nodes[place].qualification == nil,
        quads.value(subject.id, Self.griot + "status") != nil
      else { continue }
      nodes[place].qualification = qualification(subject.id, quads)
    }
  }

  private mutating func add(_ node: ViewNode, _ subject: ViewTerm, _ quads: ArticleQuads) {
    let place: Int
    if let known = self.place(subject) {
      place = known
      for article in node.articles where !nodes[known].articles.contains(article) {
        nodes[known].articles.append(article)
      }
      for label in node.labels
      where !nodes[known].labels.contains(where: { $0.language == label.language }) {
        nodes[known].labels.append(label)
      }
    } else {
      place = nodes.count
      places[Array(subject.text.utf8)] = place
      nodes.append(node)
    }
    func append(_ text: String, to list: inout [String]) {
      if !list.contains(where: { $0.utf8.elementsEqual(text.utf8) }) { list.append(text) }
    }
    for alias in quads.values(subject.id, Self.altLabel)
    where !nodes[place].aliases.contains(where: {
      $0.text.utf8.elementsEqual(alias.text.utf8) && $0.language == alias.language
    }) {
      nodes[place].aliases.append(alias)
    }
    for link in quads.links(of: subject.id) {
      if link.predicate.text == Namespace.owl + "sameAs" {
        append(link.object.text, to: &nodes[place].same)
      } else {
        append(link.object.text, to: &nodes[place].pages)
      }
    }
  }

  /// The class with the most classes above it; the first where several have.
  private func specific(_ types: [ViewTerm]) -> ViewTerm? {
    var best: (term: ViewTerm, depth: Int)?
    for type in types {
      let depth = ontology.ancestors(ofClass: type.text).count
      if best.map({ depth > $0.depth }) ?? true { best = (type, depth) }
    }
    return best?.term
  }

  // MARK: How things are put

  private func nodes(_ subject: TermID, _ predicates: [String], _ quads: ArticleQuads) -> [Int] {
    predicates.flatMap { quads.values(subject, $0) }.compactMap { place($0) }
  }

  private mutating func words(
    _ subject: TermID, _ name: String, _ quads: ArticleQuads
  ) -> [Int] {
    var found: [Int] = []
    for term in quads.values(subject, Self.griot + name) { found.append(terms.index(of: term)) }
    return found
  }

  private mutating func qualification(
    _ subject: TermID, _ quads: ArticleQuads
  ) -> ViewQualification {
    ViewQualification(
      status: quads.value(subject, Self.griot + "status")?.localName,
      agents: nodes(
        subject, [Self.prov + "wasAttributedTo", Self.griot + "attributedTo"], quads),
      sources: nodes(subject, [Self.prov + "hadPrimarySource", Self.griot + "via"], quads),
      confidence: quads.value(subject, Self.griot + "confidence")?.text,
      time: time(subject, quads))
  }

  private mutating func time(_ subject: TermID, _ quads: ArticleQuads) -> ViewTime? {
    let bounds = [
      "hasEarliestBeginTimeStamp", "hasLatestBeginTimeStamp", "hasEarliestEndTimeStamp",
      "hasLatestEndTimeStamp",
    ].map { quads.value(subject, Self.sem + $0)?.text }
    let edtf =
      quads.value(subject, Self.griot + "date") ?? quads.value(subject, Self.griot + "interval")
    guard edtf != nil || bounds.contains(where: { $0 != nil }) else { return nil }
    return ViewTime(
      edtf: edtf?.text, parts: words(subject, "datePart", quads),
      text: quads.value(subject, Self.griot + "dateText")?.text,
      qualifiers: words(subject, "dateQualifier", quads), bounds: bounds)
  }

  // MARK: Claims and edges

  private mutating func addClaims(
    _ claimed: [ViewTerm], _ quads: ArticleQuads, _ article: Int
  ) {
    for claim in claimed {
      // The mapper makes no claim without these; a place is kept for each, whatever it lacks.
      let subject = quads.value(claim.id, Namespace.rdf + "subject") ?? claim
      let predicate = quads.value(claim.id, Namespace.rdf + "predicate") ?? claim
      let object = quads.value(claim.id, Namespace.rdf + "object") ?? claim
      claims.append(
        ViewClaim(
          iri: claim.text, article: article, subject: node(subject, article),
          predicate: terms.index(of: predicate),
          object: object.kind == .literal ? .literal(object) : .node(node(object, article)),
          qualification: qualification(claim.id, quads),
          degree: words(claim.id, "degree", quads).first,
          bound: words(claim.id, "bound", quads).first,
          basis: words(claim.id, "basis", quads).first,
          unit: quads.value(claim.id, Self.griot + "unit")?.text,
          words: quads.value(claim.id, Self.griot + "quantityText")?.text))
    }
  }

  /// The node of what a claim is about; what has no class of its own gets a bare one.
  private mutating func node(_ term: ViewTerm, _ article: Int) -> Int {
    if let known = place(term) { return known }
    places[Array(term.text.utf8)] = nodes.count
    nodes.append(
      ViewNode(
        iri: term.text, kind: .thing, type: nil, claim: nil, labels: [], articles: [article]))
    return nodes.count - 1
  }

  private mutating func addEdges(
    _ quads: ArticleQuads, _ article: Int, _ claimPlaces: [TermID: Int]
  ) {
    let own = claimPlaces.values.sorted()
    var literals: [Int: Set<TermID>] = [:]
    for claim in own {
      guard case .literal(let term) = claims[claim].object else { continue }
      literals[claims[claim].subject, default: []].insert(term.id)
    }
    var plain: [[Int]: Int] = [:]
    for subject in quads.subjects where subject.id != quads.article.id {
      guard let from = place(subject) else { continue }
      let isClaim = claimPlaces[subject.id] != nil
      for one in quads.statements(of: subject.id) where isShown(one.predicate, isClaim) {
        if let to = place(one.object), one.object.kind != .literal {
          let term = terms.index(of: one.predicate)
          guard plain[[from, term, to]] == nil else { continue }
          plain[[from, term, to]] = edges.count
          edges.append(
            ViewEdge(
              source: from, target: to, term: term, article: article,
              isBackground: one.isBackground))
        } else if one.object.kind == .literal, !isClaim,
          literals[from]?.contains(one.object.id) != true
        {
          addValue(ViewNode.Value(term: terms.index(of: one.predicate), value: one.object), from)
        }
      }
    }
    for claim in own {
      guard case .node(let to) = claims[claim].object else { continue }
      let key = [claims[claim].subject, claims[claim].predicate, to]
      if claims[claim].isPlain, let edge = plain[key] {
        edges[edge].claims.append(claim)
      } else {
        edges.append(
          ViewEdge(
            source: key[0], target: to, term: key[1], article: article, claims: [claim],
            isBackground: claims[claim].basis != nil))
      }
    }
  }

  /// Whether what a property says is drawn or listed; of a claim only whose branch it is.
  private func isShown(_ predicate: ViewTerm, _ isClaim: Bool) -> Bool {
    if isClaim { return predicate.text == Self.alternativeOf }
    let hidden = [Namespace.rdf + "type", Namespace.rdfs + "label", Self.altLabel]
    let isOwn =
      predicate.text.hasPrefix(Self.griot) && Self.ownWords.contains(predicate.localName)
    return !isOwn && !hidden.contains(predicate.text) && !predicate.text.hasPrefix(Self.sem)
  }

  private mutating func addValue(_ value: ViewNode.Value, _ node: Int) {
    let isKnown = nodes[node].values.contains {
      $0.term == value.term && $0.value.text.utf8.elementsEqual(value.value.text.utf8)
        && $0.value.language == value.value.language
    }
    if !isKnown { nodes[node].values.append(value) }
  }

  // MARK: Words

  private mutating func addEvidence(
    _ quads: ArticleQuads, _ article: Int, _ claimPlaces: [TermID: Int]
  ) {
    for annotation in quads.subjects {
      guard let purpose = quads.value(annotation.id, Self.oa + "motivatedBy") else { continue }
      let supports = quads.value(annotation.id, Self.griot + "supports")
      for target in quads.values(annotation.id, Self.oa + "hasTarget") {
        let selectors = quads.values(target.id, Self.oa + "hasSelector")
        func number(_ name: String) -> Int? {
          selectors.lazy.compactMap { quads.value($0.id, Self.oa + name)?.text }.first
            .flatMap { Int($0) }
        }
        let ends = (number("start"), number("end"))
        var range: Range<Int>?
        if let start = ends.0, let end = ends.1, start <= end { range = start..<end }
        for body in quads.values(annotation.id, Self.oa + "hasBody") {
          let what: ViewEvidence.Body
          if let claim = claimPlaces[body.id] {
            what = .claim(claim)
          } else if let node = place(body) {
            what = .node(node)
          } else {
            continue
          }
          evidence.append(
            ViewEvidence(
              article: article, range: range,
              words: selectors.lazy.compactMap { quads.value($0.id, Self.oa + "exact")?.text }
                .first,
              isMention: purpose.localName == "identifying",
              supports: supports.map { terms.index(of: $0) }, body: what))
        }
      }
    }
  }

  // MARK: JSON

  func write(to writer: inout JSONWriter) {
    func list<Item>(_ name: String, _ items: [Item], _ write: (Item, inout JSONWriter) -> Void) {
      writer.key(name)
      writer.beginArray()
      for item in items { write(item, &writer) }
      writer.endArray()
    }
    list("articles", articles) { $0.write(to: &$1) }
    writer.key("terms")
    terms.write(to: &writer)
    list("nodes", nodes) { $0.write(to: &$1) }
    list("edges", edges) { $0.write(to: &$1) }
    list("claims", claims) { $0.write(to: &$1) }
    list("evidence", evidence) { $0.write(to: &$1) }
  }
}
