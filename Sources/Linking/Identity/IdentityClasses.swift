/// Which IRIs stand for one thing, joined pair by pair.
///
/// What comes out does not depend on the order of the pairs. It needs some 200 bytes an IRI.
public struct IdentityClasses: Sendable {
  /// How an IRI is fit to name all of its class.
  public enum Rank: UInt8, Comparable, Sendable {
    /// An authority gives it.
    case link
    /// Records give it to an entity.
    case entity

    /// Whether a rank is less fit than another.
    public static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
  }

  private var numbers: [String: Int32] = [:]
  private var iris: [String] = []
  private var ranks: [Rank] = []
  /// Towards the class's first member.
  private var parents: [Int32] = []
  /// What a table puts in the place of an IRI.
  private var targets: [Int32: Int32] = [:]

  /// Makes an empty one.
  public init() {}

  private mutating func number(of iri: String, _ rank: Rank) -> Int32 {
    if let known = numbers[iri] {
      ranks[Int(known)] = max(ranks[Int(known)], rank)
      return known
    }
    let number = Int32(iris.count)
    numbers[iri] = number
    iris.append(iri)
    ranks.append(rank)
    parents.append(number)
    return number
  }

  private mutating func root(_ number: Int32) -> Int32 {
    var root = number
    while parents[Int(root)] != root { root = parents[Int(root)] }
    var next = number
    while parents[Int(next)] != root { (next, parents[Int(next)]) = (parents[Int(next)], root) }
    return root
  }

  private mutating func join(_ one: Int32, _ other: Int32) {
    let (first, second) = (root(one), root(other))
    if first != second { parents[Int(max(first, second))] = min(first, second) }
  }

  /// Says that an entity and what it is linked to are one thing.
  ///
  /// - Parameters:
  ///   - entity: the entity's IRI where others may name it by that; nil of one that is its article's.
  ///   - same: the IRIs it is linked to.
  public mutating func add(entity: String?, same: [String]) {
    guard same.count + (entity == nil ? 0 : 1) > 1 else { return }
    var first = entity.map { number(of: $0, .entity) }
    for link in same {
      let number = number(of: link, .link)
      if let first { join(first, number) }
      first = first ?? number
    }
  }

  /// Says that a table gives an entity an IRI; the first one for an entity takes its place.
  public mutating func add(row entity: String, is iri: String) {
    let (one, other) = (number(of: entity, .link), number(of: iri, .link))
    join(one, other)
    if targets[one] == nil { targets[one] = other }
  }

  /// The IRI that stands for the class of each IRI: where the table leads, else the least of those
  /// that records give an entity, else what is made of the least link.
  ///
  /// - Parameter make: what makes a node's IRI of a link.
  /// - Returns: the nodes' IRIs by those that they stand for.
  public mutating func nodes(ofLink make: (String) -> String) -> [String: String] {
    var chosen: [Int32: Int32] = [:]
    var led: Set<Int32> = []
    // In the order of the IRIs' bytes, and so of no other.
    let order = iris.indices.sorted { iris[$0].utf8.lexicographicallyPrecedes(iris[$1].utf8) }
    for index in order {
      let number = Int32(index)
      let root = root(number)
      if let end = end(from: number) {
        // The least IRI that the table leads on decides, should it lead to several.
        if led.insert(root).inserted { chosen[root] = end }
      } else if !led.contains(root) {
        guard let other = chosen[root] else {
          chosen[root] = number
          continue
        }
        if ranks[Int(other)] < ranks[index] { chosen[root] = number }
      }
    }
    var nodes: [String: String] = [:]
    for index in iris.indices {
      let root = root(Int32(index))
      guard let choice = chosen[root] else { continue }
      let name = iris[Int(choice)]
      let isLink = ranks[Int(choice)] == .link && !led.contains(root)
      let node = isLink ? make(name) : name
      // What is linked to an IRI that the table leads to is that node too.
      if node != iris[index] || led.contains(root) { nodes[iris[index]] = node }
    }
    return nodes
  }

  /// Where the table leads from an IRI; nil where it does not lead on.
  private func end(from number: Int32) -> Int32? {
    guard var place = targets[number] else { return nil }
    var seen: Set<Int32> = [number, place]
    while let next = targets[place], seen.insert(next).inserted { place = next }
    return place
  }
}
