internal import RDF

/// sh:languageIn: each value node is in one of some languages.
///
/// - SeeAlso: SHACL, section 4.4.4; RFC 4647, section 3.3.1 (basic filtering).
struct LanguageInConstraint: Constraint {
  static let component = "LanguageIn"
  static let parameters: [SH] = [.languageIn]
  let ranges: [String]

  static func read(
    _ shape: TermID, _ reader: inout ShapesReader, _ terms: borrowing TermTable
  ) throws(ShapesFault) -> [any Constraint] {
    let lists = reader.objects(shape, .languageIn)
    guard let head = lists.first else { return [] }
    guard lists.count == 1 else {
      throw .illFormed(shape: shape, parameter: .languageIn, expected: "one list of language tags")
    }
    var ranges: [String] = []
    for member in try reader.list(head, of: shape, .languageIn) {
      guard terms.datatype(of: member) == .xsdString else {
        throw .illFormed(shape: shape, parameter: .languageIn, expected: "a list of strings")
      }
      ranges.append(terms.string(of: member).lowercased())
    }
    return [LanguageInConstraint(ranges: ranges)]
  }

  func validate(
    _ focus: FocusNode, _ evaluation: inout Evaluation, _ terms: borrowing TermTable
  ) {
    for value in focus.values {
      guard let language = terms.language(of: value),
        ranges.contains(where: { $0 == "*" || language == $0 || language.hasPrefix($0 + "-") })
      else {
        evaluation.report(focus, value: value)
        continue
      }
    }
  }

  func sentence(_ finding: Finding, _ words: Words, _ terms: borrowing TermTable) -> String {
    let expected = "expected a text in \(ranges.joined(separator: ", "))"
    guard let value = finding.value else { return expected }
    return "is \(words.name(value, terms)); \(expected)"
  }
}
