internal import RDF

/// Values that are not of their property's range.
///
/// - SeeAlso: RDF Schema 1.1, section 3.1 (rdfs:range, read as a constraint).
enum RangeCheck: AxiomCheck {
  static let component = "Range"

  static func run(
    _ statements: Statements, _ axioms: Axioms, _ words: Words, _ terms: borrowing TermTable
  ) -> [AxiomFinding] {
    var findings: [AxiomFinding] = []
    for statement in statements.all {
      let value = statement.object
      let place = Statements.Subject(thing: statement.subject, property: statement.predicate)
      guard statements.contradicted[place]?.contains(value) != true else { continue }
      var expected: [String] = []
      for type in axioms.ranges[statement.predicate] ?? [] {
        let types = terms.kind(of: value) == .literal ? [] : statements.graphs.types(value)
        guard !type.contains(types, statements.graphs.classes) else { continue }
        expected.append("one of class \(type.text(words, terms))")
      }
      for datatype in axioms.datatypes[statement.predicate] ?? []
      where !holds(value, datatype, terms) {
        expected.append("a well-formed \(terms.localName(of: datatype))")
      }
      for one in expected {
        let own = terms.kind(of: value) == .literal ? nil : statements.graphs.types(value).first
        findings.append(
          AxiomFinding(
            focus: statement.subject, path: statement.predicate, value: value,
            axiom: "\(words.term(statement.predicate, terms)) has as its range \(one)",
            sentence: "is \(words.name(value, terms))"
              + (own.map { " of class \(words.term($0, terms))" } ?? "") + "; expected \(one)",
            position: statement.position))
      }
    }
    return findings
  }

  /// Whether a literal is of a datatype or one derived from it, and well formed.
  static func holds(
    _ value: TermID, _ datatype: TermID, _ terms: borrowing TermTable
  ) -> Bool {
    guard terms.kind(of: value) == .literal, let own = terms.datatype(of: value) else {
      return false
    }
    guard terms.isWellFormed(value) != false else { return false }
    if own == datatype { return true }
    let expected = terms.string(of: datatype)
    return expected == Namespace.rdfs + "Literal"
      || XSD.isDerived(terms.string(of: own), from: expected)
  }
}
