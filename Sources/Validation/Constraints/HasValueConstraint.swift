internal import RDF

/// sh:hasValue: a term is among the value nodes.
///
/// - SeeAlso: SHACL, section 4.8.2.
struct HasValueConstraint: Constraint {
  static let component = "HasValue"
  static let parameters: [SH] = [.hasValue]
  let value: TermID

  static func read(
    _ shape: TermID, _ reader: inout ShapesReader, _ terms: borrowing TermTable
  ) throws(ShapesFault) -> [any Constraint] {
    reader.objects(shape, .hasValue).map { HasValueConstraint(value: $0) }
  }

  func validate(
    _ focus: FocusNode, _ evaluation: inout Evaluation, _ terms: borrowing TermTable
  ) {
    if !focus.values.contains(value) { evaluation.report(focus) }
  }

  func sentence(_ finding: Finding, _ words: Words, _ terms: borrowing TermTable) -> String {
    let expected = "expected \(words.name(value, terms)) among its values"
    return finding.found.isEmpty
      ? "is missing; \(expected)" : "is \(words.list(finding.found, terms)); \(expected)"
  }
}
