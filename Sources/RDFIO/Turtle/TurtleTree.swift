internal import RDF

/// How the triples of one graph nest in Turtle.
///
/// A blank node is nested where one triple has it as its object, no other graph knows it, and the
/// way up from it leads to a subject that is not: never in a cycle, never deeper than readers like.
/// What is kept of terms is kept of blank nodes alone.
struct TurtleTree {
  /// What is known of one blank node.
  private struct Node {
    let term: TermID
    var uses = 0
    /// The subject of the last triple that has it as its object.
    var parent = TermID.defaultGraph
    /// Its own triples.
    var run = 0..<0
    var isNested = false
    /// Of a cell of a well-formed list its member and the next cell.
    var cell: (first: TermID, rest: TermID)?
  }

  private let quads: [Quad]
  /// Where its triples stand among the quads.
  let range: Range<Int>
  private var nodes: [Node] = []
  private var numbers: [TermID: Int] = [:]
  private let apart: Set<TermID>

  private static let depthLimit = 32

  /// Arranges the triples in a range of sorted quads; blank nodes that are apart keep their labels.
  init(_ quads: [Quad], _ range: Range<Int>, _ terms: borrowing TermTable, apart: Set<TermID>) {
    self.quads = quads
    self.range = range
    self.apart = apart
    for place in range {
      let quad = quads[place]
      if terms.kind(of: quad.object) == .blankNode {
        let number = number(of: quad.object)
        nodes[number].uses += 1
        nodes[number].parent = quad.subject
      }
      guard terms.kind(of: quad.subject) == .blankNode else { continue }
      let number = number(of: quad.subject)
      let run = nodes[number].run
      nodes[number].run = run.isEmpty ? place..<place + 1 : run.lowerBound..<place + 1
    }
    guard !nodes.isEmpty else { return }
    for number in nodes.indices where nodes[number].uses == 1 {
      nodes[number].isNested = !apart.contains(nodes[number].term)
    }
    cutCycles()
    findLists()
    cutDepth(range)
  }

  /// The triples of a blank node, as a range of the sorted quads.
  func run(of node: TermID) -> Range<Int> { numbers[node].map { nodes[$0].run } ?? 0..<0 }

  /// Whether a blank node is written where it is used.
  func isNested(_ node: TermID) -> Bool { numbers[node].map { nodes[$0].isNested } ?? false }

  /// Whether nothing but its own triples knows a blank node.
  func isUnused(_ node: TermID) -> Bool {
    !apart.contains(node) && numbers[node].map { nodes[$0].uses == 0 } ?? true
  }

  /// The member and the next cell of a cell that stands in parentheses; nil of another node.
  func cell(_ node: TermID) -> (first: TermID, rest: TermID)? {
    guard let number = numbers[node], nodes[number].isNested else { return nil }
    return nodes[number].cell
  }

  /// Whether a node begins a list that can stand in parentheses.
  func isList(_ head: TermID) -> Bool {
    var node = head
    while node != .rdfNil {
      guard let cell = cell(node) else { return false }
      node = cell.rest
    }
    return true
  }

  private mutating func number(of term: TermID) -> Int {
    if let known = numbers[term] { return known }
    numbers[term] = nodes.count
    nodes.append(Node(term: term))
    return nodes.count - 1
  }

  // MARK: What is nested

  /// Takes one node out of each cycle.
  private mutating func cutCycles() {
    var settled = [Bool](repeating: false, count: nodes.count)
    // The path that a node was last found on.
    var paths = [Int](repeating: -1, count: nodes.count)
    for start in nodes.indices {
      var path: [Int] = []
      var number = start
      while nodes[number].isNested, !settled[number] {
        guard paths[number] != start else {
          nodes[number].isNested = false
          break
        }
        paths[number] = start
        path.append(number)
        guard let parent = numbers[nodes[number].parent] else { break }
        number = parent
      }
      for number in path { settled[number] = true }
    }
  }

  /// Finds cells from the ends of lists upwards.
  private mutating func findLists() {
    var open: [Int] = []
    var shaped: [(first: TermID, rest: TermID)?] = Array(repeating: nil, count: nodes.count)
    for (number, node) in nodes.enumerated() where node.isNested && node.run.count == 2 {
      let one = quads[node.run.lowerBound]
      let other = quads[node.run.lowerBound + 1]
      let isInOrder = one.predicate == .rdfFirst
      let (first, rest) = isInOrder ? (one, other) : (other, one)
      guard first.predicate == .rdfFirst, rest.predicate == .rdfRest else { continue }
      shaped[number] = (first.object, rest.object)
      if rest.object == .rdfNil { open.append(number) }
    }
    while let number = open.popLast() {
      guard let cell = shaped[number] else { continue }
      nodes[number].cell = cell
      if let parent = numbers[nodes[number].parent], let above = shaped[parent],
        above.rest == nodes[number].term
      {
        open.append(parent)
      }
    }
  }

  /// Takes out nodes that would nest too deeply; the cells of one list are equally deep.
  private mutating func cutDepth(_ range: Range<Int>) {
    var open: [(run: Range<Int>, isCell: Bool, depth: Int)] = [(range, false, -1)]
    while let (run, isCell, depth) = open.popLast() {
      for place in run {
        let quad = quads[place]
        // At first only subjects that are not nested are looked at.
        if depth < 0, isNested(quad.subject) { continue }
        guard let number = numbers[quad.object], nodes[number].isNested else { continue }
        let below = isCell && quad.predicate == .rdfRest ? depth : max(depth, 0) + 1
        if below > Self.depthLimit, !isCell {
          nodes[number].isNested = false
          open.append((nodes[number].run, nodes[number].cell != nil, 0))
        } else {
          open.append((nodes[number].run, nodes[number].cell != nil, below))
        }
      }
    }
  }
}
