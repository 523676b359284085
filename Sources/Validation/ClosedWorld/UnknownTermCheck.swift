internal import RDF

/// Classes and properties that the ontology does not declare.
///
/// A term of a namespace that the ontology declares terms in has to be one of these. A term of
/// another namespace that the ontology does not so much as name is a warning.
enum UnknownTermCheck: AxiomCheck {
  static let component = "UnknownTerm"

  private static let builtIn = [Namespace.rdf, Namespace.rdfs, Namespace.owl, Namespace.xsd]

  static func run(
    _ statements: Statements, _ axioms: Axioms, _ words: Words, _ terms: borrowing TermTable
  ) -> [AxiomFinding] {
    var findings: [AxiomFinding] = []
    var seen = Set<TermID>()
    for statement in statements.all {
      let predicate = statement.predicate
      if !axioms.properties.contains(predicate), seen.insert(predicate).inserted,
        let severity = severity(of: predicate, axioms, terms)
      {
        findings.append(
          finding(statement, predicate, "property", axioms.properties, severity, terms))
      }
      let type = statement.object
      if predicate == .rdfType, !axioms.classes.contains(type), seen.insert(type).inserted,
        let severity = severity(of: type, axioms, terms)
      {
        findings.append(finding(statement, type, "class", axioms.classes, severity, terms))
      }
    }
    return findings
  }

  /// How grave it is that a term is not declared; nil when it need not be.
  private static func severity(
    of term: TermID, _ axioms: Axioms, _ terms: borrowing TermTable
  ) -> Severity? {
    let namespace = Axioms.namespace(of: term, terms)
    guard !builtIn.contains(namespace) else { return nil }
    if axioms.namespaces.contains(namespace) { return .violation }
    return axioms.named.contains(term) ? nil : .warning
  }

  private static func finding(
    _ statement: Statements.Statement, _ term: TermID, _ kind: String, _ known: Set<TermID>,
    _ severity: Severity, _ terms: borrowing TermTable
  ) -> AxiomFinding {
    var names: [String] = []
    for one in known { names.append(terms.localName(of: one)) }
    let name = terms.localName(of: term)
    return AxiomFinding(
      focus: statement.subject, path: statement.predicate,
      value: kind == "class" ? term : nil, severity: severity,
      axiom: "every term is declared",
      sentence: "is not declared in the ontology as \(kind) <\(terms.string(of: term))>"
        + NearestName.hint(name, in: names.sorted()),
      position: statement.position)
  }
}
