import RDF
import RDFIO

/// Holds the ways of reading one document against one another, and what is written of it against
/// what was read.
struct RDFCheck {
  let bytes: [UInt8]
  let syntax: RDFSyntax
  /// What relative IRIs are resolved against.
  var base: String?

  /// Traps where two ways differ; gives the strict reading of the whole.
  func run() -> RDFReading {
    let ends = LineEnds(bytes)
    let strict = RDFReading.quads(bytes, syntax, base: base, .whole)
    expect(strict.skipped.isEmpty, "a strict reading skipped something")
    if let fault = strict.fault {
      ends.check([fault], file: RDFReading.file, firstLine: 1)
    }
    for chunks in [RDFReading.Chunks.bytes, .uneven] {
      let cut = RDFReading.quads(bytes, syntax, base: base, chunks)
      expect(cut == strict, "chunks change what is read")
      let converted = RDFReading.converted(bytes, syntax, base: base, chunks)
      expect(converted == strict, "the converter differs from the reader")
    }
    checkLenient(strict, ends)
    if strict.fault == nil { checkWritten(strict) }
    return strict
  }

  private func checkLenient(_ strict: RDFReading, _ ends: LineEnds) {
    let lenient = RDFReading.quads(bytes, syntax, base: base, .whole, mode: .lenient)
    expect(lenient.fault == nil, "a lenient reading ended early")
    if let fault = strict.fault {
      expect(lenient.skipped.first == fault, "the first fault skipped is another")
      expect(lenient.lines.starts(with: strict.lines), "lenient reading loses quads")
    } else {
      expect(lenient == strict, "lenient reading differs where there is no fault")
    }
    ends.check(lenient.skipped, file: RDFReading.file, firstLine: 1)
    let cut = RDFReading.quads(bytes, syntax, base: base, .uneven, mode: .lenient)
    expect(cut == lenient, "chunks change what is skipped")
    let converted = RDFReading.converted(bytes, syntax, base: base, .uneven, mode: .lenient)
    expect(converted == lenient, "the converter skips something else")
  }

  // MARK: What is written

  private func checkWritten(_ strict: RDFReading) {
    let lines = strict.lines
    let again = RDFReading.converted(lines, .nquads, base: nil, .uneven, blankNodes: nil)
    expect(again == strict, "canonical lines do not stay as they are")
    var dataset = Dataset()
    do throws(RDFIOError) {
      try RDFReader.read(lines, file: "lines", syntax: .nquads, into: &dataset)
    } catch { fatalError("lines that were written are not read: \(error)") }
    let prefixes = [
      ("", "http://e/"), ("e", "http://e/a"), ("rdf", Namespace.rdf), ("xsd", Namespace.xsd),
      ("x", "http://example/"), ("ex", "http://www.example.org/"), ("n", "http://a.example/n"),
    ].map { (name: $0.0, namespace: $0.1) }
    expectSame(
      dataset, .trig,
      TurtleWriter.writeTriG(dataset.quads, of: dataset.terms, prefixes: prefixes))
    guard dataset.quads.allSatisfy({ $0.graph == .defaultGraph }) else { return }
    expectSame(
      dataset, .turtle,
      TurtleWriter.write(dataset.quads, of: dataset.terms, prefixes: prefixes))
  }

  private func expectSame(
    _ dataset: borrowing Dataset, _ syntax: RDFSyntax, _ written: [UInt8]
  ) {
    var back = Dataset()
    do throws(RDFIOError) {
      try RDFReader.read(written, file: "written", syntax: syntax, into: &back)
    } catch { fatalError("what was written as \(syntax) is not read: \(error)") }
    expect(
      back.quads.count == dataset.quads.count,
      "what was written as \(syntax) has another number of quads")
    // Graphs made to be hard to compare are let go.
    let canonicalizer = Canonicalizer(digest: Self.digest, limit: 20_000)
    guard let form = try? canonicalizer.canonicalForm(of: dataset),
      let other = try? canonicalizer.canonicalForm(of: back)
    else { return }
    expect(form == other, "what was written as \(syntax) reads back as something else")
  }

  /// No cryptography: it has to tell apart what chance makes, and to be quick.
  private static let digest = DigestAlgorithm(name: "mixed") { bytes in
    var low: UInt64 = 0xCBF2_9CE4_8422_2325
    var high: UInt64 = 0x9E37_79B9_7F4A_7C15
    for byte in bytes {
      low = (low ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
      high = (high &+ UInt64(byte) &+ 1) &* 0xBF58_476D_1CE4_E5B9
      high ^= high >> 29
    }
    return [low, high].flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) }
    }
  }
}
