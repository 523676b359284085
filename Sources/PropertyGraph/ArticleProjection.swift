internal import Ontology
internal import RDF

/// The nodes and edges of one article's quads.
struct ArticleProjection {
  struct Edge {
    let subject: TermID
    let object: TermID
    var values: [GraphValue]
  }

  private let ontology: Ontology
  private let options: Projection.Options
  private var bySubject: [TermID: [Quad]] = [:]
  private var links: [TermID: [Quad]] = [:]
  private var order: [TermID] = []
  private var names: [TermID: String] = [:]
  private var evidence: [TermID: [String]] = [:]
  private var article: TermID?
  /// The subjects that become nodes, in order of first appearance.
  private(set) var nodes: [TermID] = []
  private var isNode = Set<TermID>()
  private var claims: [TermID] = []
  private var isClaim = Set<TermID>()
  private var claimsBySubject: [TermID: [TermID]] = [:]
  /// The predicates that quads have, by IRI.
  private var predicates: [String: TermID] = [:]

  private static let griot = Ontology.namespace
  private static let oa = "http://www.w3.org/ns/oa#"
  private static let prov = "http://www.w3.org/ns/prov#"
  private static let altLabel = "http://www.w3.org/2004/02/skos/core#altLabel"
  private static let sem = "http://semanticweb.cs.vu.nl/2009/11/sem/"

  init(_ dataset: borrowing Dataset, _ ontology: Ontology, _ options: Projection.Options) {
    self.ontology = ontology
    self.options = options
    let drawsBackground = options.extras.contains(.background)
    for quad in dataset.quads {
      if names[quad.predicate] == nil {
        predicates[name(quad.predicate, dataset)] = quad.predicate
      }
      let graph = name(quad.graph, dataset)
      if graph.hasSuffix("/links") {
        links[quad.subject, default: []].append(quad)
      } else if graph.hasSuffix("/background") ? drawsBackground : !graph.hasSuffix("/provenance") {
        if bySubject[quad.subject] == nil { order.append(quad.subject) }
        bySubject[quad.subject, default: []].append(quad)
      }
    }
    classify(dataset)
    collectEvidence(dataset)
  }

  private mutating func name(_ term: TermID, _ dataset: borrowing Dataset) -> String {
    if let known = names[term] { return known }
    let text = term == .defaultGraph ? "" : dataset.terms.string(of: term)
    names[term] = text
    return text
  }

  private func values(
    _ subject: TermID, _ predicate: String, _ dataset: borrowing Dataset
  ) -> [TermID] {
    guard let wanted = predicates[predicate] else { return [] }
    var found: [TermID] = []
    for quad in bySubject[subject] ?? [] where quad.predicate == wanted {
      found.append(quad.object)
    }
    return found
  }

  private func strings(
    _ subject: TermID, _ predicate: String, _ dataset: borrowing Dataset
  ) -> [String] {
    var found: [String] = []
    for term in values(subject, predicate, dataset) { found.append(dataset.terms.string(of: term)) }
    return found
  }

  private mutating func classify(_ dataset: borrowing Dataset) {
    for subject in order {
      let types = strings(subject, Namespace.rdf + "type", dataset)
      if types.contains(Self.griot + "Claim") {
        claims.append(subject)
        isClaim.insert(subject)
        for one in values(subject, Namespace.rdf + "subject", dataset) {
          claimsBySubject[one, default: []].append(subject)
        }
      } else if types.contains(Self.griot + "Article") {
        article = subject
      } else if types.contains(where: { !$0.hasPrefix(Self.oa) }) {
        nodes.append(subject)
        isNode.insert(subject)
      }
    }
    // A claim that others are about is a node too.
    for claim in claims {
      for predicate in ["subject", "object"] {
        for term in values(claim, Namespace.rdf + predicate, dataset)
        where isClaim.contains(term) && isNode.insert(term).inserted {
          nodes.append(term)
        }
      }
    }
    for subject in order {
      for whole in values(subject, Self.griot + "alternativeOf", dataset)
      where isClaim.contains(whole) && isNode.insert(whole).inserted {
        nodes.append(whole)
      }
    }
  }

  private mutating func collectEvidence(_ dataset: borrowing Dataset) {
    for subject in order
    where strings(subject, Self.oa + "motivatedBy", dataset).contains(Self.oa + "linking") {
      var words: [String] = []
      for target in values(subject, Self.oa + "hasTarget", dataset) {
        for selector in values(target, Self.oa + "hasSelector", dataset) {
          words += strings(selector, Self.oa + "exact", dataset)
        }
      }
      for body in values(subject, Self.oa + "hasBody", dataset) {
        for word in words where !Self.holds(evidence[body] ?? [], word) {
          evidence[body, default: []].append(word)
        }
      }
    }
  }

