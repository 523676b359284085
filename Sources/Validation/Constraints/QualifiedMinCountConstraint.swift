internal import RDF

/// sh:qualifiedMinCount: at least so many value nodes conform to a shape.
///
/// - SeeAlso: SHACL, section 4.7.3.
struct QualifiedMinCountConstraint: Constraint {
  static let component = "QualifiedMinCount"
  static let parameters: [SH] = [.qualifiedMinCount]
  let qualified: QualifiedShape
  let limit: Int
  var references: [Int] { [qualified.shape] + qualified.siblings }

  static func read(
    _ shape: TermID, _ reader: inout ShapesReader, _ terms: borrowing TermTable
  ) throws(ShapesFault) -> [any Constraint] {
    guard let limit = try reader.count(shape, .qualifiedMinCount, terms) else { return [] }
    return try QualifiedShape.read(shape, &reader, terms).map {
      QualifiedMinCountConstraint(qualified: $0, limit: limit)
    }
  }

  func validate(
    _ focus: FocusNode, _ evaluation: inout Evaluation, _ terms: borrowing TermTable
  ) {
    let values = qualified.values(focus, &evaluation, terms)
    guard values.count < limit else { return }
    let detail = qualified.details(focus, values, &evaluation, terms)
    evaluation.report(
      Finding(focus: focus.node, place: focus.place, found: values, detail: detail))
  }

  func sentence(_ finding: Finding, _ words: Words, _ terms: borrowing TermTable) -> String {
    "has \(finding.found.count) \(finding.found.count == 1 ? "value that conforms" : "values that conform") to \(words.shape(qualified.node, terms)); "
      + "expected at least \(limit)"
  }
}
