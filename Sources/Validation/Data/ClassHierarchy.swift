internal import RDF

/// Which class is a subclass of which, over one table's numbers.
struct ClassHierarchy: Sendable {
  private var direct: [TermID: [TermID]] = [:]
  private var directBelow: [TermID: [TermID]] = [:]
  /// A class and all above it; nil where there are more pairs than can be held, as a long chain has.
  private var above: [TermID: Set<TermID>]? = [:]

  /// How many pairs of a class and one above it are held.
  private static let pairLimit = 1 << 21

  /// Takes rdfs:subClassOf, or another property of its kind, from quads.
  init(_ quads: some Sequence<Quad>, subClassOf: TermID) {
    for quad in quads where quad.predicate == subClassOf {
      direct[quad.subject, default: []].append(quad.object)
      directBelow[quad.object, default: []].append(quad.subject)
    }
    var pairCount = 0
    for start in direct.keys {
      let found = Self.reached(from: start, direct)
      pairCount += found.count
      guard pairCount <= Self.pairLimit else {
        above = nil
        return
      }
      above?[start] = Set(found)
    }
  }

  private static func reached(from start: TermID, _ steps: [TermID: [TermID]]) -> [TermID] {
    var found = [start]
    var seen: Set = [start]
    var next = 0
    while next < found.count {
      for one in steps[found[next]] ?? [] where seen.insert(one).inserted { found.append(one) }
      next += 1
    }
    return found
  }

  func isBelow(_ type: TermID, _ other: TermID) -> Bool {
    if type == other { return true }
    guard let above else {
      return direct[type] != nil && Self.reached(from: type, direct).contains(other)
    }
    return above[type]?.contains(other) == true
  }

  /// A class and all above it.
  func ancestors(_ type: TermID) -> Set<TermID> {
    guard let above else { return Set(Self.reached(from: type, direct)) }
    return above[type] ?? [type]
  }

  /// A class and all below it.
  func descendants(_ type: TermID) -> [TermID] {
    [type] + Self.reached(from: type, directBelow).dropFirst().sorted()
  }
}
