import Crypto
import Foundation
import RDF
import RDFIO
import Testing

/// Odd datasets, written in every syntax, are the same when other programs and griot read them.
///
/// The others are pyoxigraph, rdflib and, of RDF/JSON, Python's json. Griot reads RDF/XML and
/// RDF/JSON by raptor, and no JSON-LD. GRIOT_ROUND_TRIPS says how many datasets there are.
@Suite struct RoundTripTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let count =
    ProcessInfo.processInfo.environment["GRIOT_ROUND_TRIPS"].flatMap { UInt64($0) } ?? 400
  private static let canonicalizer = Canonicalizer(
    digest: DigestAlgorithm(name: "SHA-256") { Array(SHA256.hash(data: $0)) })
  private static let prefixes = [
    ("", "http://e/"), ("rdf", Namespace.rdf), ("xsd", Namespace.xsd), ("e", "http://e/a"),
    ("griot", "https://w3id.org/griot/ontology#"),
  ].map { (name: $0.0, namespace: $0.1) }

  /// A context with every kind of term that is understood, for the IRIs above.
  private static let context = """
    {"@version": 1.1, "@vocab": "http://e/", "@language": "fr", "g": "https://w3id.org/griot/ontology#",
     "list": {"@container": "@list"}, "set": {"@container": "@set", "@type": "@id"},
     "vocab": {"@type": "@vocab"}, "a": {"@type": "@none"}, "xs": "http://www.w3.org/2001/XMLSchema#",
     "count": {"@id": "g:count", "@type": "xs:integer", "@container": "@set"},
     "named": {"@id": "g:named", "@type": "xs:boolean"}, "dc": "http://purl.org/dc/",
     "items": {"@id": "g:object", "@container": "@list", "@type": "@id"},
     "g:bound": {"@type": "@id"}, "http://e/b": {"@container": "@language"}, "urn": "http://urn/",
     "type": "@type", "plain": {"@id": "g:confidence", "@language": null},
     "en": {"@id": "g:confidence", "@language": "en-GB"}, "u": {"@id": "urn:", "@prefix": true},
     "@odd": "http://e/odd"}
    """

  /// The triples of a dataset without the names of their graphs; some may be left out.
  private static func triples(
    of dataset: borrowing Dataset, where isWanted: (Quad, borrowing TermTable) -> Bool
  ) throws -> Dataset {
    var triples = Dataset()
    for quad in dataset.quads where isWanted(quad, dataset.terms) {
      let copy = try triples.terms.intern(quad, of: dataset.terms)
      triples.insert(Quad(copy.subject, copy.predicate, copy.object))
    }
    return triples
  }

  private static func lines(_ dataset: borrowing Dataset, _ syntax: RDFSyntax) -> [UInt8] {
    var lines: [UInt8] = []
    LineWriter.append(dataset.quads, of: dataset.terms, syntax: syntax, to: &lines)
    return lines
  }

  /// A dataset as raptor reads it from RDF/XML: it resolves the dots of subjects and objects,
  /// though nothing is relative; pyoxigraph and rdflib read them as they stand.
  private static func asRaptorReads(_ dataset: borrowing Dataset) throws -> Dataset {
    var changed = Dataset()
    for quad in dataset.quads {
      var read: [TermID] = []
      for term in [quad.subject, quad.object] {
        let isDotted = dataset.terms.spelled(term) == "<http://e/a/../b/./c>"
        read.append(
          isDotted
            ? try changed.terms.iri("http://e/b/c")
            : try changed.terms.intern(term, of: dataset.terms))
      }
      let predicate = try changed.terms.intern(quad.predicate, of: dataset.terms)
      changed.insert(Quad(read[0], predicate, read[1]))
    }
    return changed
  }

  /// Keeps a document for the peers, and reads it back with griot.
  private func check(
    _ bytes: [UInt8], _ name: String, _ syntax: RDFSyntax, _ dataset: borrowing Dataset,
    in folder: URL
  ) throws {
    try Data(bytes).write(to: folder.appending(path: name))
    var back = Dataset()
    try RDFReader.read(bytes, file: name, syntax: syntax, base: "http://other/", into: &back)
    if syntax == .rdfxml {
      try expectSame(Self.asRaptorReads(dataset), back, name)
    } else {
      try expectSame(dataset, back, name)
    }
  }

  private func expectSame(
    _ dataset: borrowing Dataset, _ back: borrowing Dataset, _ name: String
  ) throws {
    let isSame = try Self.canonicalizer.areIsomorphic(dataset, back)
    guard !isSame else { return }
    // Blank nodes have other labels.
    func shown(_ dataset: borrowing Dataset) -> Set<String> {
      let lines = String(decoding: Self.lines(dataset, .nquads), as: UTF8.self)
      return Set(
        lines.replacing(/_:[A-Za-z0-9_.-]+/, with: "_:").split(separator: "\n").map(String.init))
    }
    let (written, read) = (shown(dataset), shown(back))
    Issue.record(
      """
      \(name) reads back as something else, blank nodes aside:
      - \(written.subtracting(read).sorted().map { $0.prefix(300) })
      + \(read.subtracting(written).sorted().map { $0.prefix(300) })
      """)
  }

  /// Writes a dataset in every syntax; what one cannot hold has to be refused by name, and all
  /// else of the dataset is then written.
  private func write(_ dataset: borrowing Dataset, _ stem: String, to folder: URL) throws {
    let quads = Self.lines(dataset, .nquads)
    try check(quads, stem + ".nq", .nquads, dataset, in: folder)
    try check(
      TurtleOutput.writeTriG(dataset.quads, of: dataset.terms, prefixes: Self.prefixes),
      stem + ".trig", .trig, dataset, in: folder)

    let triples = try Self.triples(of: dataset) { _, _ in true }
    try check(Self.lines(triples, .ntriples), stem + ".nt", .ntriples, triples, in: folder)
    let turtle = try TurtleOutput.write(
      triples.quads, of: triples.terms, prefixes: Self.prefixes)
    try check(turtle.bytes, stem + ".ttl", .turtle, triples, in: folder)

    let kept = try Self.triples(of: dataset) { RDFXMLOutput.fault(in: $0, of: $1) == nil }
    if kept.quads.count < triples.quads.count {
      let error = #expect(throws: RDFIOError.self) {
        try RDFXMLOutput.write(triples.quads, of: triples.terms, prefixes: Self.prefixes)
      }
      guard case .unwritable = error else { throw error ?? .raptorUnavailable }
      try Data(Self.lines(kept, .ntriples)).write(to: folder.appending(path: stem + "x.nt"))
    }
    let xml = try RDFXMLOutput.write(kept.quads, of: kept.terms, prefixes: Self.prefixes)
    let isWhole = kept.quads.count == triples.quads.count
    try check(xml, stem + (isWhole ? ".rdf" : "x.rdf"), .rdfxml, kept, in: folder)
  }

  private func writeJSON(
    _ dataset: borrowing Dataset, _ stem: String, _ contexts: [(String, JSONLDContext)],
    to folder: URL
  ) throws {
    func keep(_ bytes: [UInt8], _ ending: String) throws {
      try Data(bytes).write(to: folder.appending(path: stem + ending))
    }
    try keep(JSONLDWriter.expanded(dataset), ".expanded.jsonld")
    for (name, context) in contexts {
      try keep(JSONLDWriter.compacted(dataset, context: context), ".\(name).jsonld")
    }
    if let (_, context) = contexts.first {
      let bytes = JSONLDWriter.compacted(
        dataset, context: context, placement: .reference("https://example.org/context"),
        nativeTypes: .off)
      try keep(bytes, ".reference.jsonld")
    }

    let triples = try Self.triples(of: dataset) { _, _ in true }
    let kept = try Self.triples(of: dataset) { quad, terms in
      !terms.string(of: quad.object).unicodeScalars.contains {
        $0.value == 0 || $0.value | 1 == 0xFFFF
      }
    }
    let isWhole = kept.quads.count == triples.quads.count
    if !isWhole {
      let error = #expect(throws: RDFIOError.self) {
        try RDFJSONOutput.write(triples.quads, of: triples.terms)
      }
      guard case .unwritable = error else { throw error ?? .raptorUnavailable }
      try keep(Self.lines(kept, .ntriples), "j.nt")
    }
    try check(
      RDFJSONOutput.write(kept.quads, of: kept.terms), stem + (isWhole ? ".rj" : "j.rj"),
      .rdfjson, kept, in: folder)
  }

  @Test func readersReadTheSame() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let shipped = Self.root.appending(path: "ontology/context.jsonld")
    let contexts = [
      ("griot", try JSONLDContext(Array(try Data(contentsOf: shipped)), file: "context.jsonld")),
      ("other", try JSONLDContext(Array(Self.context.utf8), file: "other.jsonld")),
    ]
    for seed in 0..<Self.count {
      let dataset = try RandomDataset.make(seed)
      do {
        try write(dataset, "\(seed)", to: folder)
        try writeJSON(dataset, "\(seed)", contexts, to: folder)
      } catch {
        let lines = String(decoding: Self.lines(dataset, .nquads), as: UTF8.self)
        Issue.record("seed \(seed): \(error), of \(lines.prefix(3000))")
      }
    }
    let process = Process()
    process.executableURL = Self.root.appending(path: ".venv/bin/python")
    process.arguments = [
      Self.root.appending(path: "Tests/Peers/round_trips.py").path, folder.path, shipped.path,
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(said.prefix(4000))")
  }
}
