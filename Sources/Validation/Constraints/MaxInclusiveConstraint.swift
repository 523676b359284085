internal import RDF

/// sh:maxInclusive: each value node is a literal or less.
///
/// - SeeAlso: SHACL, section 4.3.4.
struct MaxInclusiveConstraint: Constraint {
  static let component = "MaxInclusive"
  static let parameters: [SH] = [.maxInclusive]
  let limit: ValueLimit

  static func read(
    _ shape: TermID, _ reader: inout ShapesReader, _ terms: borrowing TermTable
  ) throws(ShapesFault) -> [any Constraint] {
    try ValueLimit.read(.maxInclusive, of: shape, reader, terms).map {
      MaxInclusiveConstraint(limit: $0)
    }
  }

  func validate(
    _ focus: FocusNode, _ evaluation: inout Evaluation, _ terms: borrowing TermTable
  ) {
    limit.validate(focus, &evaluation, terms) { $0 <= 0 }
  }

  func sentence(_ finding: Finding, _ words: Words, _ terms: borrowing TermTable) -> String {
    limit.sentence(finding, "at most", words, terms)
  }
}
