public import RDF

/// Reads N-Triples, N-Quads, Turtle or TriG from chunks of bytes, as quads of interned terms.
///
/// Chunks may end anywhere, inside a character too. A quad is handed out by the call that gets
/// its last byte; a fault is thrown by the one that gets what its message shows. Memory is what a
/// token or a line takes, the prefixes, and the terms, which the caller may remove between chunks
/// of N-Triples and N-Quads but not of the others.
///
/// - SeeAlso: RDF 1.1 N-Triples, section 7; RDF 1.1 N-Quads, section 4; RDF 1.1 Turtle, section 6.5;
///   RDF 1.1 TriG, section 4.5.
public struct QuadReader: ~Copyable {
  private var document: DocumentReader<TableSink>
  private var sink: TableSink

  /// Makes a reader of one document.
  ///
  /// - Parameters:
  ///   - syntax: its syntax.
  ///   - file: its name, for messages.
  ///   - base: the IRI that relative ones are resolved against; without one they are errors.
  ///   - graph: the graph of triples that the document puts in none.
  ///   - blankNodes: what the labels of blank nodes begin with; documents that are read into one
  ///     table need beginnings of their own.
  ///   - mode: what is done with faults.
  ///   - target: the syntax that quads are meant for, where the first one with a graph name is
  ///     refused if that has none; nil takes all.
  /// - Throws: ``RDFIOError/unknownSyntax(_:)`` for any other syntax, ``RDFIOError/term(_:file:position:)``
  ///   where the base is no absolute IRI.
  public init(
    _ syntax: RDFSyntax, file: String, base: String? = nil, graph: TermID = .defaultGraph,
    blankNodes: String = "b", mode: ReadingMode = .strict, target: RDFSyntax? = nil
  ) throws(RDFIOError) {
    document = DocumentReader(
      try syntax.checkedText(), file: file, base: try BaseIRI.checked(base, file: file),
      mode: mode, target: target)
    sink = TableSink(
      graph: graph, labels: BlankNodeLabels(blankNodes),
      refusesGraphs: target.map { !$0.hasGraphNames } ?? false)
  }

  /// The prefixes that a Turtle or TriG document has declared so far, the last meaning of each.
  public var prefixes: [(name: String, namespace: String)] { document.prefixes }

  /// What was skipped so far, with ``ReadingMode/lenient``.
  public var skipped: SkippedStatements { document.skipped }

  /// Reads a chunk and hands out the quads that it completes.
  ///
  /// - Parameters:
  ///   - chunk: the next bytes of the document.
  ///   - terms: the table that terms are interned in; the same at each call.
  ///   - receive: gets each quad and where its object begins, in bytes from the document's first.
  /// - Throws: ``RDFIOError/syntax(file:position:message:)``,
  ///   ``RDFIOError/graphName(_:syntax:file:position:)`` and
  ///   ``RDFIOError/term(_:file:position:)``, after the quads before the fault were handed out.
  public mutating func read(
    _ chunk: Span<UInt8>, into terms: inout TermTable,
    _ receive: (Quad, SourceOffset) -> Void
  ) throws(RDFIOError) {
    try read(chunk, isLast: false, &terms, receive)
  }

  /// Says that the document ends, and hands out the quads that this completes.
  ///
  /// - Throws: as ``read(_:into:_:)``, and where the document ends inside of a statement.
  public mutating func finish(
    into terms: inout TermTable, _ receive: (Quad, SourceOffset) -> Void
  ) throws(RDFIOError) {
    try read(Span(), isLast: true, &terms, receive)
  }

  private mutating func read(
    _ chunk: Span<UInt8>, isLast: Bool, _ terms: inout TermTable,
    _ receive: (Quad, SourceOffset) -> Void
  ) throws(RDFIOError) {
    swap(&sink.terms, &terms)
    defer {
      swap(&sink.terms, &terms)
      for (quad, origin) in zip(sink.quads, sink.origins) { receive(quad, origin) }
      sink.quads.removeAll(keepingCapacity: true)
      sink.origins.removeAll(keepingCapacity: true)
    }
    try document.read(chunk, isLast: isLast, &sink)
  }
}

extension RDFSyntax {
  /// Whether griot's own readers read it.
  public var isText: Bool {
    switch self {
    case .ntriples, .nquads, .turtle, .trig: true
    default: false
    }
  }

  /// The syntax itself when griot's own readers read it.
  func checkedText() throws(RDFIOError) -> RDFSyntax {
    guard isText else { throw .unknownSyntax(rawValue) }
    return self
  }
}

extension BaseIRI {
  /// The base of a document, or nil without one.
  static func checked(_ base: String?, file: String) throws(RDFIOError) -> BaseIRI? {
    guard let base else { return nil }
    if let made = BaseIRI(base) { return made }
    let reason = IRISyntax.fault(in: base) ?? .empty
    throw .term(.malformedIRI(base, reason: reason), file: file, position: nil)
  }
}
