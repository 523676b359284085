internal import RDF

/// sh:maxCount: there are at most so many value nodes.
///
/// - SeeAlso: SHACL, section 4.2.2.
struct MaxCountConstraint: Constraint {
  static let component = "MaxCount"
  static let parameters: [SH] = [.maxCount]
  let limit: Int

  static func read(
    _ shape: TermID, _ reader: inout ShapesReader, _ terms: borrowing TermTable
  ) throws(ShapesFault) -> [any Constraint] {
    try reader.count(shape, .maxCount, terms).map { [MaxCountConstraint(limit: $0)] } ?? []
  }

  func validate(
    _ focus: FocusNode, _ evaluation: inout Evaluation, _ terms: borrowing TermTable
  ) {
    if focus.values.count > limit { evaluation.report(focus) }
  }

  func sentence(_ finding: Finding, _ words: Words, _ terms: borrowing TermTable) -> String {
    let values = words.list(finding.found, terms)
    let count = finding.found.count == 1 ? "1 value" : "\(finding.found.count) values"
    return "has \(count): \(values); expected at most \(limit)"
  }
}
