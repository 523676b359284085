internal import RDF

/// sh:nodeKind: each value node is of a kind.
///
/// - SeeAlso: SHACL, section 4.1.3.
struct NodeKindConstraint: Constraint {
  static let component = "NodeKind"
  static let parameters: [SH] = [.nodeKind]
  let kinds: [TermKind]
  let name: SH

  static func read(
    _ shape: TermID, _ reader: inout ShapesReader, _ terms: borrowing TermTable
  ) throws(ShapesFault) -> [any Constraint] {
    let values = reader.objects(shape, .nodeKind)
    guard let value = values.first else { return [] }
    guard values.count == 1, let name = reader.vocabulary.name(of: value),
      let kinds = Self.kinds[name]
    else {
      throw .illFormed(
        shape: shape, parameter: .nodeKind,
        expected: "one of sh:IRI, sh:BlankNode, sh:Literal, sh:BlankNodeOrIRI, "
          + "sh:BlankNodeOrLiteral, sh:IRIOrLiteral")
    }
    return [NodeKindConstraint(kinds: kinds, name: name)]
  }

  private static let kinds: [SH: [TermKind]] = [
    .kindIRI: [.iri], .kindBlankNode: [.blankNode], .kindLiteral: [.literal],
    .kindBlankNodeOrIRI: [.blankNode, .iri], .kindBlankNodeOrLiteral: [.blankNode, .literal],
    .kindIRIOrLiteral: [.iri, .literal],
  ]

  func validate(
    _ focus: FocusNode, _ evaluation: inout Evaluation, _ terms: borrowing TermTable
  ) {
    for value in focus.values where !kinds.contains(terms.kind(of: value)) {
      evaluation.report(focus, value: value)
    }
  }

  func sentence(_ finding: Finding, _ words: Words, _ terms: borrowing TermTable) -> String {
    let expected =
      kinds.map { kind in
        switch kind {
        case .iri: "a thing with an IRI"
        case .blankNode: "a blank node"
        case .literal: "a literal"
        }
      }.joined(separator: " or ")
    guard let value = finding.value else { return "expected \(expected)" }
    return "is \(words.name(value, terms)); expected \(expected)"
  }
}
