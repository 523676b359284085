public import RDF

extension Validator {
  /// Which properties have at most one value, by sh:maxCount of shapes whose target is a class and by
  /// what the ontology says of the members of a class; functional properties are not among them.
  ///
  /// - SeeAlso: SHACL, section 4.2.2; OWL 2 Web Ontology Language, section 8.5.2.
  public func singleValues(_ terms: borrowing TermTable) -> [SingleValue] {
    var found: [SingleValue] = []
    func add(_ property: TermID, _ owner: TermID) {
      guard terms.kind(of: owner) == .iri else { return }
      let one = SingleValue(property: terms.string(of: property), owner: terms.string(of: owner))
      if !found.contains(one) { found.append(one) }
    }
    for shape in shapes where !shape.isDeactivated {
      for case .instances(let owner) in shape.targets {
        if let property = shape.singleProperty { add(property, owner) }
        for case let part as PropertyConstraint in shape.constraints {
          for reference in part.references {
            if let property = shapes[reference].singleProperty { add(property, owner) }
          }
        }
      }
    }
    for (owner, property) in ontologySingleValues { add(property, owner) }
    return found
  }
}

extension Shape {
  /// The property that the shape says has at most one value.
  fileprivate var singleProperty: TermID? {
    guard !isDeactivated, case .predicate(let property) = path else { return nil }
    let isSingle = constraints.contains { ($0 as? MaxCountConstraint)?.limit == 1 }
    return isSingle ? property : nil
  }
}
