internal import RDF

/// Turns N-Triples, N-Quads, Turtle or TriG into lines of N-Triples or N-Quads, from chunks.
///
/// No term is interned: memory is what a token or a line takes, and the prefixes. Lines come in
/// the order of the document, repeated where it repeats itself, in canonical form.
///
/// - SeeAlso: RDF 1.1 N-Triples, section 4 (canonical form).
public struct LineConverter: ~Copyable {
  private var document: DocumentReader<LineSink>
  private var sink: LineSink

  /// Makes a converter of one document.
  ///
  /// - Parameters:
  ///   - syntax: its syntax.
  ///   - target: N-Quads, or another syntax for N-Triples, which have no graph names.
  ///   - file: its name, for messages.
  ///   - base: the IRI that relative ones are resolved against; without one they are errors.
  ///   - blankNodes: what the labels of blank nodes begin with. Without it those of N-Triples and
  ///     N-Quads stay as they are, and those of Turtle and TriG begin with `b`.
  ///   - graphs: what is done with the names of graphs; N-Quads take them all.
  ///   - mode: what is done with faults.
  /// - Throws: ``RDFIOError/unknownSyntax(_:)`` for any other syntax, ``RDFIOError/term(_:file:position:)``
  ///   where the base is no absolute IRI.
  public init(
    _ syntax: RDFSyntax, to target: RDFSyntax, file: String, base: String? = nil,
    blankNodes: String? = nil, graphs: GraphNames = .kept, mode: ReadingMode = .strict
  ) throws(RDFIOError) {
    document = DocumentReader(
      try syntax.checkedText(), file: file, base: try BaseIRI.checked(base, file: file),
      mode: mode, target: target == .nquads ? nil : .ntriples)
    let isOfLines = syntax == .ntriples || syntax == .nquads
    sink = LineSink(
      target, blankNodes: blankNodes ?? (isOfLines ? nil : "b"), graphs: graphs)
  }

  /// How many quads were taken so far.
  public var count: Int { sink.count }

  /// What was skipped so far, with ``ReadingMode/lenient``.
  public var skipped: SkippedStatements { document.skipped }

  /// Reads a chunk and appends the lines of the quads that it completes.
  ///
  /// - Throws: ``RDFIOError/syntax(file:position:message:)``,
  ///   ``RDFIOError/graphName(_:syntax:file:position:)`` and
  ///   ``RDFIOError/term(_:file:position:)``; the lines before the fault were appended.
  public mutating func convert(
    _ chunk: Span<UInt8>, to output: inout [UInt8]
  ) throws(RDFIOError) {
    try convert(chunk, isLast: false, &output)
  }

  /// Says that the document ends, and appends the lines that this completes.
  ///
  /// - Throws: as ``convert(_:to:)``, and where the document ends inside of a statement.
  public mutating func finish(to output: inout [UInt8]) throws(RDFIOError) {
    try convert(Span(), isLast: true, &output)
  }

  private mutating func convert(
    _ chunk: Span<UInt8>, isLast: Bool, _ output: inout [UInt8]
  ) throws(RDFIOError) {
    swap(&sink.output, &output)
    defer { swap(&sink.output, &output) }
    try document.read(chunk, isLast: isLast, &sink)
  }
}
