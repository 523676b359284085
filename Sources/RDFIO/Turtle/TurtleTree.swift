internal import RDF

/// The triples of one graph, arranged as Turtle nests them.
///
/// A blank node is nested where one triple has it as its object, no other graph knows it, and the
/// way up from it leads to a subject that is not: never in a cycle, never deeper than readers like.
struct TurtleTree {
  /// The subjects that stand on their own, in order.
  private(set) var roots: [TermID] = []
  private var bySubject: [TermID: [Quad]] = [:]
  private var uses: [TermID: Int] = [:]
  private let apart: Set<TermID>
  private var nested: Set<TermID> = []
  /// The cells of well-formed lists, each with its member and the next cell.
  private var cells: [TermID: (first: TermID, rest: TermID)] = [:]

  private static let depthLimit = 32

  /// Arranges triples; blank nodes that are apart keep their labels.
  init(_ quads: [Quad], _ terms: borrowing TermTable, apart: Set<TermID>) {
    self.apart = apart
    var parents: [TermID: TermID] = [:]
    for quad in quads {
      bySubject[quad.subject, default: []].append(quad)
      uses[quad.object, default: 0] += 1
      parents[quad.object] = quad.subject
    }
    var subjects = Array(bySubject.keys)
    Self.sort(&subjects, terms)
    for (subject, own) in bySubject { bySubject[subject] = Self.sorted(own, terms) }
    for (node, count) in uses
    where count == 1 && terms.kind(of: node) == .blankNode && !apart.contains(node) {
      nested.insert(node)
    }
    cutCycles(parents)
    findLists(parents)
    cutDepth(subjects)
    roots = subjects.filter { !nested.contains($0) }
  }

  /// What is said of a subject, in order.
  func quads(of subject: TermID) -> [Quad] { bySubject[subject] ?? [] }

  /// Whether a node is written where it is used.
  func isNested(_ node: TermID) -> Bool { nested.contains(node) }

  /// Whether nothing but its own triples knows a node.
  func isUnused(_ node: TermID) -> Bool { uses[node] == nil && !apart.contains(node) }

  /// The members of a list that can stand in parentheses, or nil of what is none.
  func list(_ head: TermID) -> [TermID]? {
    if head == .rdfNil { return [] }
    var members: [TermID] = []
    var node = head
    while node != .rdfNil {
      guard nested.contains(node), let cell = cells[node] else { return nil }
      members.append(cell.first)
      node = cell.rest
    }
    return members
  }

  // MARK: What is nested

  /// Takes one node out of each cycle.
  private mutating func cutCycles(_ parents: [TermID: TermID]) {
    var settled = Set<TermID>()
    for start in nested.sorted() {
      var path: [TermID] = []
      var onPath = Set<TermID>()
      var node = start
      while nested.contains(node), !settled.contains(node) {
        guard onPath.insert(node).inserted else {
          nested.remove(node)
          break
        }
        path.append(node)
        guard let parent = parents[node] else { break }
        node = parent
      }
      settled.formUnion(path)
    }
  }

  /// Finds cells from the ends of lists upwards.
  private mutating func findLists(_ parents: [TermID: TermID]) {
    var open: [TermID] = []
    var shaped: [TermID: (first: TermID, rest: TermID)] = [:]
    for node in nested {
      guard let own = bySubject[node], own.count == 2,
        let first = own.first(where: { $0.predicate == .rdfFirst }),
        let rest = own.first(where: { $0.predicate == .rdfRest })
      else { continue }
      shaped[node] = (first.object, rest.object)
      if rest.object == .rdfNil { open.append(node) }
    }
    while let node = open.popLast() {
      guard let cell = shaped[node] else { continue }
      cells[node] = cell
      if let parent = parents[node], let above = shaped[parent], above.rest == node {
        open.append(parent)
      }
    }
  }

  /// Takes out nodes that would nest too deeply; the cells of one list are equally deep.
  private mutating func cutDepth(_ subjects: [TermID]) {
    var open = subjects.filter { !nested.contains($0) }.map { (node: $0, depth: 0) }
    while let (node, depth) = open.popLast() {
      for quad in bySubject[node] ?? [] where nested.contains(quad.object) {
        let isNextCell = cells[node] != nil && quad.predicate == .rdfRest
        let below = isNextCell ? depth : depth + 1
        if below > Self.depthLimit, cells[node] == nil {
          nested.remove(quad.object)
          open.append((quad.object, 0))
        } else {
          open.append((quad.object, below))
        }
      }
    }
  }

  // MARK: Order

  /// IRIs by their bytes, then blank nodes by their labels; the default graph before all.
  static func sort(_ nodes: inout [TermID], _ terms: borrowing TermTable) {
    var keys: [TermID: (Int, [UInt8])] = [:]
    for node in nodes {
      keys[node] = (
        node == .defaultGraph ? 0 : terms.kind(of: node) == .iri ? 1 : 2, terms.text(of: node)
      )
    }
    nodes.sort { left, right in
      guard let one = keys[left], let other = keys[right] else { return left < right }
      if one.0 != other.0 { return one.0 < other.0 }
      return one.1.lexicographicallyPrecedes(other.1)
    }
  }

  /// rdf:type, rdfs:label, then by predicate; values by their spelling.
  private static func sorted(_ quads: [Quad], _ terms: borrowing TermTable) -> [Quad] {
    var keyed: [(rank: Int, predicate: [UInt8], object: [UInt8], quad: Quad)] = []
    for quad in quads {
      let rank = quad.predicate == .rdfType ? 0 : quad.predicate == .rdfsLabel ? 1 : 2
      keyed.append(
        (
          rank, rank < 2 ? [] : terms.text(of: quad.predicate),
          Array(terms.bytes[terms.spelling(of: quad.object)]), quad
        ))
    }
    keyed.sort { left, right in
      if left.rank != right.rank { return left.rank < right.rank }
      if left.predicate != right.predicate {
        return left.predicate.lexicographicallyPrecedes(right.predicate)
      }
      return left.object.lexicographicallyPrecedes(right.object)
    }
    return keyed.map(\.quad)
  }
}
