internal import RDF

/// sh:minCount: there are at least so many value nodes.
///
/// - SeeAlso: SHACL, section 4.2.1.
struct MinCountConstraint: Constraint {
  static let component = "MinCount"
  static let parameters: [SH] = [.minCount]
  let limit: Int

  static func read(
    _ shape: TermID, _ reader: inout ShapesReader, _ terms: borrowing TermTable
  ) throws(ShapesFault) -> [any Constraint] {
    try reader.count(shape, .minCount, terms).map { [MinCountConstraint(limit: $0)] } ?? []
  }

  func validate(
    _ focus: FocusNode, _ evaluation: inout Evaluation, _ terms: borrowing TermTable
  ) {
    if focus.values.count < limit { evaluation.report(focus) }
  }

  func sentence(_ finding: Finding, _ words: Words, _ terms: borrowing TermTable) -> String {
    guard !finding.found.isEmpty else { return "is missing; expected at least \(limit)" }
    let values = words.list(finding.found, terms)
    return "has \(finding.found.count) of at least \(limit) values: \(values)"
  }
}
