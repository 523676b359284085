internal import RDF

/// What follows from axioms about classes and properties alone.
///
/// - SeeAlso: OWL 2 Profiles, section 4.3 (table 9).
extension Closure {
  mutating func takeAxiom(_ fact: Fact, _ terms: borrowing TermTable) {
    let (subject, object) = (fact.subject, fact.object)
    switch fact.predicate {
    case names.subClassOf: takeSubclass(fact)
    case names.subPropertyOf: takeSubproperty(fact)
    case names.equivalentClass:
      conclude(.scmEqc1, subject, names.subClassOf, object, fact.id)
      conclude(.scmEqc1, object, names.subClassOf, subject, fact.id)
    case names.equivalentProperty:
      conclude(.scmEqp1, subject, names.subPropertyOf, object, fact.id)
      conclude(.scmEqp1, object, names.subPropertyOf, subject, fact.id)
    case names.domain:
      guard level == .owlRL else { return }
      for above in facts.objects(object, names.subClassOf) {
        conclude(.scmDom1, subject, names.domain, above.term, fact.id, above.fact)
      }
      for below in facts.subjects(names.subPropertyOf, subject) {
        conclude(.scmDom2, below.term, names.domain, object, fact.id, below.fact)
      }
    case names.range:
      guard level == .owlRL else { return }
      for above in facts.objects(object, names.subClassOf) {
        conclude(.scmRng1, subject, names.range, above.term, fact.id, above.fact)
      }
      for below in facts.subjects(names.subPropertyOf, subject) {
        conclude(.scmRng2, below.term, names.range, object, fact.id, below.fact)
      }
    case names.intersectionOf:
      for member in facts.list(object) {
        conclude(.scmInt, subject, names.subClassOf, member, fact.id)
      }
    case names.unionOf, names.disjointUnionOf:
      for member in facts.list(object) {
        conclude(.scmUni, member, names.subClassOf, subject, fact.id)
      }
    case names.oneOf:
      for member in facts.list(object) where terms.kind(of: member) != .literal {
        conclude(.clsOo, member, .rdfType, subject, fact.id)
      }
    case names.someValuesFrom, names.allValuesFrom, names.hasValue, names.onProperty:
      takeRestrictionAxiom(subject)
    case names.distinctMembers, names.members: takeDistinct(fact)
    default: break
    }
  }

  private mutating func takeSubclass(_ fact: Fact) {
    let (subject, object) = (fact.subject, fact.object)
    if subject == names.thing, object == names.nothing {
      report(
        Contradiction(
          rule: .emptyThing, focus: subject, path: names.subClassOf, value: object,
          facts: [fact.id]))
    }
    for above in facts.objects(object, names.subClassOf) where above.term != subject {
      conclude(.scmSco, subject, names.subClassOf, above.term, fact.id, above.fact)
    }
    for below in facts.subjects(names.subClassOf, subject) where below.term != object {
      conclude(.scmSco, below.term, names.subClassOf, object, below.fact, fact.id)
    }
    guard level == .owlRL else { return }
    if subject != object, let back = facts.find(object, names.subClassOf, subject) {
      conclude(.scmEqc2, subject, names.equivalentClass, object, fact.id, back)
    }
    for link in facts.subjects(names.domain, subject) {
      conclude(.scmDom1, link.term, names.domain, object, link.fact, fact.id)
    }
    for link in facts.subjects(names.range, subject) {
      conclude(.scmRng1, link.term, names.range, object, link.fact, fact.id)
    }
    for link in facts.subjects(names.someValuesFrom, subject)
      + facts.subjects(names.allValuesFrom, subject)
      + facts.subjects(names.someValuesFrom, object)
      + facts.subjects(names.allValuesFrom, object)
    {
      takeRestrictionAxiom(link.term)
    }
  }

