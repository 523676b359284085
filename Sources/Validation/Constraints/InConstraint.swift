internal import RDF

/// sh:in: each value node is one of a list.
///
/// - SeeAlso: SHACL, section 4.8.3.
struct InConstraint: Constraint {
  static let component = "In"
  static let parameters: [SH] = [.in]
  let members: [TermID]
  private let set: Set<TermID>

  static func read(
    _ shape: TermID, _ reader: inout ShapesReader, _ terms: borrowing TermTable
  ) throws(ShapesFault) -> [any Constraint] {
    let lists = reader.objects(shape, .in)
    guard let head = lists.first else { return [] }
    guard lists.count == 1 else {
      throw .illFormed(shape: shape, parameter: .in, expected: "one list")
    }
    let members = try reader.list(head, of: shape, .in)
    return [InConstraint(members: members, set: Set(members))]
  }

  func validate(
    _ focus: FocusNode, _ evaluation: inout Evaluation, _ terms: borrowing TermTable
  ) {
    for value in focus.values where !set.contains(value) { evaluation.report(focus, value: value) }
  }

  func sentence(_ finding: Finding, _ words: Words, _ terms: borrowing TermTable) -> String {
    let expected = "expected one of \(words.list(members, terms))"
    guard let value = finding.value else { return expected }
    guard terms.kind(of: value) == .literal else {
      return "is \(words.name(value, terms)); \(expected)"
    }
    var names: [String] = []
    for member in members { names.append(terms.string(of: member)) }
    return "is \(words.name(value, terms)); \(expected)"
      + NearestName.hint(terms.string(of: value), in: names)
  }
}
