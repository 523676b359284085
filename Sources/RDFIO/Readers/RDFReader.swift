public import RDF

/// Reads a whole RDF document into a dataset, whatever its syntax.
///
/// N-Triples, N-Quads, Turtle and TriG are read here; the others by ``RaptorReader``, which keeps
/// no origins.
public enum RDFReader {
  /// Reads a document and adds its quads to a dataset, with the offsets of their objects as
  /// origins.
  ///
  /// What was read before a fault stays in the dataset.
  ///
  /// - Parameters:
  ///   - bytes: the document.
  ///   - file: its name, for messages.
  ///   - syntax: its syntax.
  ///   - base: the IRI that relative ones are resolved against; without one they are errors.
  ///   - graph: the graph of triples that the document puts in none.
  ///   - blankNodes: what the labels of blank nodes begin with.
  ///   - mode: what is done with faults; what raptor reads is always read strictly.
  ///   - dataset: what the quads are added to.
  /// - Returns: what was skipped, with ``ReadingMode/lenient``.
  /// - Throws: ``RDFIOError/syntax(file:position:message:)`` and
  ///   ``RDFIOError/term(_:file:position:)``.
  @discardableResult
  public static func read(
    _ bytes: [UInt8], file: String, syntax: RDFSyntax, base: String? = "https://example.org/",
    graph: TermID = .defaultGraph, blankNodes: String = "b", mode: ReadingMode = .strict,
    into dataset: inout Dataset
  ) throws(RDFIOError) -> SkippedStatements {
    guard syntax.isText else {
      try RaptorReader.read(
        bytes, file: file, syntax: syntax, base: base, graph: graph, blankNodes: blankNodes,
        into: &dataset)
      return SkippedStatements()
    }
    var document = DocumentReader<TableSink>(
      syntax, file: file, base: try BaseIRI.checked(base, file: file), mode: mode)
    var sink = TableSink(graph: graph, labels: BlankNodeLabels(blankNodes))
    swap(&sink.terms, &dataset.terms)
    defer {
      swap(&sink.terms, &dataset.terms)
      for (quad, origin) in zip(sink.quads, sink.origins) { dataset.insert(quad, origin: origin) }
    }
    try document.read(bytes.span, isLast: true, &sink)
    return document.skipped
  }
}
