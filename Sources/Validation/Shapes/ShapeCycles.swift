internal import RDF

/// Finds shapes that refer to themselves.
///
/// It goes as Tarjan's algorithm does (Depth-first search and linear graph algorithms, 1972).
///
/// - SeeAlso: SHACL, section 3.4.3 (recursive shapes graphs).
struct ShapeCycles {
  private let references: [[Int]]
  private var order: [Int]
  private var lowest: [Int]
  private var isOpen: [Bool]
  private var open: [Int] = []
  private var count = 0
  /// The number of the component of each shape; shapes of one component refer to each other.
  private(set) var component: [Int]
  /// One way round for each component that has one, the first shape last again.
  private(set) var cycles: [[Int]] = []

  init(_ references: [[Int]]) {
    self.references = references
    order = Array(repeating: -1, count: references.count)
    lowest = order
    component = order
    isOpen = Array(repeating: false, count: references.count)
    for start in references.indices where order[start] < 0 { visit(start) }
    var isKnown = Set<Int>()
    for start in references.indices where !isKnown.contains(component[start]) {
      guard let cycle = cycle(from: start) else { continue }
      isKnown.insert(component[start])
      cycles.append(cycle)
    }
  }

  /// Whether a reference is part of a cycle.
  func isCyclic(from: Int, to: Int) -> Bool { component[from] == component[to] }

  /// Numbers the components below a shape; a stack of its own, for chains may be long.
  private mutating func visit(_ start: Int) {
    var path: [(shape: Int, next: Int)] = []
    enter(start)
    path.append((start, 0))
    while let (shape, next) = path.last {
      if next < references[shape].count {
        path[path.count - 1].next += 1
        let other = references[shape][next]
        if order[other] < 0 {
          enter(other)
          path.append((other, 0))
        } else if isOpen[other] {
          lowest[shape] = min(lowest[shape], order[other])
        }
        continue
      }
      path.removeLast()
      if let above = path.last?.shape { lowest[above] = min(lowest[above], lowest[shape]) }
      guard lowest[shape] == order[shape] else { continue }
      while let member = open.popLast() {
        isOpen[member] = false
        component[member] = order[shape]
        if member == shape { break }
      }
    }
  }

  private mutating func enter(_ shape: Int) {
    order[shape] = count
    lowest[shape] = count
    count += 1
    open.append(shape)
    isOpen[shape] = true
  }

  /// The shortest way from a shape back to it, or nil.
  private func cycle(from start: Int) -> [Int]? {
    var before: [Int: Int] = [:]
    var queue = [start]
    var next = 0
    while next < queue.count {
      let shape = queue[next]
      next += 1
      for other in references[shape] where component[other] == component[start] {
        if other == start {
          var way = [start]
          var step = shape
          while step != start {
            way.append(step)
            step = before[step] ?? start
          }
          way.append(start)
          return way.reversed()
        }
        guard before[other] == nil else { continue }
        before[other] = shape
        queue.append(other)
      }
    }
    return nil
  }
}
