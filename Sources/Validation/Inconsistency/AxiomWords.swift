internal import RDF

/// Says triples and classes in plain words.
struct AxiomWords {
  let words: Words
  let facts: FactBase
  let names: OWLTerms

  /// A class by its name, one without a name by what it is made of.
  func type(_ node: TermID, _ terms: borrowing TermTable, depth: Int = 0) -> String {
    guard terms.kind(of: node) == .blankNode, depth < 4 else { return words.term(node, terms) }
    for (predicate, joint) in [(names.unionOf, " or "), (names.intersectionOf, " and ")] {
      guard let list = facts.objects(node, predicate).first else { continue }
      var parts: [String] = []
      for member in facts.list(list.term).prefix(10) {
        parts.append(type(member, terms, depth: depth + 1))
      }
      return parts.joined(separator: joint)
    }
    if let other = facts.objects(node, names.complementOf).first {
      return "what is not \(type(other.term, terms, depth: depth + 1))"
    }
    if let list = facts.objects(node, names.oneOf).first {
      return "one of \(words.list(facts.list(list.term), terms))"
    }
    guard let property = facts.objects(node, names.onProperty).first else {
      return words.term(node, terms)
    }
    return "what has " + restriction(node, terms, depth) + words.term(property.term, terms)
  }

  private func restriction(
    _ node: TermID, _ terms: borrowing TermTable, _ depth: Int
  ) -> String {
    if let value = facts.objects(node, names.hasValue).first {
      return "\(words.name(value.term, terms)) as "
    }
    if let filler = facts.objects(node, names.someValuesFrom).first {
      return "some \(type(filler.term, terms, depth: depth + 1)) as "
    }
    if let filler = facts.objects(node, names.allValuesFrom).first {
      return "only \(type(filler.term, terms, depth: depth + 1)) as "
    }
    let limits = [
      (names.maxCardinality, "at most"), (names.maxQualifiedCardinality, "at most"),
      (names.cardinality, "exactly"), (names.qualifiedCardinality, "exactly"),
      (names.minCardinality, "at least"),
    ]
    for (predicate, word) in limits {
      guard let number = facts.objects(node, predicate).first else { continue }
      let filler = (facts.objects(node, names.onClass) + facts.objects(node, names.onDataRange))
        .first
      let kind = filler.map { " \(type($0.term, terms, depth: depth + 1)) as" } ?? ""
      return "\(word) \(terms.string(of: number.term))\(kind) "
    }
    return ""
  }

  /// A triple in plain words.
  func sentence(_ fact: Fact, _ terms: borrowing TermTable) -> String {
    let (subject, object) = (fact.subject, fact.object)
    switch fact.predicate {
    case .rdfType: return typing(subject, object, terms)
    case names.subClassOf: return "each \(type(subject, terms)) is \(type(object, terms))"
    case names.equivalentClass:
      return "each \(type(subject, terms)) is \(type(object, terms)), and the other way round"
    case names.disjointWith:
      return "\(type(subject, terms)) and \(type(object, terms)) share no member"
    case names.complementOf:
      return "\(type(subject, terms)) is all that is not \(type(object, terms))"
    case names.subPropertyOf:
      return "a \(words.term(subject, terms)) is a \(words.term(object, terms))"
    case names.equivalentProperty:
      return "\(words.term(subject, terms)) is \(words.term(object, terms))"
    case names.propertyDisjointWith:
      return "\(words.term(subject, terms)) and \(words.term(object, terms)) share no value"
    case names.inverseOf:
      return "\(words.term(subject, terms)) is \(words.term(object, terms)) the other way round"
    case names.domain: return "what has \(words.term(subject, terms)) is \(type(object, terms))"
    case names.range:
      return "a value of \(words.term(subject, terms)) is \(type(object, terms))"
    case names.sameAs:
      return "\(words.name(subject, terms)) is the same as \(words.name(object, terms))"
    case names.differentFrom:
      return "\(words.name(subject, terms)) is not \(words.name(object, terms))"
    case names.onProperty, names.someValuesFrom, names.allValuesFrom, names.hasValue,
      names.maxCardinality, names.cardinality, names.maxQualifiedCardinality,
      names.qualifiedCardinality, names.onClass, names.onDataRange:
      return "the class is \(type(subject, terms))"
    case names.sourceIndividual, names.assertionProperty, names.targetIndividual,
      names.targetValue:
      return denial(subject, terms)
    default:
      return list(fact, terms)
        ?? "\(words.name(subject, terms)): \(words.term(fact.predicate, terms)) is "
        + words.name(object, terms)
    }
  }

  private func typing(
    _ subject: TermID, _ object: TermID, _ terms: borrowing TermTable
  ) -> String {
    switch object {
    case names.functional: "\(words.term(subject, terms)) has at most one value"
    case names.inverseFunctional: "a value of \(words.term(subject, terms)) has one owner"
    case names.irreflexive: "\(words.term(subject, terms)) leads from nothing to itself"
    case names.symmetric: "\(words.term(subject, terms)) holds both ways"
    case names.asymmetric: "\(words.term(subject, terms)) never holds both ways"
    case names.transitive: "\(words.term(subject, terms)) leads on from its values"
    default: "\(words.name(subject, terms)) is \(type(object, terms))"
    }
  }

  private func denial(_ node: TermID, _ terms: borrowing TermTable) -> String {
    let targets =
      facts.objects(node, names.targetIndividual) + facts.objects(node, names.targetValue)
    guard let source = facts.objects(node, names.sourceIndividual).first,
      let property = facts.objects(node, names.assertionProperty).first,
      let target = targets.first
    else { return words.name(node, terms) }
    return "\(words.name(source.term, terms)): \(words.term(property.term, terms)) is not "
      + words.name(target.term, terms)
  }

  private func list(_ fact: Fact, _ terms: borrowing TermTable) -> String? {
    let members = facts.list(fact.object)
    guard !members.isEmpty else { return nil }
    var parts: [String] = []
    for member in members.prefix(10) { parts.append(type(member, terms)) }
    let all = parts.joined(separator: ", ") + (members.count > 10 ? " and others" : "")
    let subject = fact.subject
    switch fact.predicate {
    case names.members, names.distinctMembers:
      if facts.contains(subject, .rdfType, names.allDisjointClasses) {
        return "no two of \(all) share a member"
      }
      if facts.contains(subject, .rdfType, names.allDisjointProperties) {
        return "no two of \(all) share a value"
      }
      return "no two of \(words.list(members, terms)) are the same"
    case names.disjointUnionOf:
      return "each \(type(subject, terms)) is one of \(all), which share no member"
    case names.unionOf: return "\(type(subject, terms)) is any of \(all)"
    case names.intersectionOf: return "\(type(subject, terms)) is all of \(all)"
    case names.oneOf:
      return "\(type(subject, terms)) is one of \(words.list(members, terms))"
    case names.propertyChainAxiom:
      return "\(parts.joined(separator: ", then ")) make \(words.term(subject, terms))"
    case names.hasKey: return "each \(type(subject, terms)) is known by its \(all)"
    default: return nil
    }
  }
}
