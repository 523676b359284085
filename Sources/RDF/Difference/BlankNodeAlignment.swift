/// Finds for blank nodes of one dataset those of another that are the same thing, changed.
///
/// Any pairing gives a difference that is true; a good one gives a short one. Nodes are paired when
/// all that is said of them is alike and so of no others, then when one thing is that no others
/// share: whose value they are and by which property, a label, a number. A class is not enough.
/// What cannot be paired so is left alone.
struct BlankNodeAlignment {
  /// A quad of both datasets' terms under one numbering; blank nodes have numbers of their own.
  struct Statement {
    let subject: Slot
    let predicate: TermID
    let object: Slot
    let graph: Slot
  }

  /// What stands in a place of a quad.
  enum Slot: Hashable {
    /// A term that is no blank node, or the default graph.
    case term(TermID)
    /// A blank node of this dataset.
    case node(Int)
    /// A blank node that is paired, by the number of the pair.
    case pair(Int)
    /// The blank node that is spoken of.
    case this
    /// A blank node that is not paired yet.
    case open
  }

  /// A quad as seen from one of its blank nodes.
  private struct Mention: Hashable {
    let subject: Slot
    let predicate: TermID
    let object: Slot
    let graph: Slot

    /// Whether it says who the node is: all else in it is known, and it is not its class.
    var isTelling: Bool {
      ![subject, object, graph].contains(.open) && !(predicate == .rdfType && subject == .this)
    }
  }

  /// One dataset's quads and which of its nodes are paired.
  private struct Side {
    let statements: [Statement]
    var pairs: [Int?]
    private var positions: [[Int]]

    init(_ statements: [Statement], nodes: Int) {
      self.statements = statements
      pairs = Array(repeating: nil, count: nodes)
      positions = Array(repeating: [], count: nodes)
      for (position, statement) in statements.enumerated() {
        for slot in [statement.subject, statement.object, statement.graph] {
          guard case .node(let node) = slot, positions[node].last != position else { continue }
          positions[node].append(position)
        }
      }
    }

    var open: [Int] { pairs.indices.filter { pairs[$0] == nil } }

    func mentions(of node: Int) -> [Mention: Int] {
      var found: [Mention: Int] = [:]
      for position in positions[node] {
        let statement = statements[position]
        let mention = Mention(
          subject: seen(statement.subject, from: node), predicate: statement.predicate,
          object: seen(statement.object, from: node), graph: seen(statement.graph, from: node))
        found[mention, default: 0] += 1
      }
      return found
    }

    private func seen(_ slot: Slot, from node: Int) -> Slot {
      guard case .node(let other) = slot else { return slot }
      return other == node ? .this : pairs[other].map { .pair($0) } ?? .open
    }
  }

  private var old: Side
  private var new: Side
  private var count = 0

  /// Pairs the nodes of two lists of quads.
  ///
  /// - Returns: for each node of the new list the one of the old list it is paired with, or nil.
  static func pair(
    old: [Statement], nodes oldCount: Int, new: [Statement], nodes newCount: Int
  ) -> [Int?] {
    var alignment = BlankNodeAlignment(
      old: Side(old, nodes: oldCount), new: Side(new, nodes: newCount))
    while alignment.pairByAll() || alignment.pairByOne() {}
    var nodeOfPair: [Int: Int] = [:]
    for (node, pair) in alignment.old.pairs.enumerated() {
      if let pair { nodeOfPair[pair] = node }
    }
    return alignment.new.pairs.map { pair in pair.flatMap { nodeOfPair[$0] } }
  }

  private mutating func pair(_ left: Int, _ right: Int) -> Bool {
    guard old.pairs[left] == nil, new.pairs[right] == nil else { return false }
    old.pairs[left] = count
    new.pairs[right] = count
    count += 1
    return true
  }

  /// Pairs nodes of which all the same is said, and of no others.
  private mutating func pairByAll() -> Bool {
    let (left, right) = (Self.byAll(old), Self.byAll(new))
    var isFurther = false
    for node in new.open {
      let mentions = new.mentions(of: node)
      guard let twins = right[mentions], twins.count == 1, let others = left[mentions],
        others.count == 1
      else { continue }
      if pair(others[0], node) { isFurther = true }
    }
    return isFurther
  }

  private static func byAll(_ side: Side) -> [[Mention: Int]: [Int]] {
    var found: [[Mention: Int]: [Int]] = [:]
    for node in side.open { found[side.mentions(of: node), default: []].append(node) }
    return found
  }

  /// Pairs the nodes that share most of what is said of one alone on either side.
  private mutating func pairByOne() -> Bool {
    let (left, right) = (Self.byOne(old), Self.byOne(new))
    var votes: [[Int]: Int] = [:]
    for (mention, nodes) in right where nodes.count == 1 {
      guard let others = left[mention], others.count == 1 else { continue }
      votes[[others[0], nodes[0]], default: 0] += 1
    }
    // The strongest alone, for each pair tells more of the others.
    let best = votes.max {
      $0.value == $1.value ? $1.key.lexicographicallyPrecedes($0.key) : $0.value < $1.value
    }
    guard let most = best?.value else { return false }
    var isFurther = false
    for key in votes.filter({ $0.value == most }).keys.sorted(by: {
      $0.lexicographicallyPrecedes($1)
    }) where pair(key[0], key[1]) {
      isFurther = true
    }
    return isFurther
  }

  private static func byOne(_ side: Side) -> [Mention: [Int]] {
    var found: [Mention: [Int]] = [:]
    for node in side.open {
      for mention in side.mentions(of: node).keys where mention.isTelling {
        found[mention, default: []].append(node)
      }
    }
    return found
  }
}
