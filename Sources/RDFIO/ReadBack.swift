internal import RDF

/// Reads back what a serialiser wrote and compares it with what it was given.
enum ReadBack {
  /// Compares by lines; what has blank nodes, an IRI that raptor's reader would resolve or a
  /// literal that it would cut is compared by count alone.
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
      if let line = line(quad, terms) {
        wanted.insert(line)
      } else {
        counted.insert([quad.subject, quad.predicate, quad.object])
      }
    }
    var same = 0
    for quad in back.quads {
      if let line = line(quad, back.terms), wanted.contains(line) { same += 1 }
    }
    guard same == wanted.count, back.quads.count == wanted.count + counted.count else {
      throw .unfaithful(
        syntax: syntax.rawValue, written: wanted.count + counted.count, readBack: same)
    }
  }

  /// A quad without its graph as a line, or nil where lines cannot tell.
  private static func line(_ quad: Quad, _ terms: borrowing TermTable) -> [UInt8]? {
    for term in [quad.subject, quad.predicate, quad.object] {
      switch terms.kind(of: term) {
      case .blankNode: return nil
      case .literal:
        // Raptor's reader ends a literal there.
        if terms.text(of: term).contains(0) { return nil }
      case .iri:
        let text = terms.string(of: term)
        let hasDots =
          text.contains("/./") || text.contains("/../") || text.hasSuffix("/.")
          || text.hasSuffix("/..")
        if hasDots { return nil }
      }
    }
    var line: [UInt8] = []
    LineWriter.append([quad], of: terms, syntax: .ntriples, to: &line)
    return line
  }
}
