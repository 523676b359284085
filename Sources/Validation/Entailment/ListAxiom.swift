internal import RDF

/// An axiom about the members of a list.
struct ListAxiom: Sendable {
  /// The class or property that the axiom is about; the node that says it where it is about none.
  let subject: TermID
  let members: [TermID]
  /// The triple that the list hangs on.
  let fact: FactID
}

/// A negative property assertion.
struct Denial: Sendable {
  let source: TermID
  let target: TermID
  let facts: [FactID]
  let rule: EntailmentRule
}
