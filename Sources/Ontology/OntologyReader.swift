internal import RDF

/// Finds the classes and properties of a dataset.
struct OntologyReader {
  var classes: [OntologyClass] = []
  var properties: [OntologyProperty] = []

  init(_ dataset: borrowing Dataset) {
    var facts = Facts()
    for quad in dataset.quads where dataset.terms.kind(of: quad.subject) == .iri {
      let subject = dataset.terms.string(of: quad.subject)
      facts.add(
        subject, dataset.terms.string(of: quad.predicate), dataset.terms.string(of: quad.object),
        language: dataset.terms.language(of: quad.object) ?? "",
        isThing: dataset.terms.kind(of: quad.object) == .iri)
    }
    for subject in facts.order {
      let types = facts.values(subject, Namespace.rdf + "type")
      if types.contains(Namespace.owl + "Class") || types.contains(Namespace.rdfs + "Class") {
        classes.append(facts.ontologyClass(subject))
      }
      let kinds: [(String, OntologyProperty.Kind)] = [
        (Namespace.owl + "ObjectProperty", .object),
        (Namespace.owl + "DatatypeProperty", .datatype),
        (Namespace.owl + "AnnotationProperty", .annotation),
        (Namespace.rdf + "Property", .annotation),
      ]
      if let kind = kinds.first(where: { types.contains($0.0) })?.1 {
        properties.append(facts.property(subject, kind))
      }
    }
  }

  /// What is said of each subject, by predicate.
  private struct Facts {
    var order: [String] = []
    private var said: [String: [String: [String]]] = [:]
    private var labels: [String: [OntologyLabel]] = [:]
    private var disjoint: [String: [String]] = [:]

    mutating func add(
      _ subject: String, _ predicate: String, _ object: String, language: String, isThing: Bool
    ) {
      if said[subject] == nil { order.append(subject) }
      said[subject, default: [:]][predicate, default: []].append(object)
      if predicate == Namespace.rdfs + "label"
        || predicate == "http://www.w3.org/2004/02/skos/core#altLabel"
      {
        labels[subject, default: []].append(OntologyLabel(language: language, text: object))
      }
      if predicate == Namespace.owl + "disjointWith", isThing {
        disjoint[subject, default: []].append(object)
        disjoint[object, default: []].append(subject)
      }
    }

    func values(_ subject: String, _ predicate: String) -> [String] {
      said[subject]?[predicate] ?? []
    }

    private func localName(_ iri: String) -> String {
      iri.lastIndex { $0 == "#" || $0 == "/" }.map { String(iri[iri.index(after: $0)...]) } ?? iri
    }

    private func isDeprecated(_ iri: String) -> Bool {
      values(iri, Namespace.owl + "deprecated").contains("true")
    }

    func ontologyClass(_ iri: String) -> OntologyClass {
      OntologyClass(
        iri: iri, localName: localName(iri), labels: labels[iri] ?? [],
        superclasses: values(iri, Namespace.rdfs + "subClassOf"),
        disjointWith: disjoint[iri] ?? [], isDeprecated: isDeprecated(iri))
    }

    func property(_ iri: String, _ kind: OntologyProperty.Kind) -> OntologyProperty {
      OntologyProperty(
        iri: iri, localName: localName(iri), kind: kind, labels: labels[iri] ?? [],
        domains: values(iri, Namespace.rdfs + "domain"),
        ranges: values(iri, Namespace.rdfs + "range"),
        superproperties: values(iri, Namespace.rdfs + "subPropertyOf"),
        inverses: values(iri, Namespace.owl + "inverseOf"),
        isFunctional: values(iri, Namespace.rdf + "type")
          .contains(Namespace.owl + "FunctionalProperty"),
        isDeprecated: isDeprecated(iri))
    }
  }
}