  private mutating func takeSubproperty(_ fact: Fact) {
    let (subject, object) = (fact.subject, fact.object)
    for above in facts.objects(object, names.subPropertyOf) where above.term != subject {
      conclude(.scmSpo, subject, names.subPropertyOf, above.term, fact.id, above.fact)
    }
    for below in facts.subjects(names.subPropertyOf, subject) where below.term != object {
      conclude(.scmSpo, below.term, names.subPropertyOf, object, below.fact, fact.id)
    }
    guard level == .owlRL else { return }
    if subject != object, let back = facts.find(object, names.subPropertyOf, subject) {
      conclude(.scmEqp2, subject, names.equivalentProperty, object, fact.id, back)
    }
    for link in facts.objects(object, names.domain) {
      conclude(.scmDom2, subject, names.domain, link.term, link.fact, fact.id)
    }
    for link in facts.objects(object, names.range) {
      conclude(.scmRng2, subject, names.range, link.term, link.fact, fact.id)
    }
    for link in facts.subjects(names.onProperty, subject)
      + facts.subjects(names.onProperty, object)
    {
      takeRestrictionAxiom(link.term)
    }
  }

  /// Restrictions that differ in one place only, where one is below the other.
  private mutating func takeRestrictionAxiom(_ node: TermID) {
    guard level == .owlRL else { return }
    for property in facts.objects(node, names.onProperty) {
      for value in facts.objects(node, names.hasValue) {
        for other in facts.subjects(names.hasValue, value.term) where other.term != node {
          compare(node, property, value, other, .scmHv, isReversed: false)
        }
      }
      for (predicate, byFiller, byProperty) in [
        (names.someValuesFrom, EntailmentRule.scmSvf1, EntailmentRule.scmSvf2),
        (names.allValuesFrom, .scmAvf1, .scmAvf2),
      ] {
        for filler in facts.objects(node, predicate) {
          for other in facts.subjects(predicate, filler.term) where other.term != node {
            compare(
              node, property, filler, other, byProperty,
              isReversed: predicate == names.allValuesFrom)
          }
          for above in facts.objects(filler.term, names.subClassOf) {
            for other in facts.subjects(predicate, above.term) where other.term != node {
              guard let same = facts.find(other.term, names.onProperty, property.term) else {
                continue
              }
              conclude(
                byFiller, node, names.subClassOf, other.term, property.fact, filler.fact, same,
                other.fact, above.fact)
            }
          }
          for below in facts.subjects(names.subClassOf, filler.term) {
            for other in facts.subjects(predicate, below.term) where other.term != node {
              guard let same = facts.find(other.term, names.onProperty, property.term) else {
                continue
              }
              conclude(
                byFiller, other.term, names.subClassOf, node, property.fact, filler.fact, same,
                other.fact, below.fact)
            }
          }
        }
      }
    }
  }

  /// Restrictions with one filler, of which one's property is below the other's.
  private mutating func compare(
    _ node: TermID, _ property: Link, _ filler: Link, _ other: Link, _ rule: EntailmentRule,
    isReversed: Bool
  ) {
    for theirs in facts.objects(other.term, names.onProperty) {
      let because = [property.fact, filler.fact, theirs.fact, other.fact]
      if let below = facts.find(property.term, names.subPropertyOf, theirs.term) {
        conclude(
          rule, isReversed ? other.term : node, names.subClassOf, isReversed ? node : other.term,
          all: because + [below])
      }
      if let below = facts.find(theirs.term, names.subPropertyOf, property.term) {
        conclude(
          rule, isReversed ? node : other.term, names.subClassOf, isReversed ? other.term : node,
          all: because + [below])
      }
    }
  }

  /// Things that are all different, of which one is there twice or two are the same.
  private mutating func takeDistinct(_ fact: Fact) {
    guard facts.contains(fact.subject, .rdfType, names.allDifferent) else { return }
    let members = facts.list(fact.object)
    var seen = Set<TermID>()
    for member in members where !seen.insert(member).inserted {
      report(
        Contradiction(
          rule: fact.predicate == names.members ? .eqDiff2 : .eqDiff3, focus: member,
          path: names.sameAs, value: member, facts: [fact.id]))
    }
  }
}
