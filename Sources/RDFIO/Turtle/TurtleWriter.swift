public import RDF

/// Our writer of Turtle and TriG: every term exactly as it is.
///
/// The order does not depend on that of the quads: rdf:type and rdfs:label first, other predicates
/// and subjects by their IRIs, so that two versions of a file differ where they say something else.
/// Blank nodes that form trees are nested, lists stand in parentheses; all others keep their
/// labels. Of the prefixes those that shorten an IRI are declared. The quads are held and sorted:
/// some 50 bytes for each; what is written is handed out in parts.
///
/// - SeeAlso: RDF 1.1 Turtle, section 2; RDF 1.1 TriG, section 2.
public enum TurtleWriter {
  /// Serialises the triples of quads; graph names are left out.
  public static func write(
    _ quads: [Quad], of terms: borrowing TermTable,
    prefixes: [(name: String, namespace: String)]
  ) -> [UInt8] {
    var output: [UInt8] = []
    write(quads, of: terms, prefixes: prefixes) { output += $0 }
    return output
  }

  /// Serialises the triples of quads part by part; graph names are left out.
  ///
  /// - Parameters:
  ///   - quads: what is written, in any order.
  ///   - terms: the table that holds their terms.
  ///   - prefixes: prefix names with their namespaces; of two that fit the first is taken.
  ///   - receive: gets the document's bytes, in parts of about a megabyte.
  /// - Throws: what `receive` throws.
  public static func write<Failure: Error>(
    _ quads: [Quad], of terms: borrowing TermTable,
    prefixes: [(name: String, namespace: String)],
    to receive: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let sorted = TurtleOrder(terms).sorted(quads, byGraph: false, terms)
    var spelling = TurtleSpelling(prefixes, terms)
    let tree = TurtleTree(sorted, sorted.indices, terms, apart: [])
    var document = TurtleDocument(
      head: spelling.head(of: sorted, as: [tree], namesGraphs: false, terms))
    try document.append(sorted, tree, indent: 0, terms, &spelling, receive)
    try receive(document.bytes)
  }

  /// Serialises a dataset as TriG: the default graph, then the others by name.
  public static func writeTriG(
    _ quads: [Quad], of terms: borrowing TermTable,
    prefixes: [(name: String, namespace: String)]
  ) -> [UInt8] {
    var output: [UInt8] = []
    writeTriG(quads, of: terms, prefixes: prefixes) { output += $0 }
    return output
  }

  /// Serialises a dataset as TriG part by part: the default graph, then the others by name.
  ///
  /// - Parameters:
  ///   - quads: what is written, in any order.
  ///   - terms: the table that holds their terms.
  ///   - prefixes: prefix names with their namespaces; of two that fit the first is taken.
  ///   - receive: gets the document's bytes, in parts of about a megabyte.
  /// - Throws: what `receive` throws.
  public static func writeTriG<Failure: Error>(
    _ quads: [Quad], of terms: borrowing TermTable,
    prefixes: [(name: String, namespace: String)],
    to receive: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let sorted = TurtleOrder(terms).sorted(quads, byGraph: true, terms)
    let apart = sharedNodes(sorted, terms)
    var spelling = TurtleSpelling(prefixes, terms)
    var trees: [TurtleTree] = []
    var start = 0
    while start < sorted.count {
      let graph = sorted[start].graph
      var end = start + 1
      while end < sorted.count, sorted[end].graph == graph { end += 1 }
      trees.append(TurtleTree(sorted, start..<end, terms, apart: apart))
      start = end
    }
    var document = TurtleDocument(
      head: spelling.head(of: sorted, as: trees, namesGraphs: true, terms))
    for tree in trees {
      let graph = sorted[tree.range.lowerBound].graph
      if graph == .defaultGraph {
        try document.append(sorted, tree, indent: 0, terms, &spelling, receive)
      } else {
        document.bytes.append(UInt8(ascii: "\n"))
        spelling.append(graph, terms, &document.bytes)
        document.bytes.append(contentsOf: " {".utf8)
        try document.append(sorted, tree, indent: 2, terms, &spelling, receive)
        document.bytes.append(contentsOf: "}\n".utf8)
      }
    }
    try receive(document.bytes)
  }

  /// The blank nodes that name a graph or stand in several: these need their labels.
  private static func sharedNodes(
    _ quads: [Quad], _ terms: borrowing TermTable
  ) -> Set<TermID> {
    var graphOf: [TermID: TermID] = [:]
    var shared = Set<TermID>()
    for quad in quads {
      let graph = quad.graph
      if graph != .defaultGraph, terms.kind(of: graph) == .blankNode { shared.insert(graph) }
      for term in [quad.subject, quad.object] where terms.kind(of: term) == .blankNode {
        if let other = graphOf.updateValue(graph, forKey: term), other != graph {
          shared.insert(term)
        }
      }
    }
    return shared
  }
}
