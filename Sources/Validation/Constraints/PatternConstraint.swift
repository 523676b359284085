internal import RDF

/// sh:pattern: each value node's text matches a regular expression.
///
/// - SeeAlso: SHACL, section 4.4.3; SPARQL 1.1 Query Language, section 17.4.3.14 (REGEX).
struct PatternConstraint: Constraint {
  static let component = "Pattern"
  static let parameters: [SH] = [.pattern]
  let pattern: Pattern
  let source: String

  static func read(
    _ shape: TermID, _ reader: inout ShapesReader, _ terms: borrowing TermTable
  ) throws(ShapesFault) -> [any Constraint] {
    let flags = reader.objects(shape, .flags).first.map { terms.string(of: $0) } ?? ""
    var constraints: [any Constraint] = []
    for term in reader.objects(shape, .pattern) {
      guard terms.kind(of: term) == .literal else {
        throw .illFormed(shape: shape, parameter: .pattern, expected: "a regular expression")
      }
      let source = terms.string(of: term)
      do throws(PatternError) {
        constraints.append(
          PatternConstraint(pattern: try Pattern(source, flags: flags), source: source))
      } catch {
        throw .illFormed(
          shape: shape, parameter: .pattern, expected: "a regular expression; \(error)")
      }
    }
    return constraints
  }

  func validate(
    _ focus: FocusNode, _ evaluation: inout Evaluation, _ terms: borrowing TermTable
  ) {
    for value in focus.values {
      let isText = terms.kind(of: value) != .blankNode
      guard isText, evaluation.matches(value, self, focus.place, terms) else {
        evaluation.report(focus, value: value)
        continue
      }
    }
  }

  func sentence(_ finding: Finding, _ words: Words, _ terms: borrowing TermTable) -> String {
    let expected = "expected a text that matches \"\(source)\""
    guard let value = finding.value else { return expected }
    return "is \(words.name(value, terms)); \(expected)"
  }
}
