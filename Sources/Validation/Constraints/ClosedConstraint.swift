internal import RDF

/// sh:closed: value nodes have no properties but those of the shape.
///
/// - SeeAlso: SHACL, section 4.8.1.
struct ClosedConstraint: Constraint {
  static let component = "Closed"
  static let parameters: [SH] = [.closed]
  let allowed: Set<TermID>

  static func read(
    _ shape: TermID, _ reader: inout ShapesReader, _ terms: borrowing TermTable
  ) throws(ShapesFault) -> [any Constraint] {
    guard try reader.boolean(shape, .closed, terms) else { return [] }
    var allowed = Set<TermID>()
    for property in reader.objects(shape, .property) {
      for path in reader.objects(property, .path) where terms.kind(of: path) == .iri {
        allowed.insert(path)
      }
    }
    for head in reader.objects(shape, .ignoredProperties) {
      allowed.formUnion(try reader.list(head, of: shape, .ignoredProperties))
    }
    return [ClosedConstraint(allowed: allowed)]
  }

  func validate(
    _ focus: FocusNode, _ evaluation: inout Evaluation, _ terms: borrowing TermTable
  ) {
    for value in focus.values {
      var last: Quad?
      for entry in evaluation.graphs.said.entries(subject: value) {
        let quad = entry.quad
        let isRepeated = last.map { $0.predicate == quad.predicate && $0.object == quad.object }
        guard isRepeated != true, !allowed.contains(quad.predicate) else { continue }
        last = quad
        evaluation.report(
          Finding(
            focus: focus.node, place: focus.place, value: quad.object,
            path: .predicate(quad.predicate), other: quad.predicate))
      }
    }
  }

  func sentence(_ finding: Finding, _ words: Words, _ terms: borrowing TermTable) -> String {
    var names: [String] = []
    for term in allowed { names.append(terms.localName(of: term)) }
    let hint =
      finding.other.map { NearestName.hint(terms.localName(of: $0), in: names.sorted()) } ?? ""
    return "is not one of the properties that this may have\(hint)"
  }
}
