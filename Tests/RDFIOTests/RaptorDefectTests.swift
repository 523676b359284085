import Foundation
import RDF
import RDFIO
import Testing

/// What libraptor2 does wrong below its serialisers: silence, and terms that it does not check.
///
/// Raptor is asked by `Tests/Peers/raptor.py`, which fails when a defect is mended; the other
/// tests show that griot has not got it.
@Suite struct RaptorDefectTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test(arguments: [
    "full-disk", "dropped-predicate", "cut-at-noncharacter", "cut-at-bad-byte", "dropped-control",
    "language-injects", "label-injects", "language-and-datatype", "bad-iri", "relative-iri",
    "memory",
  ])
  func raptorHas(_ defect: String) throws {
    let process = Process()
    process.executableURL = Self.root.appending(path: ".venv/bin/python")
    process.arguments = [Self.root.appending(path: "Tests/Peers/raptor.py").path, defect]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0 && said.hasPrefix("shown"), "\(said)")
  }

  private func dataset(
    _ predicate: String = "http://e/p", _ object: (inout TermTable) throws -> TermID
  ) throws -> Dataset {
    var dataset = Dataset()
    let subject = try dataset.terms.iri("http://e/s")
    let name = try dataset.terms.iri(predicate)
    dataset.insert(Quad(subject, name, try object(&dataset.terms)))
    return dataset
  }

  /// A failure that raptor only logs is an error of the writer too.
  @Test func whatRaptorLogsIsAnError() throws {
    let dataset = try dataset("http://e/123") { try $0.literal("dropped") }
    let error = #expect(throws: RDFIOError.self) {
      try RaptorWriter.write(dataset.quads, of: dataset.terms, syntax: .rdfxml)
    }
    guard case .unwritable(_, _, let reason) = error else { throw error ?? .raptorUnavailable }
    #expect(reason.contains("Cannot split"))
  }

  /// What raptor cuts or drops is written exactly by ours, and refused where none of ours is.
  @Test(arguments: ["a\u{FFFE}b", "a\u{0}b", "a\u{1}b", "\u{FFFF}"])
  func keepsOrRefusesText(_ text: String) throws {
    let dataset = try dataset { try $0.literal(text) }
    let (turtle, author) = try TurtleOutput.write(dataset.quads, of: dataset.terms, prefixes: [])
    #expect(author == .griot)
    var lines: [UInt8] = []
    LineWriter.append(dataset.quads, of: dataset.terms, syntax: .ntriples, to: &lines)
    let trig = try TurtleOutput.writeTriG(dataset.quads, of: dataset.terms, prefixes: [])
    for (bytes, syntax) in [(turtle, RDFSyntax.turtle), (trig, .trig), (lines, .ntriples)] {
      var back = Dataset()
      try RDFReader.read(bytes, file: "x", syntax: syntax, into: &back)
      let texts = back.quads.map { Array(back.terms.string(of: $0.object).unicodeScalars) }
      #expect(texts == [Array(text.unicodeScalars)])
    }
    #expect(throws: RDFIOError.self) {
      try RDFXMLOutput.write(dataset.quads, of: dataset.terms, prefixes: [])
    }
    if !text.contains("\u{1}") {
      #expect(throws: RDFIOError.self) {
        try RDFJSONOutput.write(dataset.quads, of: dataset.terms)
      }
    }
  }

  /// No term can be made of what raptor writes as it is; a literal of both a language and a
  /// datatype cannot even be asked for.
  @Test func makesNoMalformedTerms() {
    var terms = TermTable()
    let injected = " .\n<http://e/injected> <http://e/p> \"x\"@fr"
    #expect(throws: TermError.malformedLanguageTag("fr" + injected)) {
      try terms.literal("a", language: "fr" + injected)
    }
    #expect(throws: TermError.malformedBlankNodeLabel("b" + injected)) {
      try terms.blankNode(Array("b\(injected)".utf8).span)
    }
    for text in ["http://e/a b", "http://e/a>b", "foo", "http://e/\\u0020"] {
      guard
        case .malformedIRI? = #expect(throws: TermError.self, performing: { try terms.iri(text) })
      else {
        Issue.record("\(text)")
        continue
      }
    }
    let bytes: [UInt8] = [0x41, 0xFF, 0x42]
    guard
      case .invalidUTF8? = #expect(
        throws: TermError.self,
        performing: {
          try terms.literal(bytes.span)
        })
    else {
      Issue.record("bytes that are not UTF-8 were taken")
      return
    }
  }

  /// A tag that raptor read and would hand on is refused.
  @Test func refusesInjectionFromRDFXML() {
    let text = """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/">
      <rdf:Description rdf:about="http://e/s">
      <e:p xml:lang="fr .&#10;&lt;http://e/injected> &lt;http://e/p> &quot;x&quot;@fr">a</e:p>
      </rdf:Description></rdf:RDF>
      """
    var dataset = Dataset()
    let error = #expect(throws: RDFIOError.self) {
      try RDFReader.read(Array(text.utf8), file: "x.rdf", syntax: .rdfxml, into: &dataset)
    }
    #expect(error?.description.contains("is not a language tag") == true)
    #expect(dataset.quads.isEmpty)
  }
}
