internal import RDF

/// What follows from things being the same or different.
///
/// - SeeAlso: OWL 2 Profiles, section 4.3 (table 4).
extension Closure {
  mutating func takeEquality(_ fact: Fact, _ terms: borrowing TermTable) {
    let (subject, object) = (fact.subject, fact.object)
    if fact.predicate == names.differentFrom {
      takeDifferent(fact)
      return
    }
    guard subject != object else { return }
    if terms.kind(of: object) == .literal {
      guard LiteralSpace.differ(subject, object, terms) == true else { return }
      report(
        Contradiction(
          rule: .dtDiff, focus: subject, path: fact.predicate, value: object, facts: [fact.id]))
      return
    }
    conclude(.eqSym, object, names.sameAs, subject, fact.id)
    for onward in facts.objects(object, names.sameAs) where onward.term != subject {
      conclude(.eqTrans, subject, names.sameAs, onward.term, fact.id, onward.fact)
    }
    for before in facts.subjects(names.sameAs, subject) where before.term != object {
      conclude(.eqTrans, before.term, names.sameAs, object, before.fact, fact.id)
    }
    for different in facts.objects(subject, names.differentFrom)
      + facts.subjects(names.differentFrom, subject)
    where different.term == object {
      reportSame(fact, .eqDiff1, [different.fact])
    }
    for axiom in axioms.different[subject] ?? [] where axiom.members.contains(object) {
      reportSame(fact, rule(of: axiom), [axiom.fact])
    }
    guard level == .owlRL else { return }
    for one in facts.facts(subject: subject) where one.predicate != names.sameAs {
      conclude(.eqRepS, object, one.predicate, one.object, one.id, fact.id)
    }
    for one in facts.facts(object: subject) where one.predicate != names.sameAs {
      conclude(.eqRepO, one.subject, one.predicate, object, one.id, fact.id)
    }
    guard terms.kind(of: object) == .iri else { return }
    for one in facts.facts(subject) {
      conclude(.eqRepP, one.subject, object, one.object, one.id, fact.id)
    }
  }

  private func rule(of axiom: ListAxiom) -> EntailmentRule {
    facts.fact(axiom.fact).predicate == names.members ? .eqDiff2 : .eqDiff3
  }

  private mutating func reportSame(_ fact: Fact, _ rule: EntailmentRule, _ why: [FactID]) {
    report(
      Contradiction(
        rule: rule, focus: min(fact.subject, fact.object), path: names.sameAs,
        value: max(fact.subject, fact.object), facts: [fact.id] + why))
  }

  private mutating func takeDifferent(_ fact: Fact) {
    let (subject, object) = (fact.subject, fact.object)
    if subject == object {
      report(
        Contradiction(
          rule: .eqDiff1, focus: subject, path: fact.predicate, value: object, facts: [fact.id]))
      return
    }
    guard
      let same = facts.find(subject, names.sameAs, object)
        ?? facts.find(object, names.sameAs, subject)
    else { return }
    report(
      Contradiction(
        rule: .eqDiff1, focus: min(subject, object), path: names.sameAs,
        value: max(subject, object), facts: [same, fact.id]))
  }

  /// Why two terms are known not to be the same, by the triples that say so; nil when they are not.
  func difference(
    _ one: TermID, _ other: TermID, _ terms: borrowing TermTable
  ) -> [FactID]? {
    if terms.kind(of: one) == .literal || terms.kind(of: other) == .literal {
      return LiteralSpace.differ(one, other, terms) == true ? [] : nil
    }
    if let fact = facts.find(one, names.differentFrom, other)
      ?? facts.find(other, names.differentFrom, one)
    {
      return [fact]
    }
    return axioms.different[one]?.first { $0.members.contains(other) && one != other }
      .map { [$0.fact] }
  }

  /// What is said of a thing is said of all that are the same.
  mutating func replace(_ fact: Fact, _ terms: borrowing TermTable) {
    guard fact.predicate != names.sameAs else { return }
    if axioms.equals.contains(fact.subject) {
      for same in facts.objects(fact.subject, names.sameAs) {
        conclude(.eqRepS, same.term, fact.predicate, fact.object, fact.id, same.fact)
      }
    }
    if axioms.equals.contains(fact.object) {
      for same in facts.objects(fact.object, names.sameAs) {
        conclude(.eqRepO, fact.subject, fact.predicate, same.term, fact.id, same.fact)
      }
    }
    guard axioms.equals.contains(fact.predicate) else { return }
    for same in facts.objects(fact.predicate, names.sameAs)
    where terms.kind(of: same.term) == .iri {
      conclude(.eqRepP, fact.subject, same.term, fact.object, fact.id, same.fact)
    }
  }
}
