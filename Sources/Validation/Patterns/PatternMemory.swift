internal import RDF

/// What the patterns of an evaluation said of the texts they were held against, and the room that
/// matching takes.
struct PatternMemory {
  private var verdicts: [ConstraintPlace: TermVerdicts] = [:]
  private var room = Automaton.Room()

  /// Whether a term's text matches, or nil when that takes more steps than it may.
  mutating func verdict(
    _ term: TermID, _ place: ConstraintPlace, _ terms: borrowing TermTable, _ pattern: Pattern
  ) -> Bool? {
    if let known = verdicts[place]?[term] { return known }
    guard let found = pattern.matches(terms.string(of: term), in: &room) else { return nil }
    verdicts[place, default: TermVerdicts()].set(term, found, of: terms.count)
    return found
  }
}
