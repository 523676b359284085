internal import RDF

/// sh:xone: each value node conforms to exactly one of some shapes.
///
/// - SeeAlso: SHACL, section 4.6.4.
struct XoneConstraint: Constraint {
  static let component = "Xone"
  static let parameters: [SH] = [.xone]
  let list: ShapeList
  var references: [Int] { list.shapes }

  static func read(
    _ shape: TermID, _ reader: inout ShapesReader, _ terms: borrowing TermTable
  ) throws(ShapesFault) -> [any Constraint] {
    try ShapeList.read(.xone, of: shape, &reader, terms).map { XoneConstraint(list: $0) }
  }

  func validate(
    _ focus: FocusNode, _ evaluation: inout Evaluation, _ terms: borrowing TermTable
  ) {
    list.validate(focus, &evaluation, terms) { $0 == 1 }
  }

  func sentence(_ finding: Finding, _ words: Words, _ terms: borrowing TermTable) -> String {
    list.sentence(finding, "exactly one", words, terms)
  }
}
