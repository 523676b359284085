import RDF
import RDFIO
import Testing

@Suite struct TurtleTests {
  private let prefixes = [("xsd", Namespace.xsd), ("e", "http://example.org/")]
    .map { (name: $0.0, namespace: $0.1) }

  private func lines(_ dataset: borrowing Dataset) -> Set<String> {
    var bytes: [UInt8] = []
    LineWriter.append(dataset.quads, of: dataset.terms, syntax: .ntriples, to: &bytes)
    return Set(String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init))
  }

  /// Each literal alone, and who must write it: raptor 2.0.15 changes those that are ours.
  @Test(arguments: [
    ("15000", "integer", false), ("0.9", "decimal", false), ("true", "boolean", false),
    ("1", "decimal", true), ("1", "double", true), ("1.5", "double", true), ("INF", "double", true),
    ("1.", "decimal", true), ("1", "boolean", true), (" 1 ", "integer", true),
    ("+01", "integer", true), ("a\u{1}b", "string", true), ("é \u{1F600} \"\\\n", "string", false),
  ])
  func keepsLiteral(_ lexical: String, _ datatype: String, _ isOurs: Bool) throws {
    var dataset = Dataset()
    let subject = try dataset.terms.iri("http://example.org/s")
    let type = try dataset.terms.iri(Namespace.xsd + datatype)
    let object = try dataset.terms.literal(lexical, datatype: type)
    dataset.insert(Quad(subject, .rdfsLabel, object))
    let (bytes, author) = try TurtleOutput.write(
      dataset.quads, of: dataset.terms, prefixes: prefixes)
    #expect((author == .griot) == isOurs)
    var back = Dataset()
    try RDFReader.read(bytes, file: "x.ttl", syntax: .turtle, into: &back)
    let (written, read) = (lines(dataset), lines(back))
    #expect(written == read)
  }

  @Test func raptorAndOurLinesAreEqual() throws {
    var dataset = Dataset()
    let subject = try dataset.terms.iri("http://example.org/s")
    let graph = try dataset.terms.iri("http://example.org/g")
    let label = try dataset.terms.literal("Accord d’Alger\n\"é\" \u{1F600}", language: "fr")
    dataset.insert(Quad(subject, .rdfsLabel, label, graph: graph))
    dataset.insert(Quad(subject, .rdfType, subject, graph: graph))
    let raptor = try RaptorWriter.write(dataset.quads, of: dataset.terms, syntax: .nquads)
    var back = Dataset()
    try RDFReader.read(raptor, file: "x.nq", syntax: .nquads, into: &back)
    var ours: [UInt8] = []
    LineWriter.append(dataset.quads, of: dataset.terms, syntax: .nquads, to: &ours)
    var again: [UInt8] = []
    LineWriter.append(back.quads, of: back.terms, syntax: .nquads, to: &again)
    #expect(ours == again)
  }

  @Test func faultsNameTheLine() {
    var dataset = Dataset()
    let text = Array("@prefix e: <http://e/> .\ne:a e:b .\n".utf8)
    do throws(RDFIOError) {
      try RDFReader.read(text, file: "bad.ttl", syntax: .turtle, into: &dataset)
      Issue.record("it was read")
    } catch {
      #expect(error.diagnostic.file == "bad.ttl")
      #expect(error.diagnostic.position?.line == 2)
    }
  }
}
