internal import RDF

/// sh:not: no value node conforms to a shape.
///
/// - SeeAlso: SHACL, section 4.6.1.
struct NotConstraint: Constraint {
  static let component = "Not"
  static let parameters: [SH] = [.not]
  let shape: Int
  var references: [Int] { [shape] }
  let node: TermID

  static func read(
    _ shape: TermID, _ reader: inout ShapesReader, _ terms: borrowing TermTable
  ) throws(ShapesFault) -> [any Constraint] {
    var constraints: [any Constraint] = []
    for other in reader.objects(shape, .not) {
      constraints.append(NotConstraint(shape: reader.shape(other, terms), node: other))
    }
    return constraints
  }

  func validate(
    _ focus: FocusNode, _ evaluation: inout Evaluation, _ terms: borrowing TermTable
  ) {
    for value in focus.values where evaluation.conforms(value, to: shape, terms) {
      evaluation.report(focus, value: value)
    }
  }

  func sentence(_ finding: Finding, _ words: Words, _ terms: borrowing TermTable) -> String {
    let expected = "expected one that does not conform to \(words.shape(node, terms))"
    guard let value = finding.value else { return expected }
    return "is \(words.name(value, terms)); \(expected)"
  }
}
