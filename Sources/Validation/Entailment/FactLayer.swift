internal import RDF

/// The triples of one source, and what was concluded when they were added to those before.
struct FactLayer: Sendable {
  let quads: [Quad]
  let index: QuadIndex
  /// The number of the first triple that was said.
  let start: Int
  var derived: DerivedFacts
  /// The predicates of the triples that were said, in order of appearance.
  let predicates: [TermID]

  init(_ quads: [Quad], _ index: QuadIndex, start: Int) {
    self.quads = quads
    self.index = index
    self.start = start
    derived = DerivedFacts(start: start + quads.count)
    var seen = Set<TermID>()
    var predicates: [TermID] = []
    var last = TermID.defaultGraph
    for quad in quads where quad.predicate != last {
      last = quad.predicate
      if seen.insert(last).inserted { predicates.append(last) }
    }
    self.predicates = predicates
  }

  /// The number that follows the last.
  var end: Int { derived.start + derived.count }

  func fact(_ id: FactID) -> Fact {
    guard id.index < derived.start else { return derived.fact(id.index - derived.start) }
    let quad = quads[id.index - start]
    return Fact(
      id: id, subject: quad.subject, predicate: quad.predicate, object: quad.object)
  }

  func fact(_ entry: QuadIndex.Entry) -> Fact {
    Fact(
      id: FactID(start + Int(entry.position)), subject: entry.quad.subject,
      predicate: entry.quad.predicate, object: entry.quad.object)
  }

  func find(_ subject: TermID, _ predicate: TermID, _ object: TermID) -> FactID? {
    if let found = derived.find(subject, predicate, object) { return found }
    let entry = index.first(subject: subject, predicate: predicate, object: object)
    return entry.map { FactID(start + Int($0.position)) }
  }

  func appendObjects(_ subject: TermID, _ predicate: TermID, to links: inout [Link]) {
    for entry in index.entries(subject: subject, predicate: predicate)
    where links.last?.term != entry.quad.object {
      links.append(
        Link(term: entry.quad.object, fact: FactID(start + Int(entry.position))))
    }
    if !derived.isEmpty { derived.appendObjects(subject, predicate, to: &links) }
  }

  func appendSubjects(_ predicate: TermID, _ object: TermID, to links: inout [Link]) {
    for entry in index.entries(predicate: predicate, object: object)
    where links.last?.term != entry.quad.subject {
      links.append(
        Link(term: entry.quad.subject, fact: FactID(start + Int(entry.position))))
    }
    if !derived.isEmpty { derived.appendSubjects(predicate, object, to: &links) }
  }

  func appendFacts(_ predicate: TermID, to facts: inout [Fact]) {
    for entry in index.entries(predicate: predicate) { facts.append(fact(entry)) }
    if !derived.isEmpty { derived.appendFacts(predicate, to: &facts) }
  }

  /// Adds the triples of a subject.
  func appendFacts(subject: TermID, to facts: inout [Fact]) {
    for entry in index.entries(subject: subject) { facts.append(fact(entry)) }
    if !derived.isEmpty { derived.appendFacts(subject: subject, to: &facts) }
  }

  /// Adds the triples of an object.
  func appendFacts(object: TermID, to facts: inout [Fact]) {
    for predicate in predicates {
      for entry in index.entries(predicate: predicate, object: object) {
        facts.append(fact(entry))
      }
    }
    if !derived.isEmpty { derived.appendFacts(object: object, to: &facts) }
  }
}
