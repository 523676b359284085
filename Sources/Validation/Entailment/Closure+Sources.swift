internal import RDF

/// Where triples came from.
extension Closure {
  /// The position in the data of a triple that they say; nil of others.
  func quad(of id: FactID) -> Int? {
    guard facts.ground != nil, id.index >= facts.layer.start,
      id.index < facts.layer.derived.start
    else { return nil }
    return id.index - facts.layer.start
  }

  /// The quad of the data that a triple is, or the last of those it was concluded from; nil where
  /// it rests on the ontology alone.
  func firstQuad(_ id: FactID) -> Int? {
    var last: Int?
    var seen = Set<FactID>()
    var open = [id]
    while let next = open.popLast() {
      guard next.index >= facts.layer.start, seen.insert(next).inserted else { continue }
      if let quad = quad(of: next) {
        last = max(last ?? 0, quad)
      } else {
        open += facts.derivation(next)?.premises ?? []
      }
    }
    return last
  }

  /// What shapes see beside the data: each triple that was concluded, at a quad that it rests on.
  ///
  /// Below ``EntailmentLevel/owlRL`` types are left out: a shape knows superclasses by itself, and
  /// a thing is not checked as what a domain or range, often of a wrong statement, makes of it.
  func concluded(_ terms: borrowing TermTable) -> [(quad: Quad, position: Int)] {
    var found: [(Quad, Int)] = []
    let derived = facts.layer.derived
    // Premises come before what follows from them, so that each is looked at once.
    var quads: [Int?] = []
    quads.reserveCapacity(derived.count)
    for position in 0..<derived.count {
      var last: Int?
      for premise in derived.premises(position) {
        let own =
          premise.index < derived.start
          ? quad(of: premise) : quads[premise.index - derived.start]
        if let own { last = max(last ?? 0, own) }
      }
      quads.append(last)
      let fact = derived.fact(position)
      guard level == .owlRL || fact.predicate != .rdfType,
        terms.kind(of: fact.subject) != .literal, let quad = last
      else {
        continue
      }
      found.append((Quad(fact.subject, fact.predicate, fact.object), quad))
    }
    return found
  }

  /// The triples of a predicate that were concluded.
  func concluded(_ predicate: TermID) -> [Quad] {
    var found: [Fact] = []
    facts.layer.derived.appendFacts(predicate, to: &found)
    return found.map { Quad($0.subject, $0.predicate, $0.object) }
  }
}
