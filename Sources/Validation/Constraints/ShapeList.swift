internal import RDF

/// What the components that count shapes of a list have in common.
///
/// - SeeAlso: SHACL, section 4.6.
struct ShapeList: Sendable {
  let shapes: [Int]
  let nodes: [TermID]

  static func read(
    _ parameter: SH, of shape: TermID, _ reader: inout ShapesReader, _ terms: borrowing TermTable
  ) throws(ShapesFault) -> [ShapeList] {
    var lists: [ShapeList] = []
    for head in reader.objects(shape, parameter) {
      let nodes = try reader.list(head, of: shape, parameter)
      var shapes: [Int] = []
      for node in nodes { shapes.append(reader.shape(node, terms)) }
      lists.append(ShapeList(shapes: shapes, nodes: nodes))
    }
    return lists
  }

  func validate(
    _ focus: FocusNode, _ evaluation: inout Evaluation, _ terms: borrowing TermTable,
    _ holds: (Int) -> Bool
  ) {
    for value in focus.values {
      var count = 0
      for shape in shapes where evaluation.conforms(value, to: shape, terms) { count += 1 }
      guard !holds(count) else { continue }
      let detail = evaluation.details(value, shapes, terms)
      evaluation.report(
        Finding(
          focus: focus.node, place: focus.place, value: value, found: focus.values, detail: detail))
    }
  }

  func sentence(
    _ finding: Finding, _ relation: String, _ words: Words, _ terms: borrowing TermTable
  ) -> String {
    let expected = "expected \(relation) of \(shapes.count) shapes to hold"
    guard let value = finding.value else { return expected }
    return "is \(words.name(value, terms)); \(expected)"
  }
}
