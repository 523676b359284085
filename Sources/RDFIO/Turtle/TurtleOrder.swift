internal import RDF

/// Puts quads in the order in which Turtle and TriG write them, each once.
///
/// Graphs and subjects stand by their kind and text: the default graph, IRIs, blank nodes. Of a
/// subject rdf:type and rdfs:label come first, then other predicates by their IRIs, and values by
/// their spelling. No order depends on that of the quads.
struct TurtleOrder {
  private let bytes: [UInt8]
  /// Where the text of each ranked term stands.
  private struct Text {
    let term: TermID
    let kind: Int
    let start: Int
    let end: Int
  }

  init(_ terms: borrowing TermTable) {
    bytes = terms.bytes
  }

  /// Sorts quads, without their graphs' names or with them.
  func sorted(
    _ quads: [Quad], byGraph: Bool, _ terms: borrowing TermTable
  ) -> [Quad] {
    let subjects = ranks(of: quads, { $0.subject }, terms)
    var sorted = Self.distributed(quads, { $0.subject }, subjects)
    if byGraph {
      let graphs = ranks(of: sorted, { $0.graph }, terms)
      if graphs.count > 1 { sorted = Self.distributed(sorted, { $0.graph }, graphs) }
    }
    sortRuns(&sorted, byGraph: byGraph, terms)
    return Self.distinct(sorted, byGraph: byGraph)
  }

  /// The rank of each term that stands at a place, by its number; how many ranks there are.
  private func ranks(
    of quads: [Quad], _ place: (Quad) -> TermID, _ terms: borrowing TermTable
  ) -> (ranks: [UInt32], count: Int) {
    var ranks = [UInt32](repeating: 0, count: terms.count)
    var texts: [Text] = []
    var seen = [Bool](repeating: false, count: terms.count)
    for quad in quads {
      let term = place(quad)
      guard !seen[Int(term.rawValue)] else { continue }
      seen[Int(term.rawValue)] = true
      texts.append(text(of: term, terms))
    }
    texts.sort(by: precedes)
    for (rank, text) in texts.enumerated() { ranks[Int(text.term.rawValue)] = UInt32(rank) }
    return (ranks, texts.count)
  }

  private func text(of term: TermID, _ terms: borrowing TermTable) -> Text {
    let spelling = terms.spelling(of: term)
    if term == .defaultGraph { return Text(term: term, kind: 0, start: 0, end: 0) }
    if terms.kind(of: term) == .blankNode {
      return Text(term: term, kind: 2, start: spelling.lowerBound + 2, end: spelling.upperBound)
    }
    return Text(term: term, kind: 1, start: spelling.lowerBound + 1, end: spelling.upperBound - 1)
  }

  private func precedes(_ left: Text, _ right: Text) -> Bool {
    if left.kind != right.kind { return left.kind < right.kind }
    return order(left.start..<left.end, right.start..<right.end) < 0
  }

  /// Below 0 where the bytes of one range come before those of another, 0 where they are equal.
  private func order(_ left: Range<Int>, _ right: Range<Int>) -> Int {
    let count = min(left.count, right.count)
    var offset = 0
    let text = unsafe bytes.span.bytes
    while offset + 8 <= count {
      let one = unsafe text.unsafeLoadUnaligned(
        fromByteOffset: left.lowerBound + offset, as: UInt64.self)
      let other = unsafe text.unsafeLoadUnaligned(
        fromByteOffset: right.lowerBound + offset, as: UInt64.self)
      if one != other { return one.bigEndian < other.bigEndian ? -1 : 1 }
      offset += 8
    }
    while offset < count {
      let one = bytes[left.lowerBound + offset]
      let other = bytes[right.lowerBound + offset]
      if one != other { return one < other ? -1 : 1 }
      offset += 1
    }
    return left.count - right.count
  }

  /// Quads by the rank of the term at a place, else in the order they had.
  private static func distributed(
    _ quads: [Quad], _ place: (Quad) -> TermID, _ order: (ranks: [UInt32], count: Int)
  ) -> [Quad] {
    var starts = [Int](repeating: 0, count: order.count + 1)
    for quad in quads { starts[Int(order.ranks[Int(place(quad).rawValue)]) + 1] += 1 }
    for rank in 1..<max(starts.count, 1) { starts[rank] += starts[rank - 1] }
    var sorted = quads
    for quad in quads {
      let rank = Int(order.ranks[Int(place(quad).rawValue)])
      sorted[starts[rank]] = quad
      starts[rank] += 1
    }
    return sorted
  }

  /// Sorts what is said of each subject.
  private func sortRuns(_ quads: inout [Quad], byGraph: Bool, _ terms: borrowing TermTable) {
    var (ranks, _) = ranks(of: quads, { $0.predicate }, terms)
    for rank in ranks.indices { ranks[rank] += 2 }
    ranks[Int(TermID.rdfType.rawValue)] = 0
    ranks[Int(TermID.rdfsLabel.rawValue)] = 1
    var start = 0
    while start < quads.count {
      let first = quads[start]
      var end = start + 1
      while end < quads.count, quads[end].subject == first.subject,
        !byGraph || quads[end].graph == first.graph
      {
        end += 1
      }
      if end - start > 16 {
        // With the places of spellings at hand, for the table cannot be captured.
        var keyed = quads[start..<end].map { quad in
          (rank: ranks[Int(quad.predicate.rawValue)], value: terms.spelling(of: quad.object), quad)
        }
        keyed.sort { left, right in
          left.rank != right.rank
            ? left.rank < right.rank : order(left.value, right.value) < 0
        }
        for (offset, key) in keyed.enumerated() { quads[start + offset] = key.2 }
      } else {
        insertionSort(&quads, start..<end, ranks, terms)
      }
      start = end
    }
  }

  private func insertionSort(
    _ quads: inout [Quad], _ range: Range<Int>, _ ranks: [UInt32], _ terms: borrowing TermTable
  ) {
    for next in range.dropFirst() {
      let quad = quads[next]
      let rank = ranks[Int(quad.predicate.rawValue)]
      var place = next
      while place > range.lowerBound {
        let before = quads[place - 1]
        let other = ranks[Int(before.predicate.rawValue)]
        guard
          rank < other
            || rank == other && quad.object != before.object
              && order(terms.spelling(of: quad.object), terms.spelling(of: before.object)) < 0
        else { break }
        quads[place] = before
        place -= 1
      }
      quads[place] = quad
    }
  }

  /// Sorted quads without those that say the same as the one before.
  private static func distinct(_ quads: [Quad], byGraph: Bool) -> [Quad] {
    var kept: [Quad] = []
    kept.reserveCapacity(quads.count)
    for quad in quads {
      if let last = kept.last, last.subject == quad.subject, last.predicate == quad.predicate,
        last.object == quad.object, !byGraph || last.graph == quad.graph
      {
        continue
      }
      kept.append(quad)
    }
    return kept
  }
}
