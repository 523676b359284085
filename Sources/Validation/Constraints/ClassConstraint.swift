internal import RDF

/// sh:class: each value node is an instance of a class.
///
/// - SeeAlso: SHACL, section 4.1.1.
struct ClassConstraint: Constraint {
  static let component = "Class"
  static let parameters: [SH] = [.class]
  let type: TermID

  static func read(
    _ shape: TermID, _ reader: inout ShapesReader, _ terms: borrowing TermTable
  ) throws(ShapesFault) -> [any Constraint] {
    let types = reader.objects(shape, .class)
    for type in types where terms.kind(of: type) != .iri {
      throw .illFormed(shape: shape, parameter: .class, expected: "a class's IRI")
    }
    return types.map { ClassConstraint(type: $0) }
  }

  func validate(
    _ focus: FocusNode, _ evaluation: inout Evaluation, _ terms: borrowing TermTable
  ) {
    for value in focus.values where !evaluation.graphs.isInstance(value, of: type) {
      evaluation.report(focus, value: value)
    }
  }

  func sentence(_ finding: Finding, _ words: Words, _ terms: borrowing TermTable) -> String {
    let expected = "expected one of class \(words.term(type, terms))"
    guard let value = finding.value else { return expected }
    let types = words.graphs.types(value)
    guard let first = types.first else {
      return "is \(words.name(value, terms)), which has no type; \(expected)"
    }
    return "is \(words.name(value, terms)) of class \(words.term(first, terms)); \(expected)"
  }
}
