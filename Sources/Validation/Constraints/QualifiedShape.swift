internal import RDF

/// A sh:qualifiedValueShape with the sibling shapes that its values may not conform to.
///
/// - SeeAlso: SHACL, section 4.7.3 (sibling shapes).
struct QualifiedShape: Sendable {
  let shape: Int
  let node: TermID
  let siblings: [Int]

  static func read(
    _ shape: TermID, _ reader: inout ShapesReader, _ terms: borrowing TermTable
  ) throws(ShapesFault) -> [QualifiedShape] {
    let nodes = reader.objects(shape, .qualifiedValueShape)
    guard !nodes.isEmpty else { return [] }
    var siblings: [TermID] = []
    if try reader.boolean(shape, .qualifiedValueShapesDisjoint, terms) {
      let parents = reader.graph.entries(
        predicate: reader.vocabulary[.property], object: shape)
      for parent in parents {
        for other in reader.objects(parent.quad.subject, .property) {
          siblings += reader.objects(other, .qualifiedValueShape)
        }
      }
    }
    var found: [QualifiedShape] = []
    for node in nodes {
      var others: [Int] = []
      for sibling in Set(siblings).sorted() where sibling != node {
        others.append(reader.shape(sibling, terms))
      }
      found.append(
        QualifiedShape(shape: reader.shape(node, terms), node: node, siblings: others))
    }
    return found
  }

  /// Why the other value nodes do not conform to the shape.
  func details(
    _ focus: FocusNode, _ conforming: [TermID], _ evaluation: inout Evaluation,
    _ terms: borrowing TermTable
  ) -> [Finding] {
    var found: [Finding] = []
    for value in focus.values where !conforming.contains(value) {
      found += evaluation.details(value, [shape], terms)
    }
    return found
  }

  /// The value nodes that conform to the shape and to none of its siblings.
  func values(
    _ focus: FocusNode, _ evaluation: inout Evaluation, _ terms: borrowing TermTable
  ) -> [TermID] {
    var found: [TermID] = []
    for value in focus.values where evaluation.conforms(value, to: shape, terms) {
      var isSiblings = false
      for sibling in siblings where evaluation.conforms(value, to: sibling, terms) {
        isSiblings = true
      }
      if !isSiblings { found.append(value) }
    }
    return found
  }
}