  /// Whether a text is in a list as it is: to Swift, composed and decomposed letters are equal.
  private static func holds(_ list: [String], _ text: String) -> Bool {
    list.contains { $0.utf8.elementsEqual(text.utf8) }
  }

  // MARK: Values

  /// A thing's label in the preferred language, else any, else the last part of its IRI.
  private func label(_ term: TermID, _ dataset: borrowing Dataset) -> String {
    let labels = values(term, Namespace.rdfs + "label", dataset)
    for language in options.languages {
      for one in labels where dataset.terms.language(of: one) == language {
        return dataset.terms.string(of: one)
      }
    }
    return labels.first.map { dataset.terms.string(of: $0) } ?? dataset.terms.localName(of: term)
  }

  private func add(_ key: String, _ texts: [String], to values: inout [GraphValue]) {
    if !texts.isEmpty { values.append(GraphValue(key: key, texts: texts)) }
  }

  private func locals(
    _ subject: TermID, _ predicate: String, _ dataset: borrowing Dataset
  ) -> [String] {
    var found: [String] = []
    for term in values(subject, predicate, dataset) {
      found.append(dataset.terms.localName(of: term))
    }
    return found
  }

  private func addQualification(
    of subject: TermID, to found: inout [GraphValue], _ dataset: borrowing Dataset
  ) {
    add("status", locals(subject, Self.griot + "status", dataset), to: &found)
    var agents: [String] = []
    for agent in values(subject, Self.prov + "wasAttributedTo", dataset)
      + values(subject, Self.griot + "attributedTo", dataset)
    {
      agents.append(label(agent, dataset))
    }
    add("attributedTo", agents, to: &found)
    var sources: [String] = []
    for source in values(subject, Self.prov + "hadPrimarySource", dataset)
      + values(subject, Self.griot + "via", dataset)
    {
      sources.append(label(source, dataset))
    }
    add("via", sources, to: &found)
    add("degree", locals(subject, Self.griot + "degree", dataset), to: &found)
    add("basis", locals(subject, Self.griot + "basis", dataset), to: &found)
    add("interval", strings(subject, Self.griot + "interval", dataset), to: &found)
    add("confidence", strings(subject, Self.griot + "confidence", dataset), to: &found)
  }

  mutating func nodeValues(_ subject: TermID, _ dataset: borrowing Dataset) -> [GraphValue] {
    var found = [GraphValue(key: "iri", text: dataset.terms.string(of: subject))]
    let isClaim = isClaim.contains(subject)
    let text = isClaim ? claimText(subject, dataset) : label(subject, dataset)
    add("label", [text], to: &found)
    for one in values(subject, Namespace.rdfs + "label", dataset) {
      if let language = dataset.terms.language(of: one) {
        add("label.\(language)", [dataset.terms.string(of: one)], to: &found)
      }
    }
    add("name", [text], to: &found)
    let types = strings(subject, Namespace.rdf + "type", dataset)
    add("labelV", [isClaim ? "Claim" : specific(types)], to: &found)
    add("types", types.map { Self.local($0) }, to: &found)
    addQualification(of: subject, to: &found, dataset)
    addDates(of: subject, to: &found, dataset)
    add("named", strings(subject, Self.griot + "named", dataset), to: &found)
    add("altLabel", strings(subject, Self.altLabel, dataset), to: &found)
    addLinks(of: subject, to: &found, dataset)
    if !isClaim { addLiterals(of: subject, to: &found, dataset) }
    add("evidence", evidence[subject] ?? [], to: &found)
    if let article { add("source", [dataset.terms.string(of: article)], to: &found) }
    return found
  }

  private static func local(_ iri: String) -> String {
    iri.lastIndex { $0 == "#" || $0 == "/" }.map { String(iri[iri.index(after: $0)...]) } ?? iri
  }

  /// The class with the most classes above it; the first where several have.
  private func specific(_ types: [String]) -> String {
    var best = ("", -1)
    for type in types {
      let depth = ontology.ancestors(ofClass: type).count
      if depth > best.1 { best = (Self.local(type), depth) }
    }
    return best.0
  }

