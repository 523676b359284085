/// Which number of another table each term of a table has, as far as it was asked for.
struct TermMap {
  private var mapped: [TermID?]

  init(count: Int) {
    mapped = Array(repeating: nil, count: count)
    mapped[Int(TermID.defaultGraph.rawValue)] = .defaultGraph
  }

  subscript(term: TermID) -> TermID? {
    get { mapped[Int(term.rawValue)] }
    set { mapped[Int(term.rawValue)] = newValue }
  }

  /// The other table's number of a term, interned there where it is not yet.
  mutating func term(
    _ term: TermID, of table: borrowing TermTable, into other: inout TermTable
  ) throws(TermError) -> TermID {
    if let known = self[term] { return known }
    let made = try other.intern(term, of: table)
    self[term] = made
    return made
  }

  /// A quad in the other table's numbers.
  mutating func quad(
    _ quad: Quad, of table: borrowing TermTable, into other: inout TermTable
  ) throws(TermError) -> Quad {
    Quad(
      try term(quad.subject, of: table, into: &other),
      try term(quad.predicate, of: table, into: &other),
      try term(quad.object, of: table, into: &other),
      graph: try term(quad.graph, of: table, into: &other))
  }
}
