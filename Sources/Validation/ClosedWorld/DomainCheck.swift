internal import RDF

/// Subjects that are not said to be of their property's domain.
///
/// - SeeAlso: RDF Schema 1.1, section 3.2 (rdfs:domain, read as a constraint).
enum DomainCheck: AxiomCheck {
  static let component = "Domain"

  static func run(
    _ statements: Statements, _ axioms: Axioms, _ words: Words, _ terms: borrowing TermTable
  ) -> [AxiomFinding] {
    var findings: [AxiomFinding] = []
    for statement in statements.all {
      guard let domains = axioms.domains[statement.predicate] else { continue }
      let types = statements.graphs.types(statement.subject)
      for domain in domains where !domain.contains(types, statements.graphs.classes) {
        let expected = domain.text(words, terms)
        let own = types.first.map { words.term($0, terms) }
        findings.append(
          AxiomFinding(
            focus: statement.subject, path: statement.predicate, value: statement.object,
            axiom: "\(words.term(statement.predicate, terms)) has domain \(expected)",
            sentence: "belongs to \(expected), and this is "
              + (own.map { "of class \($0)" } ?? "of no class"),
            position: statement.position))
      }
    }
    return findings
  }
}