  private func addDates(
    of subject: TermID, to found: inout [GraphValue], _ dataset: borrowing Dataset
  ) {
    let parts = locals(subject, Self.griot + "datePart", dataset)
    let dates = strings(subject, Self.griot + "date", dataset)
    add(
      "date", dates.map { parts.isEmpty ? $0 : "\($0) (\(parts.joined(separator: ", ")))" },
      to: &found)
    add("earliest", strings(subject, Self.sem + "hasEarliestBeginTimeStamp", dataset), to: &found)
    add("latest", strings(subject, Self.sem + "hasLatestEndTimeStamp", dataset), to: &found)
  }

  private func addLinks(
    of subject: TermID, to found: inout [GraphValue], _ dataset: borrowing Dataset
  ) {
    var keys: [String] = []
    var byKey: [String: [String]] = [:]
    let hosts = [
      ("www.wikidata.org", "wikidata"), ("sws.geonames.org", "geonames"),
      ("dbpedia.org", "dbpedia"), ("publications.europa.eu", "eu"),
    ]
    for link in links[subject] ?? [] {
      let iri = dataset.terms.string(of: link.object)
      let isSame = dataset.terms.string(of: link.predicate) == Namespace.owl + "sameAs"
      let host = hosts.first { iri.contains("://\($0.0)/") }?.1 ?? "sameAs"
      let key = isSame ? host : "pages"
      if byKey[key] == nil { keys.append(key) }
      byKey[key, default: []].append(iri)
    }
    for key in keys { add(key, byKey[key] ?? [], to: &found) }
  }

  /// Literal properties, plain or claimed; a number that is bounded or not asserted is text.
  private func addLiterals(
    of subject: TermID, to found: inout [GraphValue], _ dataset: borrowing Dataset
  ) {
    var keys: [String] = []
    var texts: [String: [String]] = [:]
    func put(_ key: String, _ text: String) {
      if texts[key] == nil { keys.append(key) }
      if !Self.holds(texts[key] ?? [], text) { texts[key, default: []].append(text) }
    }
    let own: Set = [
      "status", "named", "date", "datePart", "dateText", "dateQualifier", "interval", "confidence",
      "basis", "degree",
    ]
    for quad in bySubject[subject] ?? [] where dataset.terms.kind(of: quad.object) == .literal {
      let iri = dataset.terms.string(of: quad.predicate)
      guard let property = ontology.propertyOf(iri: iri),
        !iri.hasPrefix(Self.griot) || !own.contains(property.localName),
        !iri.hasPrefix(Self.sem), iri != Self.altLabel
      else { continue }
      let text = dataset.terms.string(of: quad.object)
      let name = Projection.attributeName(property.localName)
      put(Projection.isWhole(property) && Int64(text) == nil ? name + ".text" : name, text)
    }
    for claim in claimsBySubject[subject] ?? [] {
      guard let object = values(claim, Namespace.rdf + "object", dataset).first,
        dataset.terms.kind(of: object) == .literal,
        let predicate = strings(claim, Namespace.rdf + "predicate", dataset).first,
        let property = ontology.propertyOf(iri: predicate)
      else { continue }
      let name = Projection.attributeName(property.localName)
      let text = bounded(claim, dataset.terms.string(of: object), dataset)
      guard options.extras.contains(.denied) || !text.hasPrefix("denied: ") else { continue }
      let plain = dataset.terms.string(of: object)
      let isExact = text.utf8.elementsEqual(plain.utf8)
      if isExact, Self.holds(texts[name] ?? [], plain) { continue }
      put(Projection.isWhole(property) && !isExact ? name + ".text" : name, text)
    }
    for key in keys {
      // A number's key takes one number; several stand as text.
      let isWhole = (ontology.propertyNamed(key).map { Projection.isWhole($0) } ?? false)
      let several = texts[key] ?? []
      add(isWhole && several.count > 1 ? key + ".text" : key, several, to: &found)
    }
  }

  /// A value with its bound, unit and status: `> 180 persons`.
  private func bounded(_ claim: TermID, _ text: String, _ dataset: borrowing Dataset) -> String {
    let signs = [
      "approximately": "≈ ", "atLeast": "≥ ", "atMost": "≤ ", "moreThan": "> ", "lessThan": "< ",
    ]
    let bound = locals(claim, Self.griot + "bound", dataset).first.flatMap { signs[$0] }
    let unit = strings(claim, Self.griot + "unit", dataset).first
    let number = bound.map { sign in sign + text + (unit.map { " " + $0 } ?? "") } ?? text
    return prefix(claim, dataset) + number
  }

