internal import RDF

/// A dataset as JSON-LD's objects, before they are spelled.
///
/// It is stricter than the specification where that would lose a triple: only a blank node that
/// the whole dataset mentions nowhere else, in one graph and without a type, becomes a list.
///
/// - SeeAlso: JSON-LD 1.1 Processing Algorithms and API, section 8.4 (Serialize RDF as JSON-LD).
struct JSONLDGraph {
  /// What a property has.
  enum Value {
    case term(TermID)
    case list([Value])
  }

  /// A node object.
  struct Node {
    let id: TermID
    var types: [TermID] = []
    /// The properties in order of first appearance, each with its values.
    var properties: [(name: TermID, values: [Value])] = []
    /// The nodes of the graph that it names, or nil where it names none.
    var graph: [Node]?
  }

  /// The nodes of the default graph in order of first appearance; those that name a graph hold it.
  private(set) var nodes: [Node] = []

  /// How deep lists in lists go; deeper ones stay nodes, for readers of JSON stop at some depth.
  static let listDepth = 32

  init(_ dataset: borrowing Dataset) {
    let lists = JSONLDLists(dataset)
    var graphs: [TermID] = [.defaultGraph]
    var quads: [TermID: [Quad]] = [:]
    for quad in dataset.quads {
      if quad.graph != .defaultGraph, quads[quad.graph] == nil { graphs.append(quad.graph) }
      quads[quad.graph, default: []].append(quad)
    }
    nodes = Self.nodes(quads[.defaultGraph] ?? [], lists, dataset.terms)
    var places: [TermID: Int] = [:]
    for (place, node) in nodes.enumerated() { places[node.id] = place }
    for name in graphs.dropFirst() {
      let inner = Self.nodes(quads[name] ?? [], lists, dataset.terms)
      if let place = places[name] {
        nodes[place].graph = inner
      } else {
        nodes.append(Node(id: name, graph: inner))
      }
    }
  }

  private static func nodes(
    _ quads: [Quad], _ lists: JSONLDLists, _ terms: borrowing TermTable
  ) -> [Node] {
    var nodes: [Node] = []
    var places: [TermID: Int] = [:]
    var properties: [UInt64: Int] = [:]
    for quad in quads where !lists.isCell(quad.subject) {
      let place = places[quad.subject] ?? nodes.count
      if place == nodes.count {
        places[quad.subject] = place
        nodes.append(Node(id: quad.subject))
      }
      if quad.predicate == .rdfType, terms.kind(of: quad.object) != .literal {
        nodes[place].types.append(quad.object)
        continue
      }
      let key = UInt64(place) << 32 | UInt64(quad.predicate.rawValue)
      let value = lists.value(of: quad.object)
      if let property = properties[key] {
        nodes[place].properties[property].values.append(value)
      } else {
        properties[key] = nodes[place].properties.count
        nodes[place].properties.append((quad.predicate, [value]))
      }
    }
    return nodes
  }
}

/// The blank nodes of a dataset that are cells of lists and can be written as such.
struct JSONLDLists {
  private struct Cell {
    var graph: TermID
    var first: TermID?
    var rest: TermID?
    /// Who mentions it as an object; nil where nothing does.
    var holder: (subject: TermID, predicate: TermID)?
    var isSound = true
  }

  /// The items of each list by its first cell.
  private var items: [TermID: [TermID]] = [:]
  private var cells = Set<TermID>()

  init(_ dataset: borrowing Dataset) {
    let found = Self.candidates(dataset)
    for (last, cell) in found where cell.rest == .rdfNil && cell.isSound {
      guard let (head, reversed) = Self.list(endingIn: last, found) else { continue }
      items[head] = reversed.reversed()
    }
    dropDeep()
    // Only now, for a list that is left out leaves its cells nodes.
    for head in items.keys {
      var cell: TermID? = head
      while let next = cell, next != .rdfNil {
        cells.insert(next)
        cell = found[next]?.rest
      }
    }
  }

  func isCell(_ term: TermID) -> Bool { cells.contains(term) }

  /// A term as a value: a list where it is the first cell of one, or the empty list.
  func value(of term: TermID) -> JSONLDGraph.Value {
    if term == .rdfNil { return .list([]) }
    guard let held = items[term] else { return .term(term) }
    return .list(held.map { value(of: $0) })
  }

  private static func candidates(_ dataset: borrowing Dataset) -> [TermID: Cell] {
    var found: [TermID: Cell] = [:]
    for quad in dataset.quads
    where (quad.predicate == .rdfFirst || quad.predicate == .rdfRest)
      && dataset.terms.kind(of: quad.subject) == .blankNode
    {
      var cell = found[quad.subject] ?? Cell(graph: quad.graph)
      if quad.predicate == .rdfFirst {
        if cell.first != nil { cell.isSound = false }
        cell.first = quad.object
      } else {
        if cell.rest != nil { cell.isSound = false }
        cell.rest = quad.object
      }
      found[quad.subject] = cell
    }
    guard !found.isEmpty else { return found }
    for quad in dataset.quads {
      if quad.predicate != .rdfFirst, quad.predicate != .rdfRest {
        found[quad.subject]?.isSound = false
      } else if found[quad.subject]?.graph != quad.graph {
        found[quad.subject]?.isSound = false
      }
      found[quad.graph]?.isSound = false
      guard let cell = found[quad.object] else { continue }
      if cell.holder != nil || cell.graph != quad.graph || quad.predicate == .rdfType {
        found[quad.object]?.isSound = false
      }
      found[quad.object]?.holder = (quad.subject, quad.predicate)
    }
    for (term, cell) in found where cell.first == nil || cell.rest == nil || cell.holder == nil {
      found[term]?.isSound = false
    }
    return found
  }

  /// The first cell and the items, last first, of the longest list that ends in a cell.
  private static func list(
    endingIn last: TermID, _ found: [TermID: Cell]
  ) -> (head: TermID, reversed: [TermID])? {
    var reversed: [TermID] = []
    var current = last
    while let cell = found[current], let first = cell.first, let holder = cell.holder {
      reversed.append(first)
      guard holder.predicate == .rdfRest, found[holder.subject]?.isSound == true else {
        return (current, reversed)
      }
      current = holder.subject
    }
    return nil
  }

  /// Leaves out lists that hold others deeper than readers go.
  private mutating func dropDeep() {
    var holders: [TermID: TermID] = [:]
    for (head, held) in items {
      for item in held where items[item] != nil { holders[item] = head }
    }
    for head in items.keys where Self.depth(of: head, holders) == nil { items[head] = nil }
  }

  /// How many lists hold one, or nil where they are too many or hold one another in a circle.
  private static func depth(of head: TermID, _ holders: [TermID: TermID]) -> Int? {
    var depth = 0
    var current = head
    while let holder = holders[current] {
      depth += 1
      if depth > JSONLDGraph.listDepth { return nil }
      current = holder
    }
    return depth
  }
}
