internal import RDF

/// The terms of OWL and RDF Schema that rules look for, in the numbers of one table.
struct OWLTerms: Sendable {
  let subClassOf, subPropertyOf, domain, range, literal: TermID
  let equivalentClass, equivalentProperty, disjointWith, propertyDisjointWith, complementOf: TermID
  let inverseOf, sameAs, differentFrom, members, distinctMembers: TermID
  let allDisjointClasses, allDisjointProperties, allDifferent: TermID
  let intersectionOf, unionOf, oneOf, disjointUnionOf, propertyChainAxiom, hasKey: TermID
  let onProperty, onClass, onDataRange: TermID
  let someValuesFrom, allValuesFrom, hasValue, minCardinality: TermID
  let maxCardinality, cardinality, maxQualifiedCardinality, qualifiedCardinality: TermID
  let sourceIndividual, assertionProperty, targetIndividual, targetValue: TermID
  let functional, inverseFunctional, symmetric, asymmetric, irreflexive, transitive: TermID
  let thing, nothing, bottomObjectProperty, bottomDataProperty: TermID

  /// The predicates of axioms.
  let predicates: [TermID]
  /// The classes of properties with a characteristic.
  let characteristics: [TermID]

  init(_ terms: inout TermTable) throws(TermError) {
    func rdfs(_ name: String) throws(TermError) -> TermID { try terms.iri(Namespace.rdfs + name) }
    func owl(_ name: String) throws(TermError) -> TermID { try terms.iri(Namespace.owl + name) }
    subClassOf = try rdfs("subClassOf")
    subPropertyOf = try rdfs("subPropertyOf")
    domain = try rdfs("domain")
    range = try rdfs("range")
    literal = try rdfs("Literal")
    equivalentClass = try owl("equivalentClass")
    equivalentProperty = try owl("equivalentProperty")
    disjointWith = try owl("disjointWith")
    propertyDisjointWith = try owl("propertyDisjointWith")
    complementOf = try owl("complementOf")
    inverseOf = try owl("inverseOf")
    sameAs = try owl("sameAs")
    differentFrom = try owl("differentFrom")
    members = try owl("members")
    distinctMembers = try owl("distinctMembers")
    allDisjointClasses = try owl("AllDisjointClasses")
    allDisjointProperties = try owl("AllDisjointProperties")
    allDifferent = try owl("AllDifferent")
    intersectionOf = try owl("intersectionOf")
    unionOf = try owl("unionOf")
    oneOf = try owl("oneOf")
    disjointUnionOf = try owl("disjointUnionOf")
    propertyChainAxiom = try owl("propertyChainAxiom")
    hasKey = try owl("hasKey")
    onProperty = try owl("onProperty")
    onClass = try owl("onClass")
    onDataRange = try owl("onDataRange")
    someValuesFrom = try owl("someValuesFrom")
    allValuesFrom = try owl("allValuesFrom")
    hasValue = try owl("hasValue")
    minCardinality = try owl("minCardinality")
    maxCardinality = try owl("maxCardinality")
    cardinality = try owl("cardinality")
    maxQualifiedCardinality = try owl("maxQualifiedCardinality")
    qualifiedCardinality = try owl("qualifiedCardinality")
    sourceIndividual = try owl("sourceIndividual")
    assertionProperty = try owl("assertionProperty")
    targetIndividual = try owl("targetIndividual")
    targetValue = try owl("targetValue")
    functional = try owl("FunctionalProperty")
    inverseFunctional = try owl("InverseFunctionalProperty")
    symmetric = try owl("SymmetricProperty")
    asymmetric = try owl("AsymmetricProperty")
    irreflexive = try owl("IrreflexiveProperty")
    transitive = try owl("TransitiveProperty")
    thing = try owl("Thing")
    nothing = try owl("Nothing")
    bottomObjectProperty = try owl("bottomObjectProperty")
    bottomDataProperty = try owl("bottomDataProperty")
    predicates = [
      subClassOf, subPropertyOf, domain, range, equivalentClass, equivalentProperty, disjointWith,
      propertyDisjointWith, complementOf, inverseOf, sameAs, differentFrom, members,
      distinctMembers, intersectionOf, unionOf, oneOf, disjointUnionOf, propertyChainAxiom, hasKey,
      onProperty, onClass, onDataRange, someValuesFrom, allValuesFrom, hasValue, minCardinality,
      maxCardinality, cardinality, maxQualifiedCardinality, qualifiedCardinality,
      assertionProperty,
    ]
    characteristics = [
      functional, inverseFunctional, symmetric, asymmetric, irreflexive, transitive,
    ]
  }
}
