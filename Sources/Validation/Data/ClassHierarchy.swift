internal import RDF

/// Which class is a subclass of which, over one table's numbers.
struct ClassHierarchy: Sendable {
  private var above: [TermID: Set<TermID>] = [:]
  private var below: [TermID: [TermID]] = [:]

  /// Closes rdfs:subClassOf over quads.
  init(_ quads: some Sequence<Quad>, subClassOf: TermID) {
    var direct: [TermID: [TermID]] = [:]
    for quad in quads where quad.predicate == subClassOf {
      direct[quad.subject, default: []].append(quad.object)
    }
    for start in direct.keys {
      var found: Set<TermID> = [start]
      var open = [start]
      while let next = open.popLast() {
        for one in direct[next] ?? [] where found.insert(one).inserted { open.append(one) }
      }
      above[start] = found
      for one in found where one != start { below[one, default: []].append(start) }
    }
    for (key, list) in below { below[key] = list.sorted() }
  }

  func isBelow(_ type: TermID, _ other: TermID) -> Bool {
    type == other || above[type]?.contains(other) == true
  }

  /// A class and all above it.
  func ancestors(_ type: TermID) -> Set<TermID> { above[type] ?? [type] }

  /// A class and all below it.
  func descendants(_ type: TermID) -> [TermID] { [type] + (below[type] ?? []) }
}
