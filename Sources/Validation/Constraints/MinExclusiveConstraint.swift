internal import RDF

/// sh:minExclusive: each value node is greater than a literal.
///
/// - SeeAlso: SHACL, section 4.3.1.
struct MinExclusiveConstraint: Constraint {
  static let component = "MinExclusive"
  static let parameters: [SH] = [.minExclusive]
  let limit: ValueLimit

  static func read(
    _ shape: TermID, _ reader: inout ShapesReader, _ terms: borrowing TermTable
  ) throws(ShapesFault) -> [any Constraint] {
    try ValueLimit.read(.minExclusive, of: shape, reader, terms).map {
      MinExclusiveConstraint(limit: $0)
    }
  }

  func validate(
    _ focus: FocusNode, _ evaluation: inout Evaluation, _ terms: borrowing TermTable
  ) {
    limit.validate(focus, &evaluation, terms) { $0 > 0 }
  }

  func sentence(_ finding: Finding, _ words: Words, _ terms: borrowing TermTable) -> String {
    limit.sentence(finding, "greater than", words, terms)
  }
}
