internal import RDF

/// Which axioms there are, by the properties and classes whose triples they apply to.
///
/// Nothing is looked for of a property or class that no axiom names.
struct AxiomIndex: Sendable {
  let names: OWLTerms
  private(set) var properties: [TermID: PropertyInterest] = [:]
  private(set) var classes: [TermID: ClassInterest] = [:]
  private(set) var intersections: [TermID: [ListAxiom]] = [:]
  private(set) var unions: [TermID: [ListAxiom]] = [:]
  private(set) var chains: [TermID: [ListAxiom]] = [:]
  private(set) var keysByProperty: [TermID: [ListAxiom]] = [:]
  private(set) var keysByClass: [TermID: [ListAxiom]] = [:]
  private(set) var disjointClasses: [TermID: [ListAxiom]] = [:]
  private(set) var disjointProperties: [TermID: [ListAxiom]] = [:]
  private(set) var different: [TermID: [ListAxiom]] = [:]
  private(set) var denials: [TermID: [Denial]] = [:]
  /// Things that are said to be the same as another.
  private(set) var equals: Set<TermID> = []

  /// What an axiom applies to.
  enum Subject: Hashable {
    case property(TermID)
    case classNamed(TermID)
  }

  init(_ names: OWLTerms) {
    self.names = names
    classes[names.nothing] = .nothing
    for one in names.characteristics { classes[one] = .characteristic }
    for one in names.predicates { properties[one] = .axiom }
    properties[names.sameAs] = .equality
    properties[names.differentFrom] = .equality
    properties[names.bottomObjectProperty] = .bottom
    properties[names.bottomDataProperty] = .bottom
  }

  private mutating func note(
    property: TermID, _ interest: PropertyInterest, _ touched: inout Set<Subject>
  ) {
    properties[property, default: []].formUnion(interest)
    touched.insert(.property(property))
  }

  private mutating func note(
    type: TermID, _ interest: ClassInterest, _ touched: inout Set<Subject>
  ) {
    classes[type, default: []].formUnion(interest)
    touched.insert(.classNamed(type))
  }

  /// Takes in a triple, if it is one of an axiom.
  ///
  /// The properties and classes whose triples now mean more are added to `touched`.
  mutating func register(
    _ fact: Fact, _ facts: FactBase, _ touched: inout Set<Subject>
  ) {
    let (subject, object) = (fact.subject, fact.object)
    switch fact.predicate {
    case .rdfType:
      switch object {
      case names.functional: note(property: subject, .functional, &touched)
      case names.inverseFunctional: note(property: subject, .inverseFunctional, &touched)
      case names.symmetric: note(property: subject, .symmetric, &touched)
      case names.asymmetric: note(property: subject, .asymmetric, &touched)
      case names.irreflexive: note(property: subject, .irreflexive, &touched)
      case names.transitive: note(property: subject, .transitive, &touched)
      default: break
      }
    case names.subClassOf, names.equivalentClass:
      note(type: subject, .superclass, &touched)
      if fact.predicate == names.equivalentClass { note(type: object, .superclass, &touched) }
    case names.subPropertyOf, names.equivalentProperty:
      note(property: subject, .superproperty, &touched)
      if fact.predicate == names.equivalentProperty {
        note(property: object, .superproperty, &touched)
      }
    case names.domain: note(property: subject, .domain, &touched)
    case names.range: note(property: subject, .range, &touched)
    case names.disjointWith:
      note(type: subject, .disjoint, &touched)
      note(type: object, .disjoint, &touched)
    case names.complementOf:
      note(type: subject, .complement, &touched)
      note(type: object, .complement, &touched)
    case names.propertyDisjointWith:
      note(property: subject, .disjoint, &touched)
      note(property: object, .disjoint, &touched)
    case names.inverseOf:
      note(property: subject, .inverse, &touched)
      note(property: object, .inverse, &touched)
    case names.sameAs:
      if subject != object { equals.formUnion([subject, object]) }
    case names.onProperty:
      note(property: object, .restriction, &touched)
      let limits = [
        names.maxCardinality, names.cardinality, names.maxQualifiedCardinality,
        names.qualifiedCardinality,
      ]
      if limits.contains(where: { !facts.objects(subject, $0).isEmpty }) {
        note(property: object, .maximum, &touched)
      }
    case names.someValuesFrom:
      note(type: object, .someFiller, &touched)
      note(type: subject, .some, &touched)
    case names.minCardinality: note(type: subject, .some, &touched)
    case names.allValuesFrom: note(type: subject, .allValues, &touched)
    case names.hasValue: note(type: subject, .hasValue, &touched)
    case names.maxCardinality, names.cardinality, names.maxQualifiedCardinality,
      names.qualifiedCardinality:
      note(type: subject, .maximum, &touched)
      for link in facts.objects(subject, names.onProperty) {
        note(property: link.term, .maximum, &touched)
      }
    case names.onClass, names.onDataRange: note(type: object, .qualifiedFiller, &touched)
    case names.assertionProperty: registerDenial(fact, facts, &touched)
    default: registerList(fact, facts, &touched)
    }
  }