  /// How a claim is put, where that is not as a fact of the article: `reported: `.
  private func prefix(_ claim: TermID, _ dataset: borrowing Dataset) -> String {
    let status = locals(claim, Self.griot + "status", dataset).first ?? "asserted"
    if status != "asserted" { return status + ": " }
    if !values(claim, Self.prov + "wasAttributedTo", dataset).isEmpty { return "attributed: " }
    if let degree = locals(claim, Self.griot + "degree", dataset).first { return degree + ": " }
    if !values(claim, Self.griot + "basis", dataset).isEmpty { return "background: " }
    return ""
  }

  private func claimText(_ claim: TermID, _ dataset: borrowing Dataset) -> String {
    let predicate = locals(claim, Namespace.rdf + "predicate", dataset).first ?? ""
    var ends: [String] = []
    for part in ["subject", "object"] {
      if let term = values(claim, Namespace.rdf + part, dataset).first {
        ends.append(
          dataset.terms.kind(of: term) == .literal
            ? dataset.terms.string(of: term) : label(term, dataset))
      }
    }
    return prefix(claim, dataset) + ends.joined(separator: " \(predicate) ")
  }

  // MARK: Edges

  /// Plain triples between nodes with what their claims say, then the claims that have none.
  func edges(_ dataset: borrowing Dataset) -> [Edge] {
    var edges: [Edge] = []
    var claimOf: [[TermID]: TermID] = [:]
    for claim in claims {
      guard let triple = triple(of: claim, dataset), claimOf[triple] == nil else { continue }
      claimOf[triple] = claim
    }
    let own: Set = [
      "status", "datePart", "dateQualifier", "basis", "degree", "bound", "supports",
      "attributedTo", "via",
    ]
    var drawn = Set<[TermID]>()
    for subject in nodes where !isClaim.contains(subject) {
      for quad in bySubject[subject] ?? [] where isNode.contains(quad.object) {
        let iri = dataset.terms.string(of: quad.predicate)
        guard quad.predicate != .rdfType, !iri.hasPrefix(Self.prov),
          !iri.hasPrefix(Self.griot) || !own.contains(dataset.terms.localName(of: quad.predicate))
        else { continue }
        let triple = [quad.subject, quad.predicate, quad.object]
        drawn.insert(triple)
        let claim = claimOf[triple]
        let isBackground = dataset.terms.string(of: quad.graph).hasSuffix("/background")
        if isBackground, claim != nil { continue }
        let plain = claim.flatMap { prefix($0, dataset).isEmpty ? $0 : nil }
        edges.append(edge(triple, plain, isBackground ? "background: " : "", dataset))
      }
    }
    for claim in claims {
      guard let triple = triple(of: claim, dataset), isNode.contains(triple[0]),
        isNode.contains(triple[2])
      else { continue }
      let shown = prefix(claim, dataset)
      guard !drawn.contains(triple) || !shown.isEmpty || claimOf[triple] != claim else { continue }
      guard options.extras.contains(.denied) || shown != "denied: " else { continue }
      edges.append(edge(triple, claim, shown, dataset))
    }
    return edges
  }

  private func triple(of claim: TermID, _ dataset: borrowing Dataset) -> [TermID]? {
    var triple: [TermID] = []
    for part in ["subject", "predicate", "object"] {
      guard let term = values(claim, Namespace.rdf + part, dataset).first else { return nil }
      triple.append(term)
    }
    return triple
  }

  private func edge(
    _ triple: [TermID], _ claim: TermID?, _ prefix: String, _ dataset: borrowing Dataset
  ) -> Edge {
    let name = dataset.terms.localName(of: triple[1])
    var found: [GraphValue] = []
    if let claim { add("iri", [dataset.terms.string(of: claim)], to: &found) }
    add("label", [prefix + name], to: &found)
    add("name", [prefix + name], to: &found)
    add("labelE", [name], to: &found)
    add("interaction", [prefix + name], to: &found)
    if let claim {
      addQualification(of: claim, to: &found, dataset)
      add("evidence", evidence[claim] ?? [], to: &found)
    } else {
      // A role says what its event is like, so it is put as the event is.
      let status = locals(triple[0], Self.griot + "status", dataset)
      add("status", status.isEmpty ? ["asserted"] : status, to: &found)
    }
    if let article { add("source", [dataset.terms.string(of: article)], to: &found) }
    add("weight", ["1.0"], to: &found)
    return Edge(subject: triple[0], object: triple[2], values: found)
  }
}
