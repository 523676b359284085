internal import RDF

/// sh:or: each value node conforms to at least one of some shapes.
///
/// - SeeAlso: SHACL, section 4.6.3.
struct OrConstraint: Constraint {
  static let component = "Or"
  static let parameters: [SH] = [.or]
  let list: ShapeList
  var references: [Int] { list.shapes }

  static func read(
    _ shape: TermID, _ reader: inout ShapesReader, _ terms: borrowing TermTable
  ) throws(ShapesFault) -> [any Constraint] {
    try ShapeList.read(.or, of: shape, &reader, terms).map { OrConstraint(list: $0) }
  }

  func validate(
    _ focus: FocusNode, _ evaluation: inout Evaluation, _ terms: borrowing TermTable
  ) {
    list.validate(focus, &evaluation, terms) { $0 >= 1 }
  }

  func sentence(_ finding: Finding, _ words: Words, _ terms: borrowing TermTable) -> String {
    list.sentence(finding, "at least one", words, terms)
  }
}
