internal import RDF

/// Things of two classes that share no member.
///
/// - SeeAlso: OWL 2 Web Ontology Language, section 9.1.3.
enum DisjointClassesCheck: AxiomCheck {
  static let component = "DisjointClasses"

  static func run(
    _ statements: Statements, _ axioms: Axioms, _ words: Words, _ terms: borrowing TermTable
  ) -> [AxiomFinding] {
    guard !axioms.disjoint.isEmpty else { return [] }
    var findings: [AxiomFinding] = []
    var last: TermID?
    var sound = Set<[TermID]>()
    for statement in statements.plain where statement.predicate == .rdfType {
      guard statement.subject != last else { continue }
      last = statement.subject
      let types = statements.graphs.types(statement.subject)
      guard !sound.contains(types) else { continue }
      var above = Set<TermID>()
      for type in types { above.formUnion(statements.graphs.classes.ancestors(type)) }
      guard let (one, other) = clash(above, axioms) else {
        sound.insert(types)
        continue
      }
      let entries = statements.graphs.data.entries(
        subject: statement.subject, predicate: .rdfType)
      let names = "\(words.term(one, terms)) and \(words.term(other, terms))"
      findings.append(
        AxiomFinding(
          focus: statement.subject, path: .rdfType, value: types.last,
          axiom: "\(names) are disjoint",
          sentence: "is of class \(words.list(types, terms)) and so both \(names), "
            + "which share no member",
          position: entries.map(\.position).max() ?? statement.position))
    }
    return findings
  }

  /// The first two classes of a set that share no member.
  private static func clash(_ classes: Set<TermID>, _ axioms: Axioms) -> (TermID, TermID)? {
    for one in classes.sorted() {
      guard let other = axioms.disjoint[one]?.intersection(classes).min() else { continue }
      return (one, other)
    }
    return nil
  }
}
