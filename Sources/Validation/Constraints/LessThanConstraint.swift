internal import RDF

/// sh:lessThan: each value node is less than each value of another property.
///
/// - SeeAlso: SHACL, section 4.5.3.
struct LessThanConstraint: Constraint {
  static let component = "LessThan"
  static let parameters: [SH] = [.lessThan]
  let predicate: TermID

  static func read(
    _ shape: TermID, _ reader: inout ShapesReader, _ terms: borrowing TermTable
  ) throws(ShapesFault) -> [any Constraint] {
    var constraints: [any Constraint] = []
    for predicate in reader.objects(shape, .lessThan) {
      guard terms.kind(of: predicate) == .iri else {
        throw .illFormed(shape: shape, parameter: .lessThan, expected: "a property's IRI")
      }
      constraints.append(LessThanConstraint(predicate: predicate))
    }
    return constraints
  }

  func validate(
    _ focus: FocusNode, _ evaluation: inout Evaluation, _ terms: borrowing TermTable
  ) {
    ValuePairs.validate(focus, predicate, &evaluation, terms) { $0 < 0 }
  }

  func sentence(_ finding: Finding, _ words: Words, _ terms: borrowing TermTable) -> String {
    ValuePairs.sentence(finding, predicate, "less than", words, terms)
  }
}
