internal import RDF

/// What follows from the value of a property.
///
/// - SeeAlso: OWL 2 Profiles, section 4.3 (tables 5 and 6).
extension Closure {
  mutating func takeValue(
    _ fact: Fact, _ interest: PropertyInterest, _ terms: borrowing TermTable
  ) {
    if interest.contains(.superproperty) {
      for above in supers(fact.predicate) {
        conclude(.prpSpo1, fact.subject, above.term, fact.object, fact.id, above.fact)
      }
    }
    if !interest.isDisjoint(with: [.domain, .range, .superproperty]) { takeTyping(fact, terms) }
    if !interest.isDisjoint(with: [.functional, .inverseFunctional]) {
      takeFunctional(fact, interest, terms)
    }
    takeCharacteristics(fact, interest, terms)
    if !interest.isDisjoint(with: [.disjoint, .allDisjoint, .denied]) { takeDisjoint(fact) }
    if interest.contains(.inverse) { takeInverse(fact, terms) }
    if interest.contains(.chain) { takeChains(fact) }
    if interest.contains(.key), level == .owlRL {
      for axiom in axioms.keysByProperty[fact.predicate] ?? [] { takeKey(axiom, fact.subject) }
    }
    if interest.contains(.restriction) { takeRestrictions(fact, terms) }
    if interest.contains(.bottom) {
      report(
        Contradiction(
          rule: .bottomProperty, focus: fact.subject, path: fact.predicate, value: fact.object,
          facts: [fact.id]))
    }
  }

  private mutating func takeTyping(_ fact: Fact, _ terms: borrowing TermTable) {
    guard level != .none else { return }
    for typing in typing(fact.predicate, names.domain)
    where level == .owlRL || !isImplied(typing.type, fact.subject) {
      conclude(.prpDom, fact.subject, .rdfType, typing.type, all: [fact.id] + typing.because)
    }
    for typing in typing(fact.predicate, names.range) {
      if terms.kind(of: fact.object) == .literal {
        takeLiteral(fact.object, typing.type, [fact.id] + typing.because, of: fact, terms)
      } else if level == .owlRL || !isImplied(typing.type, fact.object) {
        conclude(.prpRng, fact.object, .rdfType, typing.type, all: [fact.id] + typing.because)
      }
    }
  }

  /// A literal that has to be of a datatype.
  mutating func takeLiteral(
    _ literal: TermID, _ datatype: TermID, _ because: [FactID], of fact: Fact,
    _ terms: borrowing TermTable
  ) {
    guard LiteralSpace.contains(datatype, literal, names, terms) == false else { return }
    report(
      Contradiction(
        rule: .dtNotType, focus: fact.subject, path: fact.predicate, value: literal,
        other: datatype, facts: because))
  }

  /// Two things are one, or two literals are not.
  mutating func unify(
    _ rule: EntailmentRule, _ one: Link, _ other: Link, of focus: TermID, _ path: TermID,
    _ because: [FactID], _ terms: borrowing TermTable
  ) {
    guard one.term != other.term, spend() else { return }
    let all = [one.fact, other.fact] + because
    switch (terms.kind(of: one.term), terms.kind(of: other.term)) {
    case (.literal, .literal):
      guard LiteralSpace.differ(one.term, other.term, terms) == true else { return }
      report(
        Contradiction(
          rule: .dtDiff, focus: focus, path: path, value: max(one.term, other.term),
          other: min(one.term, other.term), facts: all))
    case (.literal, _), (_, .literal): return
    default:
      guard let difference = difference(one.term, other.term, terms) else {
        conclude(rule, one.term, names.sameAs, other.term, all: all)
        return
      }
      report(
        Contradiction(
          rule: .eqDiff1, focus: focus, path: path, value: max(one.term, other.term),
          other: min(one.term, other.term), facts: all + difference))
    }
  }

  private mutating func takeFunctional(
    _ fact: Fact, _ interest: PropertyInterest, _ terms: borrowing TermTable
  ) {
    let own = Link(term: fact.object, fact: fact.id)
    if interest.contains(.functional),
      let axiom = facts.find(fact.predicate, .rdfType, names.functional)
    {
      for other in facts.objects(fact.subject, fact.predicate) {
        unify(.prpFp, own, other, of: fact.subject, fact.predicate, [axiom], terms)
      }
    }
    if interest.contains(.inverseFunctional),
      let axiom = facts.find(fact.predicate, .rdfType, names.inverseFunctional)
    {
      for other in facts.subjects(fact.predicate, fact.object) {
        unify(
          .prpIfp, Link(term: fact.subject, fact: fact.id), other, of: fact.object,
          fact.predicate, [axiom], terms)
      }
    }
  }

