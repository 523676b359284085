internal import RDF

/// The ontology's triples and the data's, and all that was concluded.
struct FactBase: Sendable {
  /// The ontology's, which do not change any more; nil while they are closed themselves.
  let ground: FactLayer?
  var layer: FactLayer

  init(_ layer: FactLayer, over ground: FactLayer?) {
    self.ground = ground
    self.layer = layer
  }

  func fact(_ id: FactID) -> Fact {
    if let ground, id.index < layer.start { return ground.fact(id) }
    return layer.fact(id)
  }

  /// The rule and premises of what was concluded; nil of what was said.
  func derivation(_ id: FactID) -> (rule: EntailmentRule, premises: [FactID])? {
    let home = id.index < layer.start ? ground ?? layer : layer
    let position = id.index - home.derived.start
    guard position >= 0 else { return nil }
    return (home.derived.rule(position), Array(home.derived.premises(position)))
  }

  func find(_ subject: TermID, _ predicate: TermID, _ object: TermID) -> FactID? {
    layer.find(subject, predicate, object) ?? ground?.find(subject, predicate, object)
  }

  func contains(_ subject: TermID, _ predicate: TermID, _ object: TermID) -> Bool {
    find(subject, predicate, object) != nil
  }

  func objects(_ subject: TermID, _ predicate: TermID) -> [Link] {
    var links: [Link] = []
    ground?.appendObjects(subject, predicate, to: &links)
    layer.appendObjects(subject, predicate, to: &links)
    return links
  }

  func subjects(_ predicate: TermID, _ object: TermID) -> [Link] {
    var links: [Link] = []
    ground?.appendSubjects(predicate, object, to: &links)
    layer.appendSubjects(predicate, object, to: &links)
    return links
  }

  /// All triples of a predicate.
  func facts(_ predicate: TermID) -> [Fact] {
    var facts: [Fact] = []
    ground?.appendFacts(predicate, to: &facts)
    layer.appendFacts(predicate, to: &facts)
    return facts
  }

  /// All triples that a term is the subject of.
  func facts(subject: TermID) -> [Fact] {
    var facts: [Fact] = []
    ground?.appendFacts(subject: subject, to: &facts)
    layer.appendFacts(subject: subject, to: &facts)
    return facts
  }

  /// All triples that a term is the object of.
  func facts(object: TermID) -> [Fact] {
    var facts: [Fact] = []
    ground?.appendFacts(object: object, to: &facts)
    layer.appendFacts(object: object, to: &facts)
    return facts
  }

  /// The members of a list; what follows a broken or cyclic part is left out.
  func list(_ head: TermID) -> [TermID] {
    var members: [TermID] = []
    var seen: Set<TermID> = [.rdfNil]
    var node = head
    while seen.insert(node).inserted, let first = objects(node, .rdfFirst).first,
      let rest = objects(node, .rdfRest).first
    {
      members.append(first.term)
      node = rest.term
    }
    return members
  }
}
