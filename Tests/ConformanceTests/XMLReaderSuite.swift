import Foundation
import RDF
import RDFIO
import Testing

/// The W3C's tests of RDF/XML, which raptor reads, where they are at hand.
@Suite(.enabled(if: SyntaxEntry.isAtHand, "the W3C's RDF syntax tests are not at hand"))
struct XMLReaderSuite {
  @Test(arguments: try SyntaxEntry.readXML("rdf11", .evaluation))
  func reads(_ entry: SyntaxEntry) throws {
    let quads = SyntaxEntry.quads(try entry.read())
    guard let result = entry.result else {
      throw SyntaxEntry.Malformed(description: "\(entry.name) has no result")
    }
    let expected = try SyntaxEntry.quads(SyntaxEntry.bytes(result), blankNodes: "x")
    let isSame = Isomorphism.holds(quads, expected)
    #expect(isSame, "read \(quads.sorted { $0.lexicographicallyPrecedes($1) })")
  }

  @Test(arguments: try SyntaxEntry.readXML("rdf11", .negative))
  func rejects(_ entry: SyntaxEntry) throws {
    try expectRefusal(of: entry)
  }

  /// RDF 1.2 is refused by name, or read where RDF 1.1 can hold it.
  @Test(arguments: try SyntaxEntry.readXML("rdf12", .evaluation))
  func readsOrNamesNewer(_ entry: SyntaxEntry) throws {
    do {
      let quads = SyntaxEntry.quads(try entry.read())
      guard let result = entry.result else { return }
      let expected = try SyntaxEntry.quads(SyntaxEntry.bytes(result), blankNodes: "x")
      let isSame = Isomorphism.holds(quads, expected)
      #expect(isSame, "read \(quads.sorted { $0.lexicographicallyPrecedes($1) })")
    } catch let error as RDFIOError {
      #expect(error.description.contains("RDF 1.2"), "\(error)")
      #expect(error.diagnostic.position != nil)
    }
  }

  @Test(arguments: try SyntaxEntry.readXML("rdf12", .negative))
  func rejectsNewer(_ entry: SyntaxEntry) throws {
    try expectRefusal(of: entry)
  }

  private func expectRefusal(of entry: SyntaxEntry) throws {
    do {
      let dataset = try entry.read()
      let count = dataset.quads.count
      Issue.record("\(count) quads were read")
    } catch let error as RDFIOError {
      let bytes = try SyntaxEntry.bytes(entry.action)
      let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      let position = try #require(error.diagnostic.position, "\(error)")
      #expect((1...lines.count).contains(position.line), "\(error)")
      #expect(error.diagnostic.message.count > 10)
    }
  }

  // MARK: Safety

  /// A DOCTYPE, which can name files and servers, is refused where it stands.
  @Test(arguments: [
    "<!DOCTYPE r SYSTEM \"file:///etc/passwd\">", "<!DOCTYPE r [<!ENTITY a \"b\">]>",
  ])
  func refusesDoctype(_ doctype: String) {
    let text = "<?xml version=\"1.0\"?>\n \(doctype)\n<r/>"
    var dataset = Dataset()
    let error = #expect(throws: RDFIOError.self) {
      try RDFReader.read(Array(text.utf8), file: "a.rdf", syntax: .rdfxml, into: &dataset)
    }
    #expect(
      error?.description
        == "a.rdf:2:2: error: the document has a DOCTYPE, which is not read; expected one without")
  }

  // MARK: The other syntaxes

  /// Why raptor does not read the others: its parser of TriG, for one, fails tests that
  /// ``ReaderSuite`` passes.
  ///
  /// It runs as a process of its own, for it leaks on what it refuses.
  @Test func raptorFailsTriG() throws {
    let entries =
      try SyntaxEntry.read("rdf11", .positive, .evaluation) + SyntaxEntry.read("rdf11", .negative)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = [
      "-c",
      """
      while read -r wanted file; do
        rapper -q -c -i trig "$file" http://e/ >/dev/null 2>&1 && found=read || found=refused
        [[ $found == "$wanted" ]] || echo "$file"
      done
      """,
    ]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    for entry in entries where entry.syntax == .trig {
      let line =
        "\(entry.kind == .negative ? "refused" : "read") \(SyntaxEntry.folder)/\(entry.action)\n"
      input.fileHandleForWriting.write(Data(line.utf8))
    }
    try input.fileHandleForWriting.close()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    // 17 with 2.0.15.
    let failed = said.split(separator: "\n")
    #expect(failed.count > 0, "raptor's parser of TriG is mended")
    #expect(failed.count < 50, "\(failed)")
  }
}
