internal import RDF

/// sh:node: each value node conforms to a node shape.
///
/// - SeeAlso: SHACL, section 4.7.1.
struct NodeConstraint: Constraint {
  static let component = "Node"
  static let parameters: [SH] = [.node]
  let shape: Int
  var references: [Int] { [shape] }
  let node: TermID

  static func read(
    _ shape: TermID, _ reader: inout ShapesReader, _ terms: borrowing TermTable
  ) throws(ShapesFault) -> [any Constraint] {
    var constraints: [any Constraint] = []
    for other in reader.objects(shape, .node) {
      constraints.append(NodeConstraint(shape: reader.shape(other, terms), node: other))
    }
    return constraints
  }

  func validate(
    _ focus: FocusNode, _ evaluation: inout Evaluation, _ terms: borrowing TermTable
  ) {
    for value in focus.values where !evaluation.conforms(value, to: shape, terms) {
      let detail = evaluation.details(value, [shape], terms)
      evaluation.report(
        Finding(
          focus: focus.node, place: focus.place, value: value, found: focus.values, detail: detail))
    }
  }

  func sentence(_ finding: Finding, _ words: Words, _ terms: borrowing TermTable) -> String {
    let expected = "does not conform to \(words.shape(node, terms))"
    guard let value = finding.value else { return expected }
    return "is \(words.name(value, terms)), which \(expected)"
  }
}
