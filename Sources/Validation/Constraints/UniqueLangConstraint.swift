internal import RDF

/// sh:uniqueLang: no two value nodes have the same language.
///
/// - SeeAlso: SHACL, section 4.4.5.
struct UniqueLangConstraint: Constraint {
  static let component = "UniqueLang"
  static let parameters: [SH] = [.uniqueLang]

  static func read(
    _ shape: TermID, _ reader: inout ShapesReader, _ terms: borrowing TermTable
  ) throws(ShapesFault) -> [any Constraint] {
    try reader.boolean(shape, .uniqueLang, terms) ? [UniqueLangConstraint()] : []
  }

  func validate(
    _ focus: FocusNode, _ evaluation: inout Evaluation, _ terms: borrowing TermTable
  ) {
    var byLanguage: [String: [TermID]] = [:]
    for value in focus.values {
      if let language = terms.language(of: value) {
        byLanguage[language, default: []].append(value)
      }
    }
    for language in byLanguage.keys.sorted() {
      guard let values = byLanguage[language], values.count > 1 else { continue }
      evaluation.report(Finding(focus: focus.node, place: focus.place, found: values))
    }
  }

  func sentence(_ finding: Finding, _ words: Words, _ terms: borrowing TermTable) -> String {
    "has \(finding.found.count) texts in one language: \(words.list(finding.found, terms)); "
      + "expected at most 1 a language"
  }
}
