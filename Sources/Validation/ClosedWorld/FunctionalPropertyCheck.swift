internal import RDF

/// Functional properties with two values that are not said to be the same.
///
/// - SeeAlso: OWL 2 Web Ontology Language, section 9.2.7 (with distinct IRIs as distinct things).
enum FunctionalPropertyCheck: AxiomCheck {
  static let component = "FunctionalProperty"

  static func run(
    _ statements: Statements, _ axioms: Axioms, _ words: Words, _ terms: borrowing TermTable
  ) -> [AxiomFinding] {
    var findings: [AxiomFinding] = []
    for property in axioms.functional.sorted() {
      var seen = Set<TermID>()
      for entry in statements.graphs.data.entries(predicate: property) {
        let subject = entry.quad.subject
        guard seen.insert(subject).inserted,
          statements.contradicted[.init(thing: subject, property: property)] == nil
        else { continue }
        var values: [TermID] = []
        var position = entry.position
        for other in statements.graphs.data.entries(subject: subject, predicate: property)
        where values.last != other.quad.object {
          values.append(other.quad.object)
          position = other.position
        }
        guard values.count > 1 else { continue }
        findings.append(
          AxiomFinding(
            focus: subject, path: property, value: values.last,
            axiom: "\(words.term(property, terms)) is functional",
            sentence: "has \(values.count) values: \(words.list(values, terms)); "
              + "expected at most 1, for it is functional",
            position: position))
      }
    }
    return findings
  }
}
