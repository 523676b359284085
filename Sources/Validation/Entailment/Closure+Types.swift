internal import RDF

/// What follows from the class of a thing.
///
/// - SeeAlso: OWL 2 Profiles, section 4.3 (tables 6 and 7).
extension Closure {
  mutating func takeType(_ fact: Fact, _ terms: borrowing TermTable) {
    guard let interest = axioms.classes[fact.object] else { return }
    if interest.contains(.superclass) {
      for above in facts.objects(fact.object, names.subClassOf) where above.term != fact.object {
        guard level == .owlRL || isAsked(above.term) else { continue }
        conclude(.caxSco, fact.subject, .rdfType, above.term, fact.id, above.fact)
      }
    }
    if !interest.isDisjoint(with: .exclusive) { takeExclusive(fact, interest) }
    if !interest.isDisjoint(with: [.some, .maximum, .allValues, .hasValue]) {
      takeRestriction(fact, interest, terms)
    }
    if !interest.isDisjoint(with: [.someFiller, .qualifiedFiller]) {
      takeFiller(fact, interest, terms)
    }
    guard level == .owlRL else { return }
    if interest.contains(.intersectionPart) {
      for axiom in axioms.intersections[fact.object] ?? [] {
        let types = axiom.members.compactMap { facts.find(fact.subject, .rdfType, $0) }
        guard types.count == axiom.members.count else { continue }
        conclude(.clsInt1, fact.subject, .rdfType, axiom.subject, all: types + [axiom.fact])
      }
    }
    if interest.contains(.intersection) {
      for list in facts.objects(fact.object, names.intersectionOf) {
        for member in facts.list(list.term) {
          conclude(.clsInt2, fact.subject, .rdfType, member, fact.id, list.fact)
        }
      }
    }
    if interest.contains(.unionPart) {
      for axiom in axioms.unions[fact.object] ?? [] {
        conclude(.clsUni, fact.subject, .rdfType, axiom.subject, fact.id, axiom.fact)
      }
    }
    if interest.contains(.key) {
      for axiom in axioms.keysByClass[fact.object] ?? [] { takeKey(axiom, fact.subject) }
    }
  }

  /// Whether a check takes members of a class.
  private func isAsked(_ type: TermID) -> Bool {
    axioms.classes[type]?.isDisjoint(with: .checked) == false
  }

  private mutating func takeExclusive(_ fact: Fact, _ interest: ClassInterest) {
    let (subject, type) = (fact.subject, fact.object)
    if interest.contains(.nothing) {
      report(
        Contradiction(
          rule: .clsNothing2, focus: subject, path: .rdfType, value: type, facts: [fact.id]))
    }
    let kinds: [(ClassInterest, TermID, EntailmentRule)] = [
      (.disjoint, names.disjointWith, .caxDw), (.complement, names.complementOf, .clsCom),
    ]
    for (kind, predicate, rule) in kinds where interest.contains(kind) {
      for pair in facts.objects(type, predicate) + facts.subjects(predicate, type) {
        guard let other = facts.find(subject, .rdfType, pair.term) else { continue }
        report(
          Contradiction(
            rule: rule, focus: subject, path: .rdfType, value: max(type, pair.term),
            other: min(type, pair.term),
            facts: (fact.id == other ? [other] : [fact.id, other].sorted()) + [pair.fact]))
      }
    }
    guard interest.contains(.allDisjoint) else { return }
    for axiom in axioms.disjointClasses[type] ?? [] {
      for member in axiom.members where member != type {
        guard let other = facts.find(subject, .rdfType, member) else { continue }
        report(
          Contradiction(
            rule: .caxAdc, focus: subject, path: .rdfType, value: max(type, member),
            other: min(type, member), facts: [fact.id, other].sorted() + [axiom.fact]))
      }
    }
  }
}
