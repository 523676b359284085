internal import RDF

/// The axioms of an ontology that data are held against.
struct Axioms: Sendable {
  /// The classes that a property's subjects are of; all of them hold.
  private(set) var domains: [TermID: [ClassExpression]] = [:]
  /// The classes that a property's values are of; all of them hold.
  private(set) var ranges: [TermID: [ClassExpression]] = [:]
  /// The datatypes that a property's values are of.
  private(set) var datatypes: [TermID: [TermID]] = [:]
  private(set) var functional: Set<TermID> = []
  /// How many values the members of a class have of a property.
  private(set) var limits: [TermID: [ValueCountLimit]] = [:]
  /// Which property is a subproperty of which.
  private(set) var subproperties: ClassHierarchy
  private(set) var deprecated: Set<TermID> = []
  /// What the ontology says is a class, or a property.
  private(set) var classes: Set<TermID> = []
  private(set) var properties: Set<TermID> = []
  /// All IRIs that the ontology names.
  private(set) var named: Set<TermID> = []
  /// The namespaces it declares classes or properties in, but for those it aligns to.
  private(set) var namespaces: Set<String> = []

  /// How many axioms there are to hold data against.
  var count: Int {
    domains.values.map(\.count).reduce(0, +) + ranges.values.map(\.count).reduce(0, +)
      + datatypes.values.map(\.count).reduce(0, +) + functional.count
      + limits.values.map(\.count).reduce(0, +)
  }

  init(_ quads: [Quad], _ terms: inout TermTable) throws(TermError) {
    let names = try OntologyTerms(&terms)
    subproperties = ClassHierarchy([Quad](), subClassOf: names.subPropertyOf)
    let graph = QuadIndex(quads)
    for quad in quads {
      named.formUnion([quad.subject, quad.predicate, quad.object])
      if quad.predicate == .rdfType { declare(quad, names, terms) }
      if quad.predicate == names.deprecated, terms.string(of: quad.object) == "true" {
        deprecated.insert(quad.subject)
      }
      if quad.predicate == names.subClassOf || quad.predicate == names.equivalentClass,
        terms.kind(of: quad.subject) == .iri
      {
        addLimits(quad.object, of: quad.subject, graph, names, terms)
      }
    }
    for term in classes.union(properties) { namespaces.insert(Self.namespace(of: term, terms)) }
    namespaces.subtract(Self.aligned)
    let above = ClassHierarchy(quads, subClassOf: names.subPropertyOf)
    subproperties = above
    for property in properties {
      for one in above.ancestors(property).sorted() {
        for entry in graph.entries(subject: one, predicate: names.domain) {
          if let type = expression(entry.quad.object, graph, names, terms) {
            Self.add(type, to: &domains[property, default: []])
          }
        }
        for entry in graph.entries(subject: one, predicate: names.range) {
          if Self.isDatatype(entry.quad.object, graph, names, terms) {
            Self.add(entry.quad.object, to: &datatypes[property, default: []])
          } else if let type = expression(entry.quad.object, graph, names, terms) {
            Self.add(type, to: &ranges[property, default: []])
          }
        }
      }
    }
  }

  /// Vocabularies of which an ontology declares just what it uses.
  private static let aligned: Set = [
    "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/",
    "http://purl.org/vocab/vann/", "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "http://www.opengis.net/ont/geosparql#", "http://www.w3.org/2004/02/skos/core#",
    "http://www.w3.org/2006/time#", "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/org#",
    "http://www.w3.org/ns/prov#", "http://xmlns.com/foaf/0.1/", "https://schema.org/",
    "http://schema.org/",
  ]

  private static func add<Value: Equatable>(_ value: Value, to list: inout [Value]) {
    if !list.contains(value) { list.append(value) }
  }

  private mutating func declare(
    _ quad: Quad, _ names: OntologyTerms, _ terms: borrowing TermTable
  ) {
    guard terms.kind(of: quad.subject) == .iri else { return }
    if names.classKinds.contains(quad.object) { classes.insert(quad.subject) }
    if names.propertyKinds.contains(quad.object) { properties.insert(quad.subject) }
    if quad.object == names.functional {
      functional.insert(quad.subject)
      properties.insert(quad.subject)
    }
  }

  /// Takes in a restriction of a class, and those of an intersection.
  private mutating func addLimits(
    _ node: TermID, of type: TermID, _ graph: QuadIndex, _ names: OntologyTerms,
    _ terms: borrowing TermTable
  ) {
    guard terms.kind(of: node) == .blankNode else { return }
    for entry in graph.entries(subject: node, predicate: names.intersectionOf) {
      for member in Self.list(entry.quad.object, graph) where member != node {
        addLimits(member, of: type, graph, names, terms)
      }
    }
    guard let property = graph.entries(subject: node, predicate: names.onProperty).first else {
      return
    }
    var filler: ValueCountLimit.Filler?
    if let entry = graph.entries(subject: node, predicate: names.onClass).first {
      if entry.quad.object != names.thing {
        guard let type = expression(entry.quad.object, graph, names, terms) else { return }
        filler = .type(type)
      }
    } else if let entry = graph.entries(subject: node, predicate: names.onDataRange).first {
      filler = .datatype(entry.quad.object)
    }
    var limit = ValueCountLimit(property: property.quad.object, filler: filler)
    for (predicate, isLeast, isMost) in names.cardinalities {
      for entry in graph.entries(subject: node, predicate: predicate) {
        guard let number = Int(terms.string(of: entry.quad.object)), number >= 0 else { continue }
        if isLeast { limit.least = max(limit.least, number) }
        if isMost { limit.most = min(limit.most ?? number, number) }
      }
    }
    guard limit.least > 0 || limit.most != nil else { return }
    Self.add(limit, to: &limits[type, default: []])
  }

