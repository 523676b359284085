internal import RDF

/// sh:datatype: each value node is a literal of a datatype, and well formed.
///
/// - SeeAlso: SHACL, section 4.1.2.
struct DatatypeConstraint: Constraint {
  static let component = "Datatype"
  static let parameters: [SH] = [.datatype]
  let datatype: TermID

  static func read(
    _ shape: TermID, _ reader: inout ShapesReader, _ terms: borrowing TermTable
  ) throws(ShapesFault) -> [any Constraint] {
    let datatypes = reader.objects(shape, .datatype)
    guard let datatype = datatypes.first else { return [] }
    guard datatypes.count == 1, terms.kind(of: datatype) == .iri else {
      throw .illFormed(shape: shape, parameter: .datatype, expected: "one datatype's IRI")
    }
    return [DatatypeConstraint(datatype: datatype)]
  }

  func validate(
    _ focus: FocusNode, _ evaluation: inout Evaluation, _ terms: borrowing TermTable
  ) {
    for value in focus.values {
      guard terms.datatype(of: value) == datatype else {
        evaluation.report(focus, value: value)
        continue
      }
      switch terms.form(of: value) {
      case .valid, nil: break
      case .doubtful: evaluation.doubt(focus, value: value)
      case .invalid: evaluation.report(focus, value: value)
      }
    }
  }

  func sentence(_ finding: Finding, _ words: Words, _ terms: borrowing TermTable) -> String {
    let name = terms.localName(of: datatype)
    guard let value = finding.value else { return "expected a literal of datatype \(name)" }
    if terms.kind(of: value) == .literal, terms.datatype(of: value) == datatype {
      let text = terms.string(of: value)
      return finding.isDoubt
        ? "is \"\(text)\", which is no IRI; expected one, though \(name) allows any text"
        : "is \"\(text)\", which is no well-formed \(name)"
    }
    return "is \(words.name(value, terms)); expected a literal of datatype \(name)"
  }
}
