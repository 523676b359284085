internal import RDF

/// Feeds chunks of one document to the parser of its syntax and turns faults into messages.
struct DocumentReader<Sink: TermSink & ~Copyable>: ~Copyable {
  private var bytes: [UInt8] = []
  private var place = InputPlace()
  private var lines: LineParser
  private var turtle: TurtleParser<Sink>
  private let isOfLines: Bool
  private let file: String
  private let mode: ReadingMode
  /// The syntax that has no graph names, where they are refused.
  private let target: RDFSyntax?
  private var hasBegun = false
  /// How long the buffer must be before a token that was cut is tried again.
  private var wanted = 0
  /// How many bytes of the buffer hold no line end.
  private var scanned = 0
  /// How many bytes after a fault its message may show.
  private static var shownLength: Int { 128 }
  private(set) var skipped = SkippedStatements()

  init(
    _ syntax: RDFSyntax, file: String, base: BaseIRI?, mode: ReadingMode, target: RDFSyntax? = nil
  ) {
    isOfLines = syntax == .ntriples || syntax == .nquads
    lines = LineParser(syntax)
    turtle = TurtleParser(syntax, base: base)
    self.file = file
    self.mode = mode
    self.target = target
  }

  /// Parses what a chunk completes.
  mutating func read(
    _ chunk: Span<UInt8>, isLast: Bool, _ sink: inout Sink
  ) throws(RDFIOError) {
    var start = 0
    repeat {
      let end = min(start + 1 << 18, chunk.count)
      // Out of the structure, so that they can be read while the parser changes.
      var bytes: [UInt8] = []
      swap(&bytes, &self.bytes)
      defer { swap(&bytes, &self.bytes) }
      bytes.append(chunk.extracting(start..<end))
      if !hasBegun, bytes.count >= 3 || isLast {
        hasBegun = true
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
          bytes.removeSubrange(..<3)
          place.advancePastMark()
        }
      }
      guard hasBegun else { return }
      let parsed = try read(bytes, isLast: isLast && end == chunk.count, &sink)
      place.advance(parsed, in: bytes)
      bytes.removeSubrange(..<parsed)
      start = end
    } while start < chunk.count
  }

  /// Parses as far as the bytes go and says how many of them are done with.
  private mutating func read(
    _ bytes: [UInt8], isLast: Bool, _ sink: inout Sink
  ) throws(RDFIOError) -> Int {
    var start = 0
    sink.base = place.offset
    if isOfLines {
      start = isLast ? bytes.count : lastLineEnd(bytes)
      try readLines(bytes, to: start, &sink)
    } else if isLast || bytes.count >= wanted {
      start = try readTurtle(bytes, isLast: isLast, &sink)
    }
    return start
  }

  /// The offset after the last line end; a long line is looked through once.
  private mutating func lastLineEnd(_ bytes: [UInt8]) -> Int {
    var end = bytes.count
    while end > scanned, bytes[end - 1] != 0x0A, bytes[end - 1] != 0x0D { end -= 1 }
    if end == scanned { end = 0 }
    scanned = bytes.count - end
    return end
  }

  /// The prefixes that were declared so far.
  var prefixes: [(name: String, namespace: String)] {
    turtle.prefixes.prefixes.map {
      (String(decoding: $0.name, as: UTF8.self), String(decoding: $0.namespace, as: UTF8.self))
    }
  }

  private mutating func readLines(
    _ bytes: [UInt8], to end: Int, _ sink: inout Sink
  ) throws(RDFIOError) {
    lines.position = 0
    let input = bytes.span.extracting(..<end)
    while lines.position < end {
      var halt: ReadHalt?
      do throws(ReadHalt) {
        try lines.parse(input, &sink)
      } catch {
        halt = error
      }
      try checkGraph(sink.refused, bytes)
      guard let halt else { break }
      try note(halt, bytes)
      lines.skipLine(input)
    }
  }

  private mutating func readTurtle(
    _ bytes: [UInt8], isLast: Bool, _ sink: inout Sink
  ) throws(RDFIOError) -> Int {
    wanted = 0
    turtle.position = 0
    while true {
      var halt: ReadHalt?
      do throws(ReadHalt) {
        try turtle.parse(bytes.span, isLast: isLast, &sink)
      } catch {
        halt = error
      }
      try checkGraph(sink.refused, bytes)
      guard let halt else { break }
      if case .incomplete = halt {
        wanted = 2 * (bytes.count - turtle.position)
        break
      }
      if !isLast, bytes.count - halt.offset < Self.shownLength {
        // The message shows what stands there, which may go on in the next chunk.
        wanted = halt.offset - turtle.position + Self.shownLength
        break
      }
      try note(halt, bytes)
      turtle.recover(from: halt.offset)
      if isLast, turtle.position >= bytes.count { break }
    }
    return turtle.position
  }

  /// Throws that a graph has a name; leniency is no leave to lose it.
  private func checkGraph(_ refused: RefusedGraph?, _ bytes: [UInt8]) throws(RDFIOError) {
    guard let refused, let target else { return }
    throw .graphName(
      refused.name, syntax: target.name, file: file,
      position: place.position(of: refused.offset, in: bytes))
  }

  /// Throws a fault, or keeps it where statements may be skipped.
  private mutating func note(_ halt: ReadHalt, _ bytes: [UInt8]) throws(RDFIOError) {
    let error: RDFIOError =
      switch halt {
      case .incomplete:
        .syntax(
          file: file, position: place.position(of: bytes.count, in: bytes),
          message: "the document ends too early")
      case .fault(let offset, let message):
        .syntax(file: file, position: place.position(of: offset, in: bytes), message: message)
      case .term(let fault, let offset):
        .term(fault, file: file, position: place.position(of: offset, in: bytes))
      }
    guard mode == .lenient else { throw error }
    skipped.add(error.diagnostic)
  }
}
