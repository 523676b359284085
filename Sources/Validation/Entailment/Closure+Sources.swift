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

  /// A triple itself where it is said, or else the first that it rests on.
  func firstSaid(_ id: FactID) -> FactID {
    var said = id
    while let premise = facts.derivation(said)?.premises.first { said = premise }
    return said
  }

  /// What shapes see beside the data: each triple that was concluded, at a quad that it rests on.
  ///
  /// Below ``EntailmentLevel/owlRL`` types are left out: a shape knows superclasses by itself, and
  /// a thing is not checked as what a domain or range, often of a wrong statement, makes of it. What
  /// is said of a thing under one name is nowhere repeated under another, for each name would count.
  func concluded(_ terms: borrowing TermTable) -> [(quad: Quad, position: Int)] {
    var found: [(Quad, Int)] = []
    let derived = facts.layer.derived
    // Premises come before what follows from them, so that each is looked at once.
    var quads: [Int?] = []
    quads.reserveCapacity(derived.count)
    var isRepeated = [Bool](repeating: false, count: derived.count)
    for position in 0..<derived.count {
      var last: Int?
      switch derived.rule(position) {
      case .eqRepS, .eqRepP, .eqRepO: isRepeated[position] = true
      default: break
      }
      for premise in derived.premises(position) {
        guard premise.index >= derived.start else {
          if let own = quad(of: premise) { last = max(last ?? 0, own) }
          continue
        }
        let before = premise.index - derived.start
        if let own = quads[before] { last = max(last ?? 0, own) }
        if isRepeated[before] { isRepeated[position] = true }
      }
      quads.append(last)
      guard !isRepeated[position] else { continue }
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
