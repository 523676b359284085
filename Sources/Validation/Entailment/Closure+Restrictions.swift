internal import RDF

/// What follows from restrictions, from the value's side and from the member's.
///
/// - SeeAlso: OWL 2 Profiles, section 4.3 (table 6).
extension Closure {
  /// The value of a property that restrictions are about.
  mutating func takeRestrictions(_ fact: Fact, _ terms: borrowing TermTable) {
    let (subject, object) = (fact.subject, fact.object)
    for restriction in facts.subjects(names.onProperty, fact.predicate) {
      let node = restriction.term
      if level == .owlRL {
        for filler in facts.objects(node, names.someValuesFrom) {
          let because = [fact.id, restriction.fact, filler.fact]
          if filler.term == names.thing {
            conclude(.clsSvf2, subject, .rdfType, node, all: because)
          } else if terms.kind(of: object) == .literal {
            guard LiteralSpace.contains(filler.term, object, names, terms) == true else {
              continue
            }
            conclude(.clsSvf1, subject, .rdfType, node, all: because)
          } else if let type = facts.find(object, .rdfType, filler.term) {
            conclude(.clsSvf1, subject, .rdfType, node, all: because + [type])
          }
        }
        for value in facts.objects(node, names.hasValue) where value.term == object {
          conclude(
            .clsHv2, subject, .rdfType, node, fact.id, restriction.fact, value.fact)
        }
        if let type = facts.find(subject, .rdfType, node) {
          for filler in facts.objects(node, names.allValuesFrom) {
            takeAllValues(fact, type, restriction.fact, filler, terms)
          }
        }
      }
      if let type = facts.find(subject, .rdfType, node),
        axioms.classes[node]?.contains(.maximum) == true
      {
        takeMaximum(Link(term: subject, fact: type), node, terms)
      }
    }
  }

  private mutating func takeAllValues(
    _ fact: Fact, _ type: FactID, _ restriction: FactID, _ filler: Link,
    _ terms: borrowing TermTable
  ) {
    let because = [type, fact.id, restriction, filler.fact]
    if terms.kind(of: fact.object) == .literal {
      takeLiteral(fact.object, filler.term, because, of: fact, terms)
    } else {
      conclude(.clsAvf, fact.object, .rdfType, filler.term, all: because)
    }
  }

  /// A member of a class that may be a restriction.
  mutating func takeRestriction(
    _ fact: Fact, _ interest: ClassInterest, _ terms: borrowing TermTable
  ) {
    let (member, node) = (fact.subject, fact.object)
    if interest.contains(.some) { takeSome(fact) }
    if interest.contains(.maximum) {
      takeMaximum(Link(term: member, fact: fact.id), node, terms)
    }
    guard level == .owlRL else { return }
    for property in facts.objects(node, names.onProperty) {
      if interest.contains(.allValues) {
        for filler in facts.objects(node, names.allValuesFrom) {
          for value in facts.objects(member, property.term) {
            takeAllValues(
              Fact(
                id: value.fact, subject: member, predicate: property.term, object: value.term),
              fact.id, property.fact, filler, terms)
          }
        }
      }
      if interest.contains(.hasValue) {
        for value in facts.objects(node, names.hasValue) {
          conclude(
            .clsHv1, member, property.term, value.term, fact.id, property.fact, value.fact)
        }
      }
    }
  }

  /// The filler of restrictions, whose member a value is.
  mutating func takeFiller(
    _ fact: Fact, _ interest: ClassInterest, _ terms: borrowing TermTable
  ) {
    if interest.contains(.someFiller), level == .owlRL {
      for filler in facts.subjects(names.someValuesFrom, fact.object) {
        for property in facts.objects(filler.term, names.onProperty) {
          for owner in facts.subjects(property.term, fact.subject) {
            conclude(
              .clsSvf1, owner.term, .rdfType, filler.term, owner.fact, property.fact, filler.fact,
              fact.id)
          }
        }
      }
    }
    if interest.contains(.qualifiedFiller) {
      for filler in facts.subjects(names.onClass, fact.object) {
        for property in facts.objects(filler.term, names.onProperty) {
          for owner in facts.subjects(property.term, fact.subject) {
            guard let type = facts.find(owner.term, .rdfType, filler.term) else { continue }
            takeMaximum(Link(term: owner.term, fact: type), filler.term, terms)
          }
        }
      }
    }
  }

