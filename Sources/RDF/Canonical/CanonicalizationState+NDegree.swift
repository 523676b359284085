/// The hash of the paths from a blank node, and the identifiers issued on the way.
struct HashedPath {
  let hash: [UInt8]
  let issuer: BlankNodeIssuer
}

extension CanonicalizationState {
  /// How deep paths are followed: what a thread's stack holds in any build.
  static let deepest = 400

  /// Hashes the ways that lead from a blank node to others.
  ///
  /// - SeeAlso: RDF Dataset Canonicalization, section 4.8 (Hash N-Degree Quads).
  mutating func hashNDegree(
    _ node: Int, _ given: BlankNodeIssuer, _ terms: borrowing TermTable, depth: Int
  ) throws(CanonicalizationError) -> HashedPath {
    guard depth < Self.deepest else {
      throw .tooMuchWork(blankNodes: nodes.count, limit: limit)
    }
    var issuer = given
    var data: [UInt8] = []
    for (hash, related) in try related(to: node, issuer, terms) {
      data += hash
      var chosen: (path: [UInt8], issuer: BlankNodeIssuer)?
      var permutations = Permutations(related)
      repeat {
        guard
          let found = try path(
            permutations.current, issuer, before: chosen?.path, terms, depth: depth)
        else { continue }
        if chosen.map({ precedes(found, $0) }) ?? true { chosen = found }
      } while permutations.advance()
      guard let chosen else { continue }
      data += chosen.path
      issuer = chosen.issuer
    }
    return HashedPath(hash: digest.hexadecimal(of: data), issuer: issuer)
  }

  /// The blank nodes that share a quad with one, by the hash of how they are related, in order.
  ///
  /// - SeeAlso: RDF Dataset Canonicalization, section 4.8.3 (step 3).
  private mutating func related(
    to node: Int, _ issuer: BlankNodeIssuer, _ terms: borrowing TermTable
  ) throws(CanonicalizationError) -> [(hash: [UInt8], nodes: [Int])] {
    var found: [[UInt8]: [Int]] = [:]
    for position in mentions[node] {
      let quad = quads[position]
      for (place, term) in [("s", quad.subject), ("o", quad.object), ("g", quad.graph)] {
        guard let other = self.node(term), other != node else { continue }
        try spend(1)
        let hash = hashRelated(other, quad, issuer, place, terms)
        found[hash, default: []].append(other)
      }
    }
    return found.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { (hash: $0.key, nodes: $0.value) }
  }

  /// Hashes how a blank node stands to another in a quad.
  ///
  /// - SeeAlso: RDF Dataset Canonicalization, section 4.7 (Hash Related Blank Node).
  private func hashRelated(
    _ node: Int, _ quad: Quad, _ issuer: BlankNodeIssuer, _ place: String,
    _ terms: borrowing TermTable
  ) -> [UInt8] {
    var input = Array(place.utf8)
    if place != "g" { CanonicalLine.append(quad.predicate, of: terms, to: &input) }
    if !appendIdentifier(of: node, issuer, to: &input) { input += firstDegree[node] }
    return digest.hexadecimal(of: input)
  }

  /// Appends the identifier of a blank node, canonical or of an issuer, and says whether it has one.
  private func appendIdentifier(
    of node: Int, _ issuer: BlankNodeIssuer, to output: inout [UInt8]
  ) -> Bool {
    if let number = canonical.number(of: node) {
      output.append(contentsOf: "_:c14n\(number)".utf8)
    } else if let number = issuer.number(of: node) {
      output.append(contentsOf: "_:b\(number)".utf8)
    } else {
      return false
    }
    return true
  }

  /// The path through related nodes in one order, or nil where it cannot come before another.
  ///
  /// - SeeAlso: RDF Dataset Canonicalization, section 4.8.3 (steps 5.4.1 to 5.4.6).
  private mutating func path(
    _ order: [Int], _ given: BlankNodeIssuer, before chosen: [UInt8]?,
    _ terms: borrowing TermTable, depth: Int
  ) throws(CanonicalizationError) -> (path: [UInt8], issuer: BlankNodeIssuer)? {
    try spend(order.count + given.issued.count / 16)
    var issuer = given
    var path: [UInt8] = []
    var unvisited: [Int] = []
    func isTooLate(_ path: [UInt8]) -> Bool {
      guard let chosen, path.count >= chosen.count else { return false }
      return chosen.lexicographicallyPrecedes(path)
    }
    for node in order {
      if !appendIdentifier(of: node, issuer, to: &path) {
        unvisited.append(node)
        issuer.issue(node)
        _ = appendIdentifier(of: node, issuer, to: &path)
      }
      if isTooLate(path) { return nil }
    }
    for node in unvisited {
      let result = try hashNDegree(node, issuer, terms, depth: depth + 1)
      path.append(contentsOf: "_:b\(issuer.issue(node))<".utf8)
      path += result.hash
      path.append(UInt8(ascii: ">"))
      issuer = result.issuer
      if isTooLate(path) { return nil }
    }
    return (path, issuer)
  }
}
