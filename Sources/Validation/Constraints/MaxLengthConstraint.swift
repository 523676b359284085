internal import RDF

/// sh:maxLength: each value node has at most so many characters.
///
/// - SeeAlso: SHACL, section 4.4.2.
struct MaxLengthConstraint: Constraint {
  static let component = "MaxLength"
  static let parameters: [SH] = [.maxLength]
  let limit: Int

  static func read(
    _ shape: TermID, _ reader: inout ShapesReader, _ terms: borrowing TermTable
  ) throws(ShapesFault) -> [any Constraint] {
    try reader.count(shape, .maxLength, terms).map { [MaxLengthConstraint(limit: $0)] } ?? []
  }

  func validate(
    _ focus: FocusNode, _ evaluation: inout Evaluation, _ terms: borrowing TermTable
  ) {
    for value in focus.values {
      let isText = terms.kind(of: value) != .blankNode
      guard isText, terms.string(of: value).unicodeScalars.count <= limit else {
        evaluation.report(focus, value: value)
        continue
      }
    }
  }

  func sentence(_ finding: Finding, _ words: Words, _ terms: borrowing TermTable) -> String {
    let expected = "expected a text of at most \(limit) characters"
    guard let value = finding.value else { return expected }
    return "is \(words.name(value, terms)); \(expected)"
  }
}