  /// The class that a node says, or nil of one that is not read, such as a restriction.
  private func expression(
    _ node: TermID, _ graph: QuadIndex, _ names: OntologyTerms, _ terms: borrowing TermTable,
    depth: Int = 0
  ) -> ClassExpression? {
    if terms.kind(of: node) == .iri { return node == names.thing ? nil : .named(node) }
    guard depth < 16 else { return nil }
    for predicate in [names.unionOf, names.intersectionOf] {
      guard let entry = graph.entries(subject: node, predicate: predicate).first else { continue }
      var parts: [ClassExpression] = []
      for member in Self.list(entry.quad.object, graph) {
        guard let part = expression(member, graph, names, terms, depth: depth + 1) else {
          return nil
        }
        parts.append(part)
      }
      return predicate == names.unionOf ? .union(parts) : .intersection(parts)
    }
    return nil
  }

  private static func list(_ head: TermID, _ graph: QuadIndex) -> [TermID] {
    var members: [TermID] = []
    var seen = Set<TermID>()
    var node = head
    while node != .rdfNil, seen.insert(node).inserted,
      let first = graph.entries(subject: node, predicate: .rdfFirst).first,
      let rest = graph.entries(subject: node, predicate: .rdfRest).first
    {
      members.append(first.quad.object)
      node = rest.quad.object
    }
    return members
  }

  private static func isDatatype(
    _ node: TermID, _ graph: QuadIndex, _ names: OntologyTerms, _ terms: borrowing TermTable
  ) -> Bool {
    guard terms.kind(of: node) == .iri else { return false }
    return terms.string(of: node).hasPrefix(Namespace.xsd) || node == .rdfLangString
      || node == names.literal
      || graph.entries(subject: node, predicate: .rdfType)
        .contains { $0.quad.object == names.datatype }
  }

  /// An IRI without its last part.
  static func namespace(of term: TermID, _ terms: borrowing TermTable) -> String {
    String(terms.string(of: term).dropLast(terms.localName(of: term).count))
  }
}

/// The terms of OWL and RDF Schema that axioms are made of.
private struct OntologyTerms {
  let domain, range, subPropertyOf, subClassOf, equivalentClass, deprecated: TermID
  let unionOf, intersectionOf, functional, thing, literal, datatype: TermID
  let onProperty, onClass, onDataRange: TermID
  /// The predicates of cardinalities, with whether they set a least and a greatest number.
  let cardinalities: [(TermID, Bool, Bool)]
  let classKinds: Set<TermID>
  let propertyKinds: Set<TermID>

  init(_ terms: inout TermTable) throws(TermError) {
    domain = try terms.iri(Namespace.rdfs + "domain")
    range = try terms.iri(Namespace.rdfs + "range")
    subPropertyOf = try terms.iri(Namespace.rdfs + "subPropertyOf")
    literal = try terms.iri(Namespace.rdfs + "Literal")
    datatype = try terms.iri(Namespace.rdfs + "Datatype")
    subClassOf = try terms.iri(Namespace.rdfs + "subClassOf")
    equivalentClass = try terms.iri(Namespace.owl + "equivalentClass")
    onProperty = try terms.iri(Namespace.owl + "onProperty")
    onClass = try terms.iri(Namespace.owl + "onClass")
    onDataRange = try terms.iri(Namespace.owl + "onDataRange")
    cardinalities = [
      (try terms.iri(Namespace.owl + "minCardinality"), true, false),
      (try terms.iri(Namespace.owl + "maxCardinality"), false, true),
      (try terms.iri(Namespace.owl + "cardinality"), true, true),
      (try terms.iri(Namespace.owl + "minQualifiedCardinality"), true, false),
      (try terms.iri(Namespace.owl + "maxQualifiedCardinality"), false, true),
      (try terms.iri(Namespace.owl + "qualifiedCardinality"), true, true),
    ]
    deprecated = try terms.iri(Namespace.owl + "deprecated")
    unionOf = try terms.iri(Namespace.owl + "unionOf")
    intersectionOf = try terms.iri(Namespace.owl + "intersectionOf")
    functional = try terms.iri(Namespace.owl + "FunctionalProperty")
    thing = try terms.iri(Namespace.owl + "Thing")
    classKinds = [
      try terms.iri(Namespace.owl + "Class"), try terms.iri(Namespace.rdfs + "Class"),
      datatype,
    ]
    propertyKinds = [
      try terms.iri(Namespace.owl + "ObjectProperty"),
      try terms.iri(Namespace.owl + "DatatypeProperty"),
      try terms.iri(Namespace.owl + "AnnotationProperty"), functional,
      try terms.iri(Namespace.rdf + "Property"),
    ]
  }
}
