/// What the algorithm keeps of one dataset; blank nodes are numbers from 0 in it.
///
/// - SeeAlso: RDF Dataset Canonicalization, section 4.3 (canonicalization state).
struct CanonicalizationState {
  let quads: [Quad]
  /// The blank nodes in order of appearance.
  private(set) var nodes: [TermID] = []
  private var numbers: [TermID: Int] = [:]
  /// For each blank node the positions of its quads, each once.
  private(set) var mentions: [[Int]] = []
  private(set) var firstDegree: [[UInt8]] = []
  /// For each blank node a number that breaks ties; see ``rank(_:)``.
  private(set) var ranks: [Int] = []
  var canonical = BlankNodeIssuer()
  /// How many steps are left.
  var left: Int
  let limit: Int
  let digest: DigestAlgorithm

  init(
    _ quads: [Quad], _ terms: borrowing TermTable, digest: DigestAlgorithm, limit: Int, left: Int
  ) {
    self.quads = quads
    self.digest = digest
    self.limit = limit
    self.left = left
    for (position, quad) in quads.enumerated() {
      for term in [quad.subject, quad.object, quad.graph]
      where term != .defaultGraph && terms.kind(of: term) == .blankNode {
        let node = numbers[term] ?? nodes.count
        if node == nodes.count {
          numbers[term] = node
          nodes.append(term)
          mentions.append([])
        }
        if mentions[node].last != position { mentions[node].append(position) }
      }
    }
    self.left += Canonicalizer.stepsPerBlankNode * nodes.count
  }

  /// The number in the state of a term, or nil where it is no blank node.
  func node(_ term: TermID) -> Int? { numbers[term] }

  /// The number in the canonical label of a blank node.
  func canonicalNumber(of term: TermID) -> Int? {
    numbers[term].flatMap { canonical.number(of: $0) }
  }

  /// Takes steps off those that are left.
  mutating func spend(_ steps: Int) throws(CanonicalizationError) {
    left -= steps
    guard left >= 0 else { throw .tooMuchWork(blankNodes: nodes.count, limit: limit) }
  }

  /// Hashes what is said of each blank node, with no look at who the others are.
  ///
  /// - SeeAlso: RDF Dataset Canonicalization, section 4.6 (Hash First Degree Quads).
  mutating func hashFirstDegree(_ terms: borrowing TermTable) {
    firstDegree.reserveCapacity(nodes.count)
    for (node, term) in nodes.enumerated() {
      var lines: [[UInt8]] = []
      for position in mentions[node] {
        var line: [UInt8] = []
        CanonicalLine.append(quads[position], of: terms, to: &line) { other, line in
          line.append(UInt8(ascii: other == term ? "a" : "z"))
        }
        lines.append(line)
      }
      firstDegree.append(digest.hexadecimal(of: CanonicalLine.joined(lines)))
    }
  }

  /// Issues the canonical identifiers: to nodes with a hash of their own first, then to the others.
  ///
  /// - SeeAlso: RDF Dataset Canonicalization, section 4.4.3 (steps 3 to 5).
  mutating func issueCanonical(_ terms: borrowing TermTable) throws(CanonicalizationError) {
    let groups = Self.grouped(firstDegree)
    for group in groups where group.count == 1 { canonical.issue(group[0]) }
    if groups.count < nodes.count { rank(terms) }
    for group in groups where group.count > 1 {
      var paths: [HashedPath] = []
      for node in group where canonical.number(of: node) == nil {
        var issuer = BlankNodeIssuer()
        issuer.issue(node)
        paths.append(try hashNDegree(node, issuer, terms, depth: 0))
      }
      for path in paths.sorted(by: { precedes(($0.hash, $0.issuer), ($1.hash, $1.issuer)) }) {
        for node in path.issuer.issued { canonical.issue(node) }
      }
    }
  }

  /// Whether a path comes before another; of equal ones, by the ranks of the nodes on the way.
  func precedes(
    _ left: (path: [UInt8], issuer: BlankNodeIssuer),
    _ right: (path: [UInt8], issuer: BlankNodeIssuer)
  ) -> Bool {
    if left.path != right.path { return left.path.lexicographicallyPrecedes(right.path) }
    return left.issuer.issued.lazy.map { ranks[$0] }
      .lexicographicallyPrecedes(right.issuer.issued.lazy.map { ranks[$0] })
  }

  /// Ranks blank nodes by all that surrounds them, to break ties that the algorithm leaves open.
  ///
  /// Its hashes of related nodes tell neither graph names nor where in a quad the node itself
  /// stands, so with graph names nodes that are not alike can tie; their order must not hang on
  /// the labels they came with. Without graph names ties are between nodes that are alike.
  private mutating func rank(_ terms: borrowing TermTable) {
    ranks = Array(repeating: 0, count: nodes.count)
    let needsRanks = quads.contains { quad in
      quad.graph != .defaultGraph
        && [quad.subject, quad.object, quad.graph].count { numbers[$0] != nil } > 1
    }
    guard needsRanks else { return }
    var colours = firstDegree
    var classes = 0
    var found = Self.grouped(colours)
    while found.count > classes, found.count < nodes.count {
      classes = found.count
      let before = colours
      for (node, term) in nodes.enumerated() {
        var lines: [[UInt8]] = [before[node]]
        for position in mentions[node] {
          var line: [UInt8] = []
          CanonicalLine.append(quads[position], of: terms, to: &line) { other, line in
            line.append(UInt8(ascii: other == term ? "a" : "z"))
            if let other = numbers[other] { line += before[other] }
          }
          lines.append(line)
        }
        colours[node] = digest.hexadecimal(of: CanonicalLine.joined(lines))
      }
      found = Self.grouped(colours)
    }
    for (rank, group) in found.enumerated() {
      for node in group { ranks[node] = rank }
    }
  }

  /// Positions by equal hashes, in the order of the hashes.
  private static func grouped(_ hashes: [[UInt8]]) -> [[Int]] {
    let order = hashes.indices.sorted {
      hashes[$0] == hashes[$1] ? $0 < $1 : hashes[$0].lexicographicallyPrecedes(hashes[$1])
    }
    var groups: [[Int]] = []
    for index in order {
      if let last = groups.last?.first, hashes[last] == hashes[index] {
        groups[groups.count - 1].append(index)
      } else {
        groups.append([index])
      }
    }
    return groups
  }
}
