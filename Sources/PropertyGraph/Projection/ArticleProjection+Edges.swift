internal import Ontology
internal import RDF

/// Edges: plain triples with what their claims say, and claims that have none.
extension ArticleProjection {
  /// How a claim is put, where that is not as a fact of the article: `reported: `.
  func prefix(_ claim: TermID, _ dataset: borrowing Dataset) -> String {
    let status = local(claim, .status, dataset) ?? "asserted"
    if status != "asserted" { return status + ": " }
    if has(claim, .wasAttributedTo) { return "attributed: " }
    if let degree = local(claim, .degree, dataset) { return degree + ": " }
    return has(claim, .basis) ? "background: " : ""
  }

  mutating func claimText(_ claim: TermID, _ dataset: borrowing Dataset) -> String {
    let predicate = strings(claim, .predicate, dataset).first
    let name = predicate.map { words.names.property($0) } ?? ""
    var ends: [String] = []
    for part in [GraphTerm.subject, .object] {
      if let term = first(claim, part) {
        ends.append(
          dataset.terms.kind(of: term) == .literal
            ? dataset.terms.string(of: term) : label(term, dataset))
      }
    }
    return prefix(claim, dataset) + ends.joined(separator: " \(name) ")
  }

  func triple(of claim: TermID) -> Triple? {
    guard let subject = first(claim, .subject), let predicate = first(claim, .predicate),
      let object = first(claim, .object)
    else { return nil }
    return Triple(subject, predicate, object)
  }

  /// The claims of plain triples, the first of each.
  private func claimsByTriple() -> [Triple: TermID] {
    var claimOf: [Triple: TermID] = [:]
    for claim in claims {
      guard let triple = triple(of: claim), claimOf[triple] == nil else { continue }
      claimOf[triple] = claim
    }
    return claimOf
  }

  /// The quads that are one edge: a triple's, those of background graphs apart.
  private struct Place: Hashable {
    let triple: Triple
    /// The graph of background; else the default graph.
    let background: TermID
  }

  mutating func edges(
    _ dataset: borrowing Dataset, _ collapsed: [TermID: [Quad]]
  ) -> [Edge] {
    var edges: [Edge] = []
    let claimOf = claimsByTriple()
    var drawn = Set<Triple>()
    for subject in nodes {
      if let roles = collapsed[subject] {
        for role in roles { drawn.insert(Triple(role)) }
        edges.append(edge(ofEvent: subject, roles, claimOf, dataset))
        continue
      }
      let quads = bySubject[subject].filter {
        isNode.contains($0.object) && use(of: $0.predicate) == .property
          && (!isClaim.contains(subject) || isAlternative($0))
      }
      guard !quads.isEmpty else { continue }
      // The same triple in several graphs is one edge.
      var graphsOf: [Place: [TermID]] = [:]
      for quad in quads { graphsOf[place(quad), default: []].append(quad.graph) }
      for quad in quads {
        guard let graphTerms = graphsOf.removeValue(forKey: place(quad)) else { continue }
        let isBackground = graphs.role(of: quad.graph) == .background
        let triple = Triple(quad)
        drawn.insert(triple)
        let claim = claimOf[triple]
        if isBackground, claim != nil { continue }
        let plain = claim.flatMap { prefix($0, dataset).isEmpty ? $0 : nil }
        edges.append(
          edge(triple, plain, isBackground ? "background: " : "", graphTerms, dataset))
      }
    }
    for claim in claims {
      guard let triple = triple(of: claim), isNode.contains(triple.object) else { continue }
      guard isNode.contains(triple.subject) else {
        note(.claim, triple.quad, dataset)
        continue
      }
      let shown = prefix(claim, dataset)
      guard !drawn.contains(triple) || !shown.isEmpty || claimOf[triple] != claim else { continue }
      guard options.extras.contains(.denied) || shown != "denied: " else {
        note(.denied, triple.quad, dataset)
        continue
      }
      edges.append(
        edge(triple, claim, shown, bySubject[claim].first.map { [$0.graph] } ?? [], dataset))
    }
    return edges
  }

  private func place(_ quad: Quad) -> Place {
    let isBackground = graphs.role(of: quad.graph) == .background
    return Place(triple: Triple(quad), background: isBackground ? quad.graph : .defaultGraph)
  }

  private func isAlternative(_ quad: Quad) -> Bool {
    quad.predicate == property(.alternativeOf)
  }

  private mutating func edge(
    _ triple: Triple, _ claim: TermID?, _ prefix: String, _ graphs: [TermID],
    _ dataset: borrowing Dataset
  ) -> Edge {
    let name = words.names.property(iri(ofProperty: triple.predicate, dataset))
    var found = GraphValues()
    if let claim { found.add(.iri, [dataset.terms.string(of: claim)]) }
    addNames(name, prefix + name, prefix + name, to: &found)
    if let claim {
      addQualification(of: claim, to: &found, dataset)
      found.add(.evidence, evidence[claim] ?? [])
    } else {
      // A role says what its event is like, so it is put as the event is.
      let status = locals(triple.subject, .status, dataset)
      found.add(.status, status.isEmpty ? ["asserted"] : status)
    }
    let sources = sources(graphs, dataset)
    found.add(.source, sources.articles)
    found.add(.sourceGraph, sources.graphs)
    return Edge(subject: triple.subject, object: triple.object, values: found)
  }

  private func iri(ofProperty term: TermID, _ dataset: borrowing Dataset) -> String {
    words.facts[term]?.iri ?? dataset.terms.string(of: term)
  }

