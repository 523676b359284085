internal import RDF

/// sh:disjoint: no value node is a value of another property.
///
/// - SeeAlso: SHACL, section 4.5.2.
struct DisjointConstraint: Constraint {
  static let component = "Disjoint"
  static let parameters: [SH] = [.disjoint]
  let predicate: TermID

  static func read(
    _ shape: TermID, _ reader: inout ShapesReader, _ terms: borrowing TermTable
  ) throws(ShapesFault) -> [any Constraint] {
    var constraints: [any Constraint] = []
    for predicate in reader.objects(shape, .disjoint) {
      guard terms.kind(of: predicate) == .iri else {
        throw .illFormed(shape: shape, parameter: .disjoint, expected: "a property's IRI")
      }
      constraints.append(DisjointConstraint(predicate: predicate))
    }
    return constraints
  }

  func validate(
    _ focus: FocusNode, _ evaluation: inout Evaluation, _ terms: borrowing TermTable
  ) {
    let others = evaluation.graphs.objects(focus.node, predicate)
    for value in focus.values where others.contains(value) {
      evaluation.report(focus, value: value)
    }
  }

  func sentence(_ finding: Finding, _ words: Words, _ terms: borrowing TermTable) -> String {
    let name = words.term(predicate, terms)
    guard let value = finding.value else { return "expected no value of \(name)" }
    return "is \(words.name(value, terms)), as is \(name); expected different values"
  }
}
