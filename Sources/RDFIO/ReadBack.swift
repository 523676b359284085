internal import RDF

/// Reads back what a serialiser wrote and compares it with what it was given.
enum ReadBack {
  /// Compares by lines; what has blank nodes, and where raptor reads what it would change, is
  /// compared by count alone.
  ///
  /// - Throws: ``RDFIOError/unfaithful(syntax:written:readBack:)``, and
  ///   ``RDFIOError/syntax(file:position:message:)`` when the document cannot be read at all.
  static func verify(
    _ bytes: [UInt8], syntax: RDFSyntax, _ quads: [Quad], of terms: borrowing TermTable
  ) throws(RDFIOError) {
    var back = Dataset()
    try RDFReader.read(
      bytes, file: "the \(syntax.rawValue) just written", syntax: syntax, into: &back)
    var wanted = Set<[UInt8]>()
    var counted = Set<[TermID]>()
    for quad in quads {
      if let line = line(quad, terms, syntax) {
        wanted.insert(line)
      } else {
        let graph = syntax == .trig ? quad.graph : .defaultGraph
        counted.insert([quad.subject, quad.predicate, quad.object, graph])
      }
    }
    var same = 0
    for quad in back.quads {
      if let line = line(quad, back.terms, syntax), wanted.contains(line) { same += 1 }
    }
    guard same == wanted.count, back.quads.count == wanted.count + counted.count else {
      throw .unfaithful(
        syntax: syntax.rawValue, written: wanted.count + counted.count, readBack: same)
    }
  }

  /// A quad as a line, without its graph where the syntax has none; nil where lines cannot tell.
  private static func line(
    _ quad: Quad, _ terms: borrowing TermTable, _ syntax: RDFSyntax
  ) -> [UInt8]? {
    let hasGraphs = syntax == .trig || syntax == .nquads
    var parts = [quad.subject, quad.predicate, quad.object]
    if hasGraphs, quad.graph != .defaultGraph { parts.append(quad.graph) }
    for term in parts {
      if terms.kind(of: term) == .blankNode { return nil }
      if syntax == .rdfxml || syntax == .rdfjson, isChangedByRaptor(term, terms) { return nil }
    }
    var line: [UInt8] = []
    LineWriter.append([quad], of: terms, syntax: hasGraphs ? .nquads : .ntriples, to: &line)
    return line
  }

  /// Whether raptor's readers resolve an IRI, or cut a literal at U+0000.
  private static func isChangedByRaptor(_ term: TermID, _ terms: borrowing TermTable) -> Bool {
    let text = terms.string(of: term)
    return terms.kind(of: term) == .literal ? text.utf8.contains(0) : isResolvedByRaptor(text)
  }

  /// Whether raptor's readers resolve an IRI for its dots, though nothing of it is relative.
  static func isResolvedByRaptor(_ iri: String) -> Bool {
    iri.contains("/./") || iri.contains("/../") || iri.hasSuffix("/.") || iri.hasSuffix("/..")
  }
}