  private func addNames(
    _ type: String, _ label: String, _ name: String, to found: inout GraphValues
  ) {
    found.add(.label, [label])
    found.add(.name, [name])
    found.add(.labelE, [type])
    found.add(.interaction, [label])
  }

  // MARK: Events as edges

  /// The asserted events of an agent and of a place or a target, with these two roles, that nothing
  /// else refers to.
  func collapsedEvents(_ dataset: borrowing Dataset) -> [TermID: [Quad]] {
    var found: [TermID: [Quad]] = [:]
    let claimOf = claimsByTriple()
    for event in nodes where !isClaim.contains(event) && !isReferred(event) {
      guard kind(of: event) == .event, isPlainlyAsserted(event, dataset) else { continue }
      let roles = bySubject[event].filter {
        isNode.contains($0.object) && use(of: $0.predicate) == .property
      }
      guard roles.count == 2, roles.allSatisfy({ $0.object != event }) else { continue }
      var agents: [Quad] = []
      var others: [Quad] = []
      for role in roles {
        let iri = dataset.terms.string(of: role.predicate)
        if isBelow(iri, ["agent"]) { agents.append(role) }
        if isBelow(iri, ["place", "target"]) { others.append(role) }
      }
      guard agents.count == 1, others.count == 1, agents != others else { continue }
      let triples = roles.map { Triple($0) }
      // A claim about a role that is put otherwise, or of another role, needs the event's node.
      var isPlain = true
      for claim in claimsBySubject[event] ?? [] {
        guard let triple = triple(of: claim), isNode.contains(triple.object) else { continue }
        if !triples.contains(triple) || !prefix(claim, dataset).isEmpty
          || claimOf[triple] != claim
        {
          isPlain = false
        }
      }
      if isPlain { found[event] = [agents[0], others[0]] }
    }
    return found
  }

  private func isPlainlyAsserted(_ event: TermID, _ dataset: borrowing Dataset) -> Bool {
    let others = [GraphTerm.attributedTo, .wasAttributedTo, .basis, .degree]
    return locals(event, .status, dataset) == ["asserted"]
      && !others.contains { has(event, $0) }
  }

  /// Whether a property is one of griot's, or below one.
  private func isBelow(_ iri: String, _ names: [String]) -> Bool {
    var seen: Set<String> = [iri]
    var open = [iri]
    while let next = open.popLast() {
      if names.contains(where: { next == Self.griot + $0 }) { return true }
      for above in ontology.propertyOf(iri: next)?.superproperties ?? []
      where seen.insert(above).inserted {
        open.append(above)
      }
    }
    return false
  }

  private mutating func edge(
    ofEvent event: TermID, _ roles: [Quad], _ claimOf: [Triple: TermID],
    _ dataset: borrowing Dataset
  ) -> Edge {
    let types = strings(event, .type, dataset)
    let deepest = types.max {
      ontology.ancestors(ofClass: $0).count < ontology.ancestors(ofClass: $1).count
    }
    let type = deepest.map { words.names.type($0) } ?? "event"
    let text = label(event, dataset)
    var found = GraphValues()
    let claims = roles.compactMap { claimOf[Triple($0)] }
    found.add(.iri, [dataset.terms.string(of: event)])
    addNames(type, type, text, to: &found)
    addLabels(of: event, to: &found, dataset)
    found.add(.types, types.map { words.names.curie($0) })
    for claim in claims where evidence[claim] != nil {
      for word in evidence[claim] ?? [] where !Self.holds(evidence[event] ?? [], word) {
        evidence[event, default: []].append(word)
      }
    }
    addData(of: event, to: &found, dataset)
    let sources = sources([roles[0].graph], dataset)
    found.add(.source, sources.articles)
    found.add(.sourceGraph, sources.graphs)
    note(.collapsed, dataset.terms.string(of: event), type, text)
    for claim in claims { note(.collapsed, dataset.terms.string(of: claim), "claim", text) }
    return Edge(subject: roles[0].object, object: roles[1].object, values: found)
  }

  // MARK: Types as edges

  /// An edge for each type of a node, and a node for each class.
  mutating func typeEdges(
    _ dataset: borrowing Dataset, _ collapsed: [TermID: [Quad]]
  ) -> (nodes: [Node], edges: [Edge]) {
    var classes: [Node] = []
    var seen = isNode
    var edges: [Edge] = []
    for node in nodes where collapsed[node] == nil && !isClaim.contains(node) {
      for quad in bySubject[node] where use(of: quad.predicate) == .type {
        if seen.insert(quad.object), dataset.terms.kind(of: quad.object) == .iri {
          classes.append(classNode(quad.object, dataset))
        }
        edges.append(edge(Triple(quad), nil, "", [quad.graph], dataset))
      }
    }
    return (classes, edges)
  }

  private mutating func classNode(_ term: TermID, _ dataset: borrowing Dataset) -> Node {
    let iri = dataset.terms.string(of: term)
    let labels = ontology.classOf(iri: iri)?.labels ?? []
    let chosen = options.languages.lazy.compactMap { language in
      labels.first { $0.language == language }?.text
    }.first
    let text = chosen ?? labels.first?.text ?? words.names.type(iri)
    var found = GraphValues()
    found.add(.iri, [iri])
    found.add(.label, [text])
    found.add(.name, [text])
    found.add(.labelV, ["Class"])
    found.add(.types, [words.names.curie(Namespace.owl + "Class")])
    return Node(term: term, iri: iri, kind: .thing, values: found)
  }
}
