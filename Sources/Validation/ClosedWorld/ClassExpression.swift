internal import RDF

/// A class as a domain or range says it.
///
/// - SeeAlso: OWL 2 Web Ontology Language, section 8.1.
indirect enum ClassExpression: Hashable, Sendable {
  case named(TermID)
  case union([ClassExpression])
  case intersection([ClassExpression])

  /// Whether a thing of some classes is of this one, by what is said and not more.
  func contains(_ types: [TermID], _ classes: ClassHierarchy) -> Bool {
    switch self {
    case .named(let type): types.contains { classes.isBelow($0, type) }
    case .union(let parts): parts.contains { $0.contains(types, classes) }
    case .intersection(let parts): parts.allSatisfy { $0.contains(types, classes) }
    }
  }

  func text(_ words: Words, _ terms: borrowing TermTable) -> String {
    switch self {
    case .named(let type): return words.term(type, terms)
    case .union(let parts), .intersection(let parts):
      var names: [String] = []
      for part in parts { names.append(part.text(words, terms)) }
      if case .union = self { return names.joined(separator: " or ") }
      return names.joined(separator: " and ")
    }
  }
}
