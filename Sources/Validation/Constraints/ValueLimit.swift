internal import RDF

/// What the four components of value ranges have in common.
///
/// - SeeAlso: SHACL, section 4.3.
struct ValueLimit: Sendable {
  let term: TermID
  let value: LiteralValue

  static func read(
    _ parameter: SH, of shape: TermID, _ reader: borrowing ShapesReader,
    _ terms: borrowing TermTable
  ) throws(ShapesFault) -> [ValueLimit] {
    let values = reader.objects(shape, parameter)
    guard let term = values.first else { return [] }
    guard values.count == 1, let value = Self.value(term, terms) else {
      throw .illFormed(
        shape: shape, parameter: parameter,
        expected: "one literal that has an order: a number, date, time or string")
    }
    return [ValueLimit(term: term, value: value)]
  }

  /// The value of a well-formed literal whose datatype has an order, else nil.
  static func value(_ term: TermID, _ terms: borrowing TermTable) -> LiteralValue? {
    terms.value(of: term)
  }

  func validate(
    _ focus: FocusNode, _ evaluation: inout Evaluation, _ terms: borrowing TermTable,
    _ holds: (Int) -> Bool
  ) {
    for value in focus.values {
      guard let order = Self.value(value, terms)?.compared(to: self.value), holds(order) else {
        evaluation.report(focus, value: value)
        continue
      }
    }
  }

  func sentence(
    _ finding: Finding, _ relation: String, _ words: Words, _ terms: borrowing TermTable
  ) -> String {
    let expected = "expected \(relation) \(terms.string(of: term))"
    guard let value = finding.value else { return expected }
    return "is \(words.name(value, terms)); \(expected)"
  }
}
