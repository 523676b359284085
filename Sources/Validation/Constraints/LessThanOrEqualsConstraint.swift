internal import RDF

/// sh:lessThanOrEquals: no value node is greater than a value of another property.
///
/// - SeeAlso: SHACL, section 4.5.4.
struct LessThanOrEqualsConstraint: Constraint {
  static let component = "LessThanOrEquals"
  static let parameters: [SH] = [.lessThanOrEquals]
  let predicate: TermID

  static func read(
    _ shape: TermID, _ reader: inout ShapesReader, _ terms: borrowing TermTable
  ) throws(ShapesFault) -> [any Constraint] {
    var constraints: [any Constraint] = []
    for predicate in reader.objects(shape, .lessThanOrEquals) {
      guard terms.kind(of: predicate) == .iri else {
        throw .illFormed(shape: shape, parameter: .lessThanOrEquals, expected: "a property's IRI")
      }
      constraints.append(LessThanOrEqualsConstraint(predicate: predicate))
    }
    return constraints
  }

  func validate(
    _ focus: FocusNode, _ evaluation: inout Evaluation, _ terms: borrowing TermTable
  ) {
    ValuePairs.validate(focus, predicate, &evaluation, terms) { $0 <= 0 }
  }

  func sentence(_ finding: Finding, _ words: Words, _ terms: borrowing TermTable) -> String {
    ValuePairs.sentence(finding, predicate, "at most", words, terms)
  }
}
