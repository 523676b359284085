import RDF
import RDFIO

/// What one way of reading a document ended in.
struct RDFReading: Equatable {
  /// The quads as canonical N-Quads, in order and repeated as the document has them.
  var lines: [UInt8] = []
  /// What ended the reading.
  var fault: Diagnostic?
  /// What was skipped.
  var skipped: [Diagnostic] = []

  /// How a document is cut into chunks.
  enum Chunks {
    case whole
    case bytes
    /// Of sizes that depend on the bytes, mostly small.
    case uneven

    /// Calls with the range of each chunk until one ends the reading.
    func forEach(of bytes: [UInt8], _ read: (Range<Int>) throws(RDFIOError) -> Void)
      throws(RDFIOError)
    {
      var start = 0
      var state: UInt32 = 0x811C_9DC5
      while start < bytes.count {
        state = (state ^ UInt32(bytes[start])) &* 0x0100_0193
        let size =
          switch self {
          case .whole: bytes.count
          case .bytes: 1
          case .uneven: Int(state >> 12 & 15) + (state >> 20 & 7 == 0 ? 200 : 0)
          }
        let end = min(bytes.count, start + size)
        try read(start..<end)
        // An empty chunk is one too; the next one may not be.
        if end == start {
          state = state &+ 1
          try read(start..<start + 1)
          start += 1
        } else {
          start = end
        }
      }
    }
  }

  static let file = "r"

  /// Reads quads into a table; the offsets of objects have to lie in the document.
  static func quads(
    _ bytes: [UInt8], _ syntax: RDFSyntax, base: String?, _ chunks: Chunks,
    mode: ReadingMode = .strict
  ) -> RDFReading {
    var reading = RDFReading()
    var terms = TermTable()
    var quads: [Quad] = []
    do throws(RDFIOError) {
      var reader = try QuadReader(syntax, file: file, base: base, blankNodes: "b", mode: mode)
      let take = { (quad: Quad, origin: SourceOffset) in
        expect(Int(origin.rawValue) < bytes.count, "an object beyond the document")
        quads.append(quad)
      }
      defer {
        reading.skipped = reader.skipped.diagnostics
        expect(reader.skipped.count >= reading.skipped.count, "more messages than faults")
      }
      try chunks.forEach(of: bytes) { range throws(RDFIOError) in
        try reader.read(bytes.span.extracting(range), into: &terms, take)
      }
      try reader.finish(into: &terms, take)
    } catch {
      reading.fault = error.diagnostic
    }
    LineWriter.append(quads, of: terms, syntax: .nquads, to: &reading.lines)
    return reading
  }

  /// Converts to lines without a table.
  static func converted(
    _ bytes: [UInt8], _ syntax: RDFSyntax, base: String?, _ chunks: Chunks,
    blankNodes: String? = "b", mode: ReadingMode = .strict
  ) -> RDFReading {
    var reading = RDFReading()
    do throws(RDFIOError) {
      var converter = try LineConverter(
        syntax, to: .nquads, file: file, base: base, blankNodes: blankNodes, mode: mode)
      defer { reading.skipped = converter.skipped.diagnostics }
      try chunks.forEach(of: bytes) { range throws(RDFIOError) in
        try converter.convert(bytes.span.extracting(range), to: &reading.lines)
      }
      try converter.finish(to: &reading.lines)
    } catch {
      reading.fault = error.diagnostic
    }
    return reading
  }
}
