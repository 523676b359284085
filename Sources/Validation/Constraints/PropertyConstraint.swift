internal import RDF

/// sh:property: a property shape holds of each value node, and its results are the shape's own.
///
/// - SeeAlso: SHACL, section 4.7.2.
struct PropertyConstraint: Constraint {
  static let component = "PropertyShape"
  static let parameters: [SH] = [.property]
  static let sharesResults = true
  let shape: Int
  var references: [Int] { [shape] }

  static func read(
    _ shape: TermID, _ reader: inout ShapesReader, _ terms: borrowing TermTable
  ) throws(ShapesFault) -> [any Constraint] {
    var constraints: [any Constraint] = []
    for other in reader.objects(shape, .property) {
      guard !reader.objects(other, .path).isEmpty else {
        throw .illFormed(shape: shape, parameter: .property, expected: "a shape that has a path")
      }
      constraints.append(PropertyConstraint(shape: reader.shape(other, terms)))
    }
    return constraints
  }

  func validate(
    _ focus: FocusNode, _ evaluation: inout Evaluation, _ terms: borrowing TermTable
  ) {
    for value in focus.values { evaluation.evaluate(value, shape, terms) }
  }

  func sentence(_ finding: Finding, _ words: Words, _ terms: borrowing TermTable) -> String { "" }
}
