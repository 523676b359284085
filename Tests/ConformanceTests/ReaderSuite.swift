import RDF
import RDFIO
import Testing

/// The W3C's tests of N-Triples, N-Quads, Turtle and TriG, where they are at hand.
@Suite(.enabled(if: SyntaxEntry.isAtHand, "the W3C's RDF syntax tests are not at hand"))
struct ReaderSuite {
  @Test(arguments: try SyntaxEntry.read("rdf11", .positive, .evaluation))
  func reads(_ entry: SyntaxEntry) throws {
    let dataset = try entry.read()
    let quads = SyntaxEntry.quads(dataset)
    for (position, quad) in dataset.quads.enumerated() {
      #expect(dataset.origin(of: position) != .unknown, "\(quad)")
    }
    if let result = entry.result {
      let expected = try SyntaxEntry.quads(SyntaxEntry.bytes(result), blankNodes: "x")
      let isSame = Isomorphism.holds(quads, expected)
      #expect(isSame, "read \(quads.sorted { $0.lexicographicallyPrecedes($1) })")
    }
    for size in [1, 7, 1 << 20] {
      let lines = try SyntaxEntry.quads(entry.lines(chunks: size))
      let isSame = Isomorphism.holds(lines, quads)
      #expect(isSame, "chunks of \(size): \(lines.sorted { $0.lexicographicallyPrecedes($1) })")
    }
  }

  @Test(arguments: try SyntaxEntry.read("rdf11", .negative))
  func rejects(_ entry: SyntaxEntry) throws {
    let bytes = try SyntaxEntry.bytes(entry.action)
    do {
      let dataset = try entry.read()
      let count = dataset.quads.count
      Issue.record("\(count) quads were read")
    } catch let error as RDFIOError {
      try expectPlace(error, in: bytes)
    }
    let messages = [1, 7, 1 << 20].map { size in
      #expect(throws: RDFIOError.self) { _ = try entry.lines(chunks: size) }?.description
    }
    #expect(Set(messages).count == 1, "\(messages)")
    let dataset = try entry.read(mode: .lenient)
    #expect(dataset.quads.count <= bytes.count)
  }

  /// What RDF 1.2 adds is read where RDF 1.1 can hold it, and else refused by name.
  @Test(arguments: try SyntaxEntry.read("rdf12", .positive, .evaluation))
  func readsOrNamesNewer(_ entry: SyntaxEntry) throws {
    do {
      let quads = SyntaxEntry.quads(try entry.read())
      if let result = entry.result {
        let expected = try SyntaxEntry.quads(SyntaxEntry.bytes(result), blankNodes: "x")
        let isSame = Isomorphism.holds(quads, expected)
        #expect(isSame, "read \(quads.sorted { $0.lexicographicallyPrecedes($1) })")
      }
    } catch let error as RDFIOError {
      #expect(error.description.contains("RDF 1.2"), "\(error)")
      try expectPlace(error, in: SyntaxEntry.bytes(entry.action))
    }
  }

  @Test(arguments: try SyntaxEntry.read("rdf12", .negative))
  func rejectsNewer(_ entry: SyntaxEntry) throws {
    do {
      let dataset = try entry.read()
      let count = dataset.quads.count
      Issue.record("\(count) quads were read")
    } catch let error as RDFIOError {
      try expectPlace(error, in: SyntaxEntry.bytes(entry.action))
    }
  }

  @Test(arguments: try SyntaxEntry.read("rdf12", .canonical))
  func spellsCanonically(_ entry: SyntaxEntry) throws {
    guard let result = entry.result else { throw SyntaxEntry.Malformed(description: entry.name) }
    do {
      let lines = String(decoding: try entry.lines(chunks: 1 << 20), as: UTF8.self)
      let expected = String(decoding: try SyntaxEntry.bytes(result), as: UTF8.self)
      #expect(lines == expected)
    } catch let error as RDFIOError {
      #expect(error.description.contains("RDF 1.2"), "\(error)")
    }
  }

  private func expectPlace(_ error: RDFIOError, in bytes: [UInt8]) throws {
    let diagnostic = error.diagnostic
    let position = try #require(diagnostic.position)
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    try #require((1...lines.count).contains(position.line), "\(error)")
    let column = try #require(position.column)
    let line = String(decoding: lines[position.line - 1], as: UTF8.self)
    #expect((1...line.unicodeScalars.count + 1).contains(column), "\(error)")
    #expect(diagnostic.message.count > 10)
  }
}
