internal import RDF

/// Finds what data and an ontology say that cannot all hold.
///
/// The ontology is closed once; of data only what its axioms name is looked at. Data may have
/// axioms of their own.
struct InconsistencyCheck: Sendable {
  /// What follows from the ontology alone.
  let ontology: Closure
  private let names: OWLTerms

  /// Closes an ontology at a level; `visible` are the properties whose values shapes ask for.
  init(
    _ quads: [Quad], _ index: QuadIndex, _ level: EntailmentLevel, _ names: OWLTerms,
    visible: Set<TermID>, budget: Closure.Budget, _ terms: borrowing TermTable
  ) {
    var closure = Closure(
      level, names, visible: visible, ontology: FactLayer(quads, index, start: 0), budget: budget)
    closure.run(terms)
    self.names = names
    ontology = closure
  }

  /// How many axioms there are that data can contradict, but for domains, ranges and cardinalities.
  var axiomCount: Int {
    let index = ontology.facts.layer.index
    let predicates = [
      names.disjointWith, names.complementOf, names.disjointUnionOf, names.members,
      names.distinctMembers, names.propertyDisjointWith, names.assertionProperty,
    ]
    let kinds = [names.irreflexive, names.asymmetric]
    return predicates.map { index.entries(predicate: $0).count }.reduce(0, +)
      + kinds.map { index.entries(predicate: .rdfType, object: $0).count }.reduce(0, +)
  }

  /// What follows from data; nil where neither they nor the ontology have an axiom.
  func close(_ dataset: borrowing Dataset, _ index: QuadIndex) -> Closure? {
    guard !ontology.facts.layer.quads.isEmpty || hasAxioms(index) else { return nil }
    let layer = FactLayer(dataset.quads, index, start: ontology.facts.layer.end)
    var closure = Closure(layer, over: ontology)
    closure.run(dataset.terms)
    reportLiterals(dataset, &closure)
    return closure
  }

  private func hasAxioms(_ index: QuadIndex) -> Bool {
    (names.predicates + [names.bottomObjectProperty, names.bottomDataProperty])
      .contains { !index.entries(predicate: $0).isEmpty }
      || names.characteristics.contains { !index.entries(predicate: .rdfType, object: $0).isEmpty }
      || !index.entries(predicate: .rdfType, object: names.nothing).isEmpty
  }

  /// Literals that are none of their datatype.
  private func reportLiterals(_ dataset: borrowing Dataset, _ closure: inout Closure) {
    var isIllFormed = [Bool?](repeating: nil, count: dataset.terms.count)
    for (position, quad) in dataset.quads.enumerated() {
      let object = quad.object
      guard dataset.terms.kind(of: object) == .literal else { continue }
      let number = Int(object.rawValue)
      let isWrong = isIllFormed[number] ?? (dataset.terms.isWellFormed(object) == false)
      isIllFormed[number] = isWrong
      guard isWrong, let datatype = dataset.terms.datatype(of: object) else { continue }
      closure.report(
        Contradiction(
          rule: .dtNotType, focus: quad.subject, path: quad.predicate, value: object,
          other: datatype, facts: [FactID(closure.facts.layer.start + position)]))
    }
  }
}