  /// A member of a class that needs a value which cannot be.
  private mutating func takeSome(_ fact: Fact) {
    let node = fact.object
    for property in facts.objects(node, names.onProperty) {
      let fillers = facts.objects(node, names.someValuesFrom)
      for filler in fillers where filler.term == names.nothing {
        report(
          Contradiction(
            rule: .someNothing, focus: fact.subject, path: property.term, other: node,
            facts: [fact.id, property.fact, filler.fact]))
      }
      guard
        property.term == names.bottomObjectProperty || property.term == names.bottomDataProperty,
        let some = fillers.first
      else { continue }
      report(
        Contradiction(
          rule: .bottomProperty, focus: fact.subject, path: property.term,
          facts: [fact.id, property.fact, some.fact]))
    }
  }

  /// The values of a property that a class sets a maximum for.
  private mutating func takeMaximum(
    _ member: Link, _ node: TermID, _ terms: borrowing TermTable
  ) {
    for property in facts.objects(node, names.onProperty) {
      for predicate in [names.maxCardinality, names.cardinality] {
        for number in facts.objects(node, predicate) {
          guard let limit = count(number.term, terms) else { continue }
          let values = facts.objects(member.term, property.term).map { ($0, [FactID]()) }
          hold(
            values, to: limit, member, node, property,
            [member.fact, property.fact, number.fact], (.clsMaxc1, .clsMaxc2), terms)
        }
      }
      for predicate in [names.maxQualifiedCardinality, names.qualifiedCardinality] {
        for number in facts.objects(node, predicate) {
          guard let limit = count(number.term, terms) else { continue }
          for filler in facts.objects(node, names.onClass)
            + facts.objects(node, names.onDataRange)
          {
            var values: [(Link, [FactID])] = []
            for value in facts.objects(member.term, property.term) {
              if let because = membership(value.term, filler.term, terms) {
                values.append((value, because))
              }
            }
            let isAny = filler.term == names.thing
            hold(
              values, to: limit, member, node, property,
              [member.fact, property.fact, number.fact, filler.fact],
              isAny ? (.clsMaxqc2, .clsMaxqc4) : (.clsMaxqc1, .clsMaxqc3), terms)
          }
        }
      }
    }
  }

  /// The triples that make a value one of a class; nil when it is not known to be one.
  private func membership(
    _ value: TermID, _ type: TermID, _ terms: borrowing TermTable
  ) -> [FactID]? {
    if terms.kind(of: value) == .literal {
      return LiteralSpace.contains(type, value, names, terms) == true ? [] : nil
    }
    if type == names.thing { return [] }
    if let fact = facts.find(value, .rdfType, type) { return [fact] }
    guard level == .rdfs else { return nil }
    // Superclasses are not always concluded at this level.
    for own in facts.objects(value, .rdfType) {
      if let above = facts.find(own.term, names.subClassOf, type) { return [own.fact, above] }
    }
    return nil
  }

  private mutating func hold(
    _ values: [(link: Link, because: [FactID])], to limit: Int, _ member: Link, _ node: TermID,
    _ property: Link, _ because: [FactID], _ rules: (zero: EntailmentRule, one: EntailmentRule),
    _ terms: borrowing TermTable
  ) {
    guard values.count > limit, spend() else { return }
    if limit == 0 {
      let value = values[0]
      report(
        Contradiction(
          rule: rules.zero, focus: member.term, path: property.term, value: value.link.term,
          limit: 0, facts: [value.link.fact] + value.because + because))
    } else if limit == 1 {
      for other in values.dropFirst() {
        unify(
          rules.one, values[0].link, other.link, of: member.term, property.term,
          values[0].because + other.because + because, terms)
      }
    } else {
      // As many as are pairwise different, taken greedily.
      var distinct: [(link: Link, because: [FactID])] = []
      var reasons: [FactID] = []
      for value in values {
        var differences: [FactID] = []
        let isNew = distinct.allSatisfy { other in
          guard let why = difference(value.link.term, other.link.term, terms) else {
            return false
          }
          differences += why
          return true
        }
        guard isNew, spend() else { continue }
        distinct.append(value)
        reasons += differences
        guard distinct.count > limit else { continue }
        report(
          Contradiction(
            rule: .maximum, focus: member.term, path: property.term, value: value.link.term,
            limit: limit,
            facts: distinct.map(\.link.fact) + distinct.flatMap(\.because) + reasons + because))
        return
      }
    }
  }
}