  private mutating func takeCharacteristics(
    _ fact: Fact, _ interest: PropertyInterest, _ terms: borrowing TermTable
  ) {
    let (subject, property, object) = (fact.subject, fact.predicate, fact.object)
    if interest.contains(.irreflexive), subject == object,
      let axiom = facts.find(property, .rdfType, names.irreflexive)
    {
      report(
        Contradiction(
          rule: .prpIrp, focus: subject, path: property, value: object, facts: [fact.id, axiom]))
    }
    if interest.contains(.asymmetric), let back = facts.find(object, property, subject),
      let axiom = facts.find(property, .rdfType, names.asymmetric)
    {
      report(
        Contradiction(
          rule: .prpAsyp, focus: min(subject, object), path: property,
          value: max(subject, object),
          facts: (fact.id == back ? [back] : [fact.id, back].sorted()) + [axiom]))
    }
    guard level == .owlRL else { return }
    if interest.contains(.symmetric), terms.kind(of: object) != .literal,
      let axiom = facts.find(property, .rdfType, names.symmetric)
    {
      conclude(.prpSymp, object, property, subject, fact.id, axiom)
    }
    if interest.contains(.transitive),
      let axiom = facts.find(property, .rdfType, names.transitive)
    {
      for onward in facts.objects(object, property) {
        conclude(.prpTrp, subject, property, onward.term, fact.id, onward.fact, axiom)
      }
      for before in facts.subjects(property, subject) {
        conclude(.prpTrp, before.term, property, object, before.fact, fact.id, axiom)
      }
    }
  }

  private mutating func takeDisjoint(_ fact: Fact) {
    let (subject, property, object) = (fact.subject, fact.predicate, fact.object)
    let pairs =
      facts.objects(property, names.propertyDisjointWith)
      + facts.subjects(names.propertyDisjointWith, property)
    for pair in pairs {
      guard let other = facts.find(subject, pair.term, object) else { continue }
      report(
        Contradiction(
          rule: .prpPdw, focus: subject, path: min(property, pair.term), value: object,
          other: max(property, pair.term),
          facts: (fact.id == other ? [other] : [fact.id, other].sorted()) + [pair.fact]))
    }
    for axiom in axioms.disjointProperties[property] ?? [] {
      for member in axiom.members where member != property {
        guard let other = facts.find(subject, member, object) else { continue }
        report(
          Contradiction(
            rule: .prpAdp, focus: subject, path: min(property, member), value: object,
            other: max(property, member), facts: [fact.id, other].sorted() + [axiom.fact]))
      }
    }
    for denial in axioms.denials[property] ?? []
    where denial.source == subject && denial.target == object {
      report(
        Contradiction(
          rule: denial.rule, focus: subject, path: property, value: object,
          facts: [fact.id] + denial.facts))
    }
  }

  private mutating func takeInverse(_ fact: Fact, _ terms: borrowing TermTable) {
    guard level == .owlRL, terms.kind(of: fact.object) != .literal else { return }
    for inverse in facts.objects(fact.predicate, names.inverseOf) {
      conclude(.prpInv1, fact.object, inverse.term, fact.subject, fact.id, inverse.fact)
    }
    for inverse in facts.subjects(names.inverseOf, fact.predicate) {
      conclude(.prpInv2, fact.object, inverse.term, fact.subject, fact.id, inverse.fact)
    }
  }

  private mutating func takeChains(_ fact: Fact) {
    guard level == .owlRL else { return }
    for axiom in axioms.chains[fact.predicate] ?? [] {
      for (position, member) in axiom.members.enumerated() where member == fact.predicate {
        var starts: [(term: TermID, path: [FactID])] = [(fact.subject, [fact.id])]
        for property in axiom.members[..<position].reversed() {
          starts = starts.flatMap { start in
            facts.subjects(property, start.term).map { ($0.term, [$0.fact] + start.path) }
          }
        }
        var ends: [(term: TermID, path: [FactID])] = [(fact.object, [])]
        for property in axiom.members[(position + 1)...] {
          ends = ends.flatMap { end in
            facts.objects(end.term, property).map { ($0.term, end.path + [$0.fact]) }
          }
        }
        for start in starts {
          for end in ends {
            conclude(
              .prpSpo2, start.term, axiom.subject, end.term,
              all: start.path + end.path + [axiom.fact])
          }
        }
      }
    }
  }

  /// Things of a class that share a value of each property of a key are one.
  mutating func takeKey(_ axiom: ListAxiom, _ subject: TermID) {
    guard let type = facts.find(subject, .rdfType, axiom.subject), let first = axiom.members.first
    else { return }
    for value in facts.objects(subject, first) {
      for other in facts.subjects(first, value.term) where other.term != subject {
        guard spend() else { return }
        guard let otherType = facts.find(other.term, .rdfType, axiom.subject) else { continue }
        var shared = [value.fact, other.fact]
        for property in axiom.members.dropFirst() {
          let own = facts.objects(subject, property)
          let theirs = facts.objects(other.term, property)
          guard let one = own.first(where: { link in theirs.contains { $0.term == link.term } }),
            let same = theirs.first(where: { $0.term == one.term })
          else {
            shared = []
            break
          }
          shared += [one.fact, same.fact]
        }
        guard !shared.isEmpty else { continue }
        conclude(
          .prpKey, subject, names.sameAs, other.term,
          all: [type, otherType] + shared + [axiom.fact])
      }
    }
  }
}
