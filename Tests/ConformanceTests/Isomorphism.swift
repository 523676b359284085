/// Whether two sets of quads are one but for the labels of their blank nodes.
///
/// Blank nodes are coloured by what stands around them until the colours settle; nodes that still
/// share a colour are told apart by trying each of them.
///
/// - SeeAlso: RDF 1.1 Concepts, section 3.6 (graph isomorphism).
enum Isomorphism {
  static func holds(_ left: Set<[String]>, _ right: Set<[String]>) -> Bool {
    guard left.count == right.count else { return false }
    return match(left, colours(of: left), right, colours(of: right))
  }

  private static func isBlank(_ term: String) -> Bool { term.hasPrefix("_:") }

  private static func colours(of quads: Set<[String]>) -> [String: Int] {
    var colours: [String: Int] = [:]
    for quad in quads { for term in quad where isBlank(term) { colours[term] = 0 } }
    return colours
  }

  private static func match(
    _ left: Set<[String]>, _ leftColours: [String: Int], _ right: Set<[String]>,
    _ rightColours: [String: Int]
  ) -> Bool {
    var (first, second) = (leftColours, rightColours)
    while true {
      let before = Set(first.values).count
      var numbers: [[String]: Int] = [:]
      let (refinedFirst, refinedSecond) = (
        refined(first, left, &numbers), refined(second, right, &numbers)
      )
      (first, second) = (refinedFirst, refinedSecond)
      guard first.values.sorted() == second.values.sorted() else { return false }
      if Set(first.values).count == before { break }
    }
    let classes = Dictionary(grouping: first.keys.sorted()) { first[$0] ?? 0 }
    guard
      let open = classes.filter({ $0.value.count > 1 }).min(by: { $0.value.count < $1.value.count })
    else {
      let names = Dictionary(uniqueKeysWithValues: second.map { ($0.value, $0.key) })
      let renamed = left.map { $0.map { first[$0].flatMap { names[$0] } ?? $0 } }
      return Set(renamed) == right
    }
    let chosen = open.value[0]
    let mark = (first.values.max() ?? 0) + 1
    for candidate in second.keys.sorted() where second[candidate] == open.key {
      var (one, other) = (first, second)
      one[chosen] = mark
      other[candidate] = mark
      if match(left, one, right, other) { return true }
    }
    return false
  }

  /// Colours by the quads a node is in, with the colours of the nodes beside it.
  private static func refined(
    _ colours: [String: Int], _ quads: Set<[String]>, _ numbers: inout [[String]: Int]
  ) -> [String: Int] {
    var around: [String: [String]] = [:]
    for quad in quads {
      for node in Set(quad.filter(isBlank)) {
        let shown = quad.map { term in
          term == node ? "_:" : colours[term].map { "_:\($0)" } ?? term
        }
        around[node, default: []].append(shown.joined(separator: " "))
      }
    }
    var refined: [String: Int] = [:]
    for (node, colour) in colours {
      let key = ["\(colour)"] + (around[node] ?? []).sorted()
      let number = numbers[key] ?? numbers.count
      numbers[key] = number
      refined[node] = number
    }
    return refined
  }
}
