import Foundation
import RDF
import RDFIO
import Testing

/// What libraptor2's Turtle and abbreviated RDF/XML change, lose or never end with, and that what
/// griot writes keeps it.
@Suite struct RaptorTurtleTests {
  private func dataset(_ turtle: String) throws -> Dataset {
    var dataset = Dataset()
    let head =
      "@prefix xsd: <\(Namespace.xsd)> . @prefix rdf: <\(Namespace.rdf)> . "
      + "@prefix : <http://e/> . "
    try RDFReader.read(
      Array((head + turtle).utf8), file: "x", syntax: .turtle, blankNodes: "", into: &dataset)
    return dataset
  }

  private func lines(_ dataset: borrowing Dataset) -> [String] {
    var bytes: [UInt8] = []
    LineWriter.append(dataset.quads, of: dataset.terms, syntax: .nquads, to: &bytes)
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init).sorted()
  }

  private func read(_ bytes: [UInt8]) throws -> [String] {
    var back = Dataset()
    try RDFReader.read(bytes, file: "x.ttl", syntax: .turtle, blankNodes: "", into: &back)
    return lines(back)
  }

  // MARK: Literals

  /// Lexical form, datatype, and what raptor's Turtle means instead; nil where it is no Turtle.
  @Test(arguments: [
    ("1", "decimal", "\"1\"^^<integer>"), ("1", "double", "\"1\"^^<integer>"),
    ("1.5", "double", "\"1.5\"^^<decimal>"), ("INF", "double", nil), ("NaN", "double", nil),
    ("1.", "decimal", nil), ("1", "boolean", "\"true\"^^<boolean>"),
    (" 1", "integer", "\"1\"^^<integer>"),
  ])
  func changesLiteral(_ lexical: String, _ datatype: String, _ becomes: String?) throws {
    let dataset = try dataset(":s :p \"\(lexical)\"^^xsd:\(datatype) .")
    let raptor = try RaptorWriter.write(dataset.quads, of: dataset.terms, syntax: .turtle)
    if let becomes {
      let object = becomes.replacing("^^<", with: "^^<\(Namespace.xsd)")
      #expect(try read(raptor) == ["<http://e/s> <http://e/p> \(object) ."])
    } else {
      #expect(throws: RDFIOError.self, "raptor wrote \(String(decoding: raptor, as: UTF8.self))") {
        try read(raptor)
      }
    }
    let (ours, author) = try TurtleOutput.write(dataset.quads, of: dataset.terms, prefixes: [])
    #expect(author == .griot)
    #expect(try read(ours) == lines(dataset))
  }

  // MARK: Names

  /// A predicate's name that ends in a full stop, and a prefix that is not declared.
  @Test(arguments: ["http://e/a.b.", "http://www.w3.org/XML/1998/namespacelang"])
  func writesBrokenNames(_ iri: String) throws {
    let dataset = try dataset(":s <\(iri)> :o .")
    let prefixes = [(name: "e", namespace: "http://e/")]
    let raptor = try RaptorWriter.write(
      dataset.quads, of: dataset.terms, syntax: .turtle, prefixes: prefixes)
    #expect(throws: RDFIOError.self, "raptor wrote \(String(decoding: raptor, as: UTF8.self))") {
      try read(raptor)
    }
    let (ours, author) = try TurtleOutput.write(
      dataset.quads, of: dataset.terms, prefixes: prefixes)
    #expect(author == .griot)
    #expect(try read(ours) == lines(dataset))
  }

  // MARK: Blank nodes

  private func ours(_ dataset: borrowing Dataset) throws -> Dataset {
    let (bytes, author) = try TurtleOutput.write(dataset.quads, of: dataset.terms, prefixes: [])
    #expect(author == .griot)
    var back = Dataset()
    try RDFReader.read(bytes, file: "x.ttl", syntax: .turtle, into: &back)
    return back
  }

  private func expectSame(_ left: borrowing Dataset, _ right: borrowing Dataset) throws {
    let digest = DigestAlgorithm(name: "none") { $0 }
    let isSame = try Canonicalizer(digest: digest).areIsomorphic(left, right)
    let said = lines(right)
    #expect(isSame, "\(said)")
  }

  @Test(arguments: ["_:a :p _:b . _:b :p _:c . _:c :p _:a .", "_:a :p _:a ."])
  func losesCircles(_ text: String) throws {
    let dataset = try dataset(text)
    let raptor = try RaptorWriter.write(dataset.quads, of: dataset.terms, syntax: .turtle)
    #expect(try read(raptor) == [])
    try expectSame(dataset, ours(dataset))
    let abbreviated = try rapper(dataset, "rdfxml-abbrev")
    #expect(abbreviated.status == 0)
    #expect(!abbreviated.output.contains("nodeID"))
    let xml = try RDFXMLOutput.write(dataset.quads, of: dataset.terms, prefixes: [])
    var back = Dataset()
    try RDFReader.read(xml, file: "x.rdf", syntax: .rdfxml, into: &back)
    try expectSame(dataset, back)
  }

  @Test func breaksSharedList() throws {
    let dataset = try dataset(
      ":a :p _:l . :b :p _:l . _:l rdf:first 1 ; rdf:rest _:m . _:m rdf:first 2 ; rdf:rest () .")
    let raptor = try RaptorWriter.write(dataset.quads, of: dataset.terms, syntax: .turtle)
    #expect(throws: RDFIOError.self) { try read(raptor) }
    try expectSame(dataset, ours(dataset))
  }

  @Test func mergesLabels() throws {
    let dataset = try dataset(":s :p _:a-b , _:azb . _:a-b :q 1 . :o :p _:a-b , _:azb .")
    let raptor = try RaptorWriter.write(dataset.quads, of: dataset.terms, syntax: .turtle)
    #expect(try read(raptor).count < dataset.quads.count)
    try expectSame(dataset, ours(dataset))
  }

  @Test func neverEndsCyclicList() throws {
    let dataset = try dataset(":s :p _:l . _:l rdf:first 1 ; rdf:rest _:l .")
    // Stopped at 4 MB, which is 100,000 times what it is given.
    let raptor = try rapper(dataset, "turtle", limit: 4 << 20)
    #expect(raptor.output.utf8.count == 4 << 20)
    try expectSame(dataset, ours(dataset))
  }

  @Test func indentsChainsQuadratically() throws {
    func chain(_ length: Int) throws -> Dataset {
      try dataset(":s :p _:n0 . " + (0..<length).map { "_:n\($0) :p _:n\($0 + 1) . " }.joined())
    }
    func sizes(_ length: Int) throws -> (raptor: Int, ours: Int) {
      let dataset = try chain(length)
      let raptor = try RaptorWriter.write(dataset.quads, of: dataset.terms, syntax: .turtle)
      let (ours, author) = try TurtleOutput.write(dataset.quads, of: dataset.terms, prefixes: [])
      #expect(author == .griot)
      return (raptor.count, ours.count)
    }
    let (short, long) = (try sizes(250), try sizes(1000))
    // Four times as long, sixteen times as large.
    #expect(long.raptor > 10 * short.raptor)
    #expect(long.ours < 5 * short.ours)
  }

  // MARK: Graph names

  @Test func dropsGraphNames() throws {
    var dataset = Dataset()
    let line = "<http://e/s> <http://e/p> <http://e/o> <http://e/g> .\n"
    try RDFReader.read(Array(line.utf8), file: "x.nq", syntax: .nquads, into: &dataset)
    for syntax in ["turtle", "rdfxml"] {
      let raptor = try rapper(dataset, syntax)
      #expect(raptor.status == 0)
      #expect(raptor.talk.isEmpty)
      #expect(raptor.output.contains("\"http://e/o\"") || raptor.output.contains("<http://e/o>"))
      #expect(!raptor.output.contains("http://e/g"))
    }
    let trig = try TurtleOutput.writeTriG(dataset.quads, of: dataset.terms, prefixes: [])
    var back = Dataset()
    try RDFReader.read(trig, file: "x.trig", syntax: .trig, into: &back)
    #expect(lines(back) == [String(line.dropLast())])
  }

  // MARK: rapper

  /// What raptor's command makes of a dataset, up to a number of bytes.
  private func rapper(
    _ dataset: borrowing Dataset, _ syntax: String, limit: Int = 1 << 20
  ) throws -> (status: Int32, output: String, talk: String) {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    var bytes: [UInt8] = []
    LineWriter.append(dataset.quads, of: dataset.terms, syntax: .nquads, to: &bytes)
    try Data(bytes).write(to: file)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    let command = "set -o pipefail; timeout 20 rapper -q -i nquads -o $1 $2 | head -c $3"
    process.arguments = ["-c", command, "rapper", syntax, file.path, "\(limit)"]
    let (output, talk) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = talk
    try process.run()
    let written = output.fileHandleForReading.readDataToEndOfFile()
    let said = talk.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (
      process.terminationStatus, String(decoding: written, as: UTF8.self),
      String(decoding: said, as: UTF8.self)
    )
  }
}
