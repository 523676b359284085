import RDF

/// Odd datasets, the same for a seed on every run.
///
/// Terms come from ``OddTerms``; blank nodes form trees, circles and lists: whole, empty, shared,
/// in one another, with a type, forked, cut in two graphs, in a circle. One in three is small and
/// has no blank nodes, so that raptor may write it.
struct RandomDataset: ~Copyable {
  private var dice: Dice
  private var dataset = Dataset()
  private var isSmall = false

  /// Numbers that are the same on every run.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
      return mixed ^ mixed >> 31
    }
  }

  static func make(_ seed: UInt64) throws -> Dataset {
    var made = RandomDataset(dice: Dice(state: seed))
    made.isSmall = made.isOne(in: 3)
    try made.addStatements()
    if made.isSmall { return made.dataset }
    try made.addTree()
    for number in 0..<made.number(below: 5) { try made.addList(number) }
    return made.dataset
  }

  private mutating func number(below end: Int) -> Int { Int.random(in: 0..<end, using: &dice) }

  private mutating func isOne(in count: Int) -> Bool { number(below: count) == 0 }

  private mutating func pick<Item>(_ items: [Item]) -> Item { items[number(below: items.count)] }

  // MARK: Terms

  private mutating func blankNode(_ label: String) throws -> TermID {
    try dataset.terms.blankNode(Array(label.utf8).span)
  }

  private mutating func node() throws -> TermID {
    !isSmall && isOne(in: 3)
      ? try blankNode(pick(OddTerms.labels)) : try dataset.terms.iri(pick(OddTerms.iris))
  }

  private mutating func predicate() throws -> TermID {
    try dataset.terms.iri(pick(OddTerms.predicates))
  }

  private mutating func object() throws -> TermID {
    switch number(below: 5) {
    case 0, 1: return try node()
    case 2:
      return try dataset.terms.literal(
        pick(OddTerms.texts), language: pick(OddTerms.languages))
    case 3:
      let datatype = try dataset.terms.iri(Namespace.xsd + pick(OddTerms.numeric))
      return try dataset.terms.literal(pick(OddTerms.numbers), datatype: datatype)
    default:
      let datatype = try dataset.terms.iri(pick(OddTerms.datatypes))
      return try dataset.terms.literal(pick(OddTerms.texts), datatype: datatype)
    }
  }

  private mutating func graph() throws -> TermID {
    switch number(below: 6) {
    case 0: try node()
    case 1, 2: try dataset.terms.iri("http://e/g")
    default: .defaultGraph
    }
  }

  // MARK: Statements

  private mutating func addStatements() throws {
    for _ in 0..<number(below: isSmall ? 4 : 24) + 1 {
      let quad = Quad(try node(), try predicate(), try object(), graph: try graph())
      dataset.insert(quad)
    }
  }

  /// Blank nodes in one another, once in a while turned into a circle or used twice.
  private mutating func addTree() throws {
    let home = try graph()
    var nodes = [try node()]
    for number in 0..<number(below: 8) {
      let child = try blankNode("t\(number)")
      dataset.insert(Quad(pick(nodes), try predicate(), child, graph: home))
      if isOne(in: 3) { dataset.insert(Quad(child, try predicate(), try object(), graph: home)) }
      if isOne(in: 12) { dataset.insert(Quad(child, try predicate(), pick(nodes), graph: home)) }
      nodes.append(child)
    }
  }

  private mutating func addList(_ number: Int) throws {
    let home = try graph()
    let cells = try (0..<self.number(below: 4)).map { try blankNode("l\(number)c\($0)") }
    for (place, cell) in cells.enumerated() {
      let isInner = number > 0 && isOne(in: 4)
      let item = isInner ? try blankNode("l\(number - 1)c0") : try object()
      dataset.insert(Quad(cell, .rdfFirst, item, graph: home))
      let rest = place + 1 < cells.count ? cells[place + 1] : isOne(in: 15) ? cells[0] : .rdfNil
      let itsHome = isOne(in: 15) ? try graph() : home
      dataset.insert(Quad(cell, .rdfRest, rest, graph: itsHome))
      if isOne(in: 12) {
        let type = try dataset.terms.iri(Namespace.rdf + "List")
        dataset.insert(Quad(cell, .rdfType, type, graph: home))
      }
      if isOne(in: 15) { dataset.insert(Quad(cell, .rdfRest, pick(cells), graph: home)) }
      if isOne(in: 15) { dataset.insert(Quad(cell, .rdfFirst, try object(), graph: home)) }
    }
    for _ in 0..<pick([0, 1, 1, 1, 1, 2]) {
      let name = isOne(in: 8) ? try dataset.terms.iri("http://e/list") : try predicate()
      dataset.insert(Quad(try node(), name, cells.first ?? .rdfNil, graph: home))
    }
  }
}
