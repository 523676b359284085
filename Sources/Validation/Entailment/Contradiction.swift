internal import RDF

/// Triples that cannot all hold, by a rule that ends in `false`.
struct Contradiction: Sendable {
  let rule: EntailmentRule
  /// The thing that it is about.
  let focus: TermID
  /// The property whose value is at fault, or rdf:type, or nil.
  var path: TermID?
  var value: TermID?
  /// A second class, property or thing that the rule names.
  var other: TermID?
  /// The greatest number of values, where the rule is about one.
  var limit: Int?
  /// The triples that the rule took, the axiom last.
  let facts: [FactID]

  /// What tells it from others: one of each is kept.
  struct Key: Hashable {
    let rule: EntailmentRule
    let terms: [TermID]
  }

  var key: Key {
    let pair = [path, value, other].compactMap(\.self).sorted()
    return Key(rule: rule, terms: [focus] + pair)
  }
}