  private mutating func registerList(
    _ fact: Fact, _ facts: FactBase, _ touched: inout Set<Subject>
  ) {
    let (subject, object) = (fact.subject, fact.object)
    switch fact.predicate {
    case names.intersectionOf:
      let axiom = ListAxiom(subject: subject, members: facts.list(object), fact: fact.id)
      note(type: subject, .intersection, &touched)
      for member in Set(axiom.members) {
        intersections[member, default: []].append(axiom)
        note(type: member, .intersectionPart, &touched)
      }
    case names.unionOf, names.disjointUnionOf:
      let axiom = ListAxiom(subject: subject, members: facts.list(object), fact: fact.id)
      for member in Set(axiom.members) {
        unions[member, default: []].append(axiom)
        note(type: member, .unionPart, &touched)
      }
      if fact.predicate == names.disjointUnionOf { addDisjointClasses(axiom, &touched) }
    case names.propertyChainAxiom:
      let axiom = ListAxiom(subject: subject, members: facts.list(object), fact: fact.id)
      for member in Set(axiom.members) {
        chains[member, default: []].append(axiom)
        note(property: member, .chain, &touched)
      }
    case names.hasKey:
      let axiom = ListAxiom(subject: subject, members: facts.list(object), fact: fact.id)
      guard !axiom.members.isEmpty else { return }
      keysByClass[subject, default: []].append(axiom)
      note(type: subject, .key, &touched)
      for member in Set(axiom.members) {
        keysByProperty[member, default: []].append(axiom)
        note(property: member, .key, &touched)
      }
    case names.members, names.distinctMembers:
      let axiom = ListAxiom(subject: subject, members: facts.list(object), fact: fact.id)
      if facts.contains(subject, .rdfType, names.allDisjointClasses) {
        addDisjointClasses(axiom, &touched)
      } else if facts.contains(subject, .rdfType, names.allDisjointProperties) {
        for member in Set(axiom.members) {
          disjointProperties[member, default: []].append(axiom)
          note(property: member, .allDisjoint, &touched)
        }
      } else if facts.contains(subject, .rdfType, names.allDifferent) {
        for member in Set(axiom.members) { different[member, default: []].append(axiom) }
      }
    default: break
    }
  }

  private mutating func addDisjointClasses(_ axiom: ListAxiom, _ touched: inout Set<Subject>) {
    for member in Set(axiom.members) {
      disjointClasses[member, default: []].append(axiom)
      note(type: member, .allDisjoint, &touched)
    }
  }

  private mutating func registerDenial(
    _ fact: Fact, _ facts: FactBase, _ touched: inout Set<Subject>
  ) {
    for source in facts.objects(fact.subject, names.sourceIndividual) {
      for (predicate, rule) in [
        (names.targetIndividual, EntailmentRule.prpNpa1), (names.targetValue, .prpNpa2),
      ] {
        for target in facts.objects(fact.subject, predicate) {
          denials[fact.object, default: []].append(
            Denial(
              source: source.term, target: target.term,
              facts: [source.fact, fact.id, target.fact], rule: rule))
          note(property: fact.object, .denied, &touched)
        }
      }
    }
  }
}
