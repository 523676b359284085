internal import RDF

/// sh:equals: the value nodes are the values of another property.
///
/// - SeeAlso: SHACL, section 4.5.1.
struct EqualsConstraint: Constraint {
  static let component = "Equals"
  static let parameters: [SH] = [.equals]
  let predicate: TermID

  static func read(
    _ shape: TermID, _ reader: inout ShapesReader, _ terms: borrowing TermTable
  ) throws(ShapesFault) -> [any Constraint] {
    var constraints: [any Constraint] = []
    for predicate in reader.objects(shape, .equals) {
      guard terms.kind(of: predicate) == .iri else {
        throw .illFormed(shape: shape, parameter: .equals, expected: "a property's IRI")
      }
      constraints.append(EqualsConstraint(predicate: predicate))
    }
    return constraints
  }

  func validate(
    _ focus: FocusNode, _ evaluation: inout Evaluation, _ terms: borrowing TermTable
  ) {
    let others = evaluation.graphs.objects(focus.node, predicate)
    for value in focus.values where !others.contains(value) {
      evaluation.report(focus, value: value, other: predicate)
    }
    for value in others where !focus.values.contains(value) {
      evaluation.report(focus, value: value)
    }
  }

  func sentence(_ finding: Finding, _ words: Words, _ terms: borrowing TermTable) -> String {
    let name = words.term(predicate, terms)
    guard let value = finding.value else { return "expected the values of \(name)" }
    return finding.other == nil
      ? "lacks \(words.name(value, terms)), which \(name) has; expected the same values"
      : "is \(words.name(value, terms)), which \(name) lacks; expected the same values"
  }
}
