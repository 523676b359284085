internal import RDF

/// sh:and: each value node conforms to all of some shapes.
///
/// - SeeAlso: SHACL, section 4.6.2.
struct AndConstraint: Constraint {
  static let component = "And"
  static let parameters: [SH] = [.and]
  let list: ShapeList
  var references: [Int] { list.shapes }

  static func read(
    _ shape: TermID, _ reader: inout ShapesReader, _ terms: borrowing TermTable
  ) throws(ShapesFault) -> [any Constraint] {
    try ShapeList.read(.and, of: shape, &reader, terms).map { AndConstraint(list: $0) }
  }

  func validate(
    _ focus: FocusNode, _ evaluation: inout Evaluation, _ terms: borrowing TermTable
  ) {
    list.validate(focus, &evaluation, terms) { $0 == list.shapes.count }
  }

  func sentence(_ finding: Finding, _ words: Words, _ terms: borrowing TermTable) -> String {
    list.sentence(finding, "all", words, terms)
  }
}
