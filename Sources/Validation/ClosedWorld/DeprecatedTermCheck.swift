internal import RDF

/// Terms that the ontology marks owl:deprecated.
enum DeprecatedTermCheck: AxiomCheck {
  static let component = "DeprecatedTerm"

  static func run(
    _ statements: Statements, _ axioms: Axioms, _ words: Words, _ terms: borrowing TermTable
  ) -> [AxiomFinding] {
    guard !axioms.deprecated.isEmpty else { return [] }
    var findings: [AxiomFinding] = []
    for statement in statements.all {
      let isType = statement.predicate == .rdfType && axioms.deprecated.contains(statement.object)
      guard isType || axioms.deprecated.contains(statement.predicate) else { continue }
      let term = isType ? statement.object : statement.predicate
      findings.append(
        AxiomFinding(
          focus: statement.subject, path: statement.predicate, value: statement.object,
          severity: .warning, axiom: "\(words.term(term, terms)) is deprecated",
          sentence: isType
            ? "is \(words.term(term, terms)), which is deprecated" : "is deprecated",
          position: statement.position))
    }
    return findings
  }
}
