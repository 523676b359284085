internal import RDF

/// sh:maxExclusive: each value node is less than a literal.
///
/// - SeeAlso: SHACL, section 4.3.3.
struct MaxExclusiveConstraint: Constraint {
  static let component = "MaxExclusive"
  static let parameters: [SH] = [.maxExclusive]
  let limit: ValueLimit

  static func read(
    _ shape: TermID, _ reader: inout ShapesReader, _ terms: borrowing TermTable
  ) throws(ShapesFault) -> [any Constraint] {
    try ValueLimit.read(.maxExclusive, of: shape, reader, terms).map {
      MaxExclusiveConstraint(limit: $0)
    }
  }

  func validate(
    _ focus: FocusNode, _ evaluation: inout Evaluation, _ terms: borrowing TermTable
  ) {
    limit.validate(focus, &evaluation, terms) { $0 < 0 }
  }

  func sentence(_ finding: Finding, _ words: Words, _ terms: borrowing TermTable) -> String {
    limit.sentence(finding, "less than", words, terms)
  }
}
