internal import RDF

/// sh:minInclusive: each value node is a literal or greater.
///
/// - SeeAlso: SHACL, section 4.3.2.
struct MinInclusiveConstraint: Constraint {
  static let component = "MinInclusive"
  static let parameters: [SH] = [.minInclusive]
  let limit: ValueLimit

  static func read(
    _ shape: TermID, _ reader: inout ShapesReader, _ terms: borrowing TermTable
  ) throws(ShapesFault) -> [any Constraint] {
    try ValueLimit.read(.minInclusive, of: shape, reader, terms).map {
      MinInclusiveConstraint(limit: $0)
    }
  }

  func validate(
    _ focus: FocusNode, _ evaluation: inout Evaluation, _ terms: borrowing TermTable
  ) {
    limit.validate(focus, &evaluation, terms) { $0 >= 0 }
  }

  func sentence(_ finding: Finding, _ words: Words, _ terms: borrowing TermTable) -> String {
    limit.sentence(finding, "at least", words, terms)
  }
}
