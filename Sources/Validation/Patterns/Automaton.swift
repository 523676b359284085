/// A nondeterministic finite automaton that is run on all its paths at once.
///
/// Each code point of a text visits each state at most once, so that time is linear in the text
/// for every pattern, and memory does not depend on the text (K. Thompson, Regular expression
/// search algorithm, 1968).
struct Automaton: Sendable {
  /// The most states that a pattern may take.
  static let limit = 20_000
  /// The most steps from state to state that a text may take, beside 64 for each of its bytes.
  static let stepLimit = 20_000_000

  /// The room that matching takes, kept from one text to the next.
  struct Room {
    /// The states that wait for the next code point, and those that will for the one after.
    fileprivate var current: [Int] = []
    fileprivate var following: [Int] = []
    fileprivate var pending: [Int] = []
    /// At which turn each state was last visited; a turn is one place of one text.
    fileprivate var visits: [Int] = []
    fileprivate var turn = 0
    fileprivate var steps = 0

    fileprivate mutating func begin(_ stateCount: Int) {
      current.removeAll(keepingCapacity: true)
      following.removeAll(keepingCapacity: true)
      pending.removeAll(keepingCapacity: true)
      if visits.count < stateCount {
        visits += Array(repeating: 0, count: stateCount - visits.count)
      }
      turn += 1
      steps = 0
    }
  }

  private enum State {
    /// Goes on past one code point of a set, which is kept by its index.
    case consume(Int, next: Int)
    /// Goes on both ways.
    case fork(Int, Int)
    /// Goes on where the anchor holds.
    case anchor(PatternNode.Anchor, next: Int)
    /// The text matches.
    case accept
  }

  /// A place between two code points; nil stands for an end of the text.
  private struct Place {
    let index: Int
    let previous: Unicode.Scalar?
    let next: Unicode.Scalar?
  }

  private var states: [State] = [.accept]
  private var sets: [ScalarSet] = []
  private var start = 0
  /// Whether it can match nowhere but at the start of a text.
  private var isAnchored = false

  /// Compiles a tree.
  ///
  /// - Throws: ``PatternError/tooLarge(limit:)``.
  init(_ node: PatternNode) throws(PatternError) {
    // Before anything is written out: a short pattern can ask for any number of states.
    guard try Self.size(of: node) < Self.limit else { throw .tooLarge(limit: Self.limit) }
    var indices: [ScalarSet: Int] = [:]
    start = compile(node, next: 0, indices: &indices)
    isAnchored = startsWithAnchor()
  }

  // MARK: Compiling

  /// How many states a node takes.
  private static func size(of node: PatternNode) throws(PatternError) -> Int {
    var total = 0
    switch node {
    case .empty: break
    case .scalar, .anchor: total = 1
    case .sequence(let parts):
      for part in parts { total += try size(of: part) }
    case .choice(let branches):
      total = branches.count - 1
      for branch in branches { total += try size(of: branch) }
    case .repetition(let body, let atLeast, let atMost):
      let once = try size(of: body)
      guard atLeast <= limit, atMost ?? 0 <= limit else { throw .tooLarge(limit: limit) }
      total =
        if let atMost {
          atLeast * once + (atMost - atLeast) * (once + 1)
        } else {
          max(atLeast, 1) * once + 1
        }
    }
    guard total <= limit else { throw .tooLarge(limit: limit) }
    return total
  }

  /// Adds the states of a node, and returns the first; all its paths lead to the next.
  private mutating func compile(
    _ node: PatternNode, next: Int, indices: inout [ScalarSet: Int]
  ) -> Int {
    switch node {
    case .empty: return next
    case .scalar(let set):
      let index = indices[set] ?? sets.count
      if index == sets.count {
        sets.append(set)
        indices[set] = index
      }
      return add(.consume(index, next: next))
    case .anchor(let anchor): return add(.anchor(anchor, next: next))
    case .sequence(let parts):
      var first = next
      for part in parts.reversed() { first = compile(part, next: first, indices: &indices) }
      return first
    case .choice(let branches):
      var first: Int?
      for branch in branches.reversed() {
        let other = compile(branch, next: next, indices: &indices)
        first = first.map { add(.fork(other, $0)) } ?? other
      }
      return first ?? next
    case .repetition(let body, let atLeast, let atMost):
      var first = next
      var copies = atLeast
      if let atMost {
        for _ in atLeast..<atMost {
          let other = compile(body, next: first, indices: &indices)
          first = add(.fork(other, next))
        }
      } else {
        // The loop: a fork that is made before the body it leads to.
        let fork = add(.fork(next, next))
        let again = compile(body, next: fork, indices: &indices)
        states[fork] = .fork(again, next)
        first = atLeast > 0 ? again : fork
        copies = max(atLeast - 1, 0)
      }
      for _ in 0..<copies { first = compile(body, next: first, indices: &indices) }
      return first
    }
  }

  private mutating func add(_ state: State) -> Int {
    states.append(state)
    return states.count - 1
  }

  /// Whether every path passes the start of the text before anything else.
  private func startsWithAnchor() -> Bool {
    var pending = [start]
    var isSeen = [Bool](repeating: false, count: states.count)
    while let index = pending.popLast() {
      guard !isSeen[index] else { continue }
      isSeen[index] = true
      switch states[index] {
      case .fork(let one, let other): pending += [one, other]
      case .anchor(.textStart, _): break
      case .consume, .accept, .anchor: return false
      }
    }
    return true
  }

  // MARK: Matching

  /// Whether a match begins anywhere in a text; nil when that takes too many steps.
  func matches(_ text: String, in room: inout Room) -> Bool? {
    var scalars = text.unicodeScalars.makeIterator()
    var place = Place(index: 0, previous: nil, next: scalars.next())
    room.begin(states.count)
    let limit = Self.stepLimit + 64 * text.utf8.count
    while true {
      if place.index == 0 || !isAnchored {
        if follow(start, at: place, &room) { return true }
      }
      // What the start leads to was collected last; those before it come first.
      swap(&room.current, &room.following)
      room.following.removeAll(keepingCapacity: true)
      room.turn += 1
      guard room.steps <= limit else { return nil }
      guard let scalar = place.next, !isAnchored || !room.current.isEmpty else { return false }
      place = Place(index: place.index + 1, previous: scalar, next: scalars.next())
      var position = 0
      while position < room.current.count {
        let index = room.current[position]
        position += 1
        room.steps += 1
        guard case .consume(let set, let next) = states[index], sets[set].contains(scalar) else {
          continue
        }
        if follow(next, at: place, &room) { return true }
      }
    }
  }

  /// Collects the states that can be reached without a code point and wait for one.
  ///
  /// - Returns: Whether one of those reached accepts.
  private func follow(_ first: Int, at place: Place, _ room: inout Room) -> Bool {
    room.pending.append(first)
    while let index = room.pending.popLast() {
      guard room.visits[index] != room.turn else { continue }
      room.visits[index] = room.turn
      room.steps += 1
      switch states[index] {
      case .accept: return true
      case .consume: room.following.append(index)
      case .fork(let one, let other):
        room.pending.append(other)
        room.pending.append(one)
      case .anchor(let anchor, let next):
        if anchor.holds(after: place.previous, before: place.next) { room.pending.append(next) }
      }
    }
    return false
  }
}
