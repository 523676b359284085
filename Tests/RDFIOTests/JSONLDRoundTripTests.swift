import Foundation
import RDF
import RDFIO
import Testing

/// Odd datasets, written as JSON-LD and RDF/JSON and read by rdflib, pyoxigraph and Python.
@Suite struct JSONLDRoundTripTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Numbers that are the same on every run.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
      return mixed ^ mixed >> 31
    }
  }

  private static let griot = "https://w3id.org/griot/ontology#"
  /// Terms of the context, IRIs that look like its names or like keywords, and odd letters.
  private static let iris = [
    "http://e/a", "http://e/b", "http://e/@id", "http://e/@type", "http://e/a?b=c#d",
    "http://e/\u{E9}", "http://e/e\u{301}", "http://e/%20", "urn:x", "griot:x", "dc:title",
    "label:x", "xsd:string", "e:a", "https://w3id.org/griot/ontology#", griot + "//x",
    griot + "Person", griot + "@graph", griot + "agent", griot + "date",
    Namespace.rdf + "type", Namespace.rdf + "nil", Namespace.rdf + "List", Namespace.xsd + "string",
    "http://e/a:b", "mailto:a@b.c", "tag:@context",
  ]
  private static let predicates =
    iris + [
      Namespace.rdfs + "label", griot + "count", griot + "named", griot + "object", griot + "bound",
      griot + "confidence", griot + "duration", Namespace.rdf + "object", Namespace.rdf + "first",
      Namespace.rdf + "rest", Namespace.rdf + "type", "http://www.w3.org/ns/oa#start",
      "http://www.w3.org/2002/07/owl#sameAs", "http://e/list", "http://e/set", "http://e/vocab",
    ]
  private static let texts = [
    "", "a", "é \u{1F600}", "e\u{301}", "\"\\\n\r\t/", "\u{1}\u{7F}\u{2028}", "1", "01", "-0",
    "true",
    "1.0", "1E0", "@id", "_:b1", "http://e/a", "griot:x", "null", "{}", " 1 ",
    "12345678901234567890",
    "-5", "0", "2013/..", "\u{FFFE}", "<b/>",
  ]
  private static let datatypes =
    [
      "string", "integer", "nonNegativeInteger", "decimal", "double", "boolean", "date",
      "hexBinary",
      "duration",
    ].map { Namespace.xsd + $0 } + [
      Namespace.rdf + "JSON", Namespace.rdf + "HTML", Namespace.rdf + "XMLLiteral",
      Namespace.edtf + "EDTF", "http://e/d", "griot:d", griot + "date",
    ]

  private static func dataset(_ seed: UInt64) throws -> Dataset {
    var dice = Dice(state: seed)
    var dataset = Dataset()
    func pick<Item>(_ items: [Item]) -> Item { items[Int.random(in: items.indices, using: &dice)] }
    func iri(_ table: inout TermTable, _ names: [String]) throws -> TermID {
      try table.iri(pick(names))
    }
    func node(_ table: inout TermTable) throws -> TermID {
      Int.random(in: 0..<3, using: &dice) == 0
        ? try table.blankNode(Array("n\(Int.random(in: 0..<6, using: &dice))".utf8).span)
        : try iri(&table, iris)
    }
    func object(_ table: inout TermTable) throws -> TermID {
      switch Int.random(in: 0..<4, using: &dice) {
      case 0, 1: return try node(&table)
      case 2: return try table.literal(pick(texts), language: pick(["fr", "en-gb", "x-a-b", "zh"]))
      default: return try table.literal(pick(texts), datatype: table.iri(pick(datatypes)))
      }
    }
    func graph(_ table: inout TermTable) throws -> TermID {
      switch Int.random(in: 0..<6, using: &dice) {
      case 0: try node(&table)
      case 1, 2: try table.iri("http://e/g")
      default: .defaultGraph
      }
    }
    for _ in 0..<Int.random(in: 1..<25, using: &dice) {
      let subject = try node(&dataset.terms)
      let predicate = try iri(&dataset.terms, predicates)
      let value = try object(&dataset.terms)
      dataset.insert(Quad(subject, predicate, value, graph: try graph(&dataset.terms)))
    }
    // Lists: whole, empty, shared, in one another, with a type, cut in two graphs, in a circle.
    for number in 0..<Int.random(in: 0..<5, using: &dice) {
      let home = try graph(&dataset.terms)
      let count = Int.random(in: 0..<4, using: &dice)
      let cells = try (0..<count).map { cell in
        try dataset.terms.blankNode(Array("l\(number)c\(cell)".utf8).span)
      }
      for (place, cell) in cells.enumerated() {
        let isInner = number > 0 && Int.random(in: 0..<4, using: &dice) == 0
        let item =
          isInner
          ? try dataset.terms.blankNode(Array("l\(number - 1)c0".utf8).span)
          : try object(&dataset.terms)
        dataset.insert(Quad(cell, .rdfFirst, item, graph: home))
        let isLoop = Int.random(in: 0..<15, using: &dice) == 0
        let rest = place + 1 < count ? cells[place + 1] : isLoop ? cells[0] : .rdfNil
        let isOut = Int.random(in: 0..<15, using: &dice) == 0
        dataset.insert(
          Quad(cell, .rdfRest, rest, graph: isOut ? try graph(&dataset.terms) : home))
        if Int.random(in: 0..<12, using: &dice) == 0 {
          dataset.insert(
            Quad(cell, .rdfType, try dataset.terms.iri(Namespace.rdf + "List"), graph: home))
        }
      }
      let holders = pick([0, 1, 1, 1, 1, 2])
      for _ in 0..<holders {
        let holder = try node(&dataset.terms)
        let name = try dataset.terms.iri(pick(predicates + ["http://e/list", "http://e/list"]))
        dataset.insert(Quad(holder, name, cells.first ?? .rdfNil, graph: home))
      }
    }
    return dataset
  }

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

  @Test func peersReadTheSame() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let shipped = Self.root.appending(path: "ontology/context.jsonld")
    let contexts = [
      "griot": try JSONLDContext(Array(try Data(contentsOf: shipped)), file: "context.jsonld"),
      "other": try JSONLDContext(Array(Self.context.utf8), file: "other.jsonld"),
    ]
    for seed in 0..<300 {
      let dataset = try Self.dataset(UInt64(seed))
      let stem = "\(seed)"
      var lines: [UInt8] = []
      LineWriter.append(dataset.quads, of: dataset.terms, syntax: .nquads, to: &lines)
      try Data(lines).write(to: folder.appending(path: stem + ".nq"))
      try Data(JSONLDWriter.expanded(dataset))
        .write(to: folder.appending(path: stem + ".expanded.jsonld"))
      for (name, context) in contexts {
        let bytes = JSONLDWriter.compacted(dataset, context: context)
        try Data(bytes).write(to: folder.appending(path: stem + ".\(name).jsonld"))
      }
      let bytes = JSONLDWriter.compacted(
        dataset, context: try #require(contexts["griot"]),
        placement: .reference("https://example.org/context"), nativeTypes: .off)
      try Data(bytes).write(to: folder.appending(path: stem + ".reference.jsonld"))
      guard seed < 100 else { continue }
      var triples = Dataset()
      for quad in dataset.quads {
        triples.insert(
          Quad(
            try triples.terms.intern(quad.subject, of: dataset.terms),
            try triples.terms.intern(quad.predicate, of: dataset.terms),
            try triples.terms.intern(quad.object, of: dataset.terms)))
      }
      lines = []
      LineWriter.append(triples.quads, of: triples.terms, syntax: .ntriples, to: &lines)
      try Data(lines).write(to: folder.appending(path: stem + ".nt"))
      do throws(RDFIOError) {
        let bytes = try RDFJSONOutput.write(triples.quads, of: triples.terms)
        try? Data(bytes).write(to: folder.appending(path: stem + ".rj"))
      } catch {
        // The one text above that raptor cannot write.
        #expect(error.description.contains(#"\uFFFE"#), "\(error)")
      }
    }
    let process = Process()
    process.executableURL = Self.root.appending(path: ".venv/bin/python")
    process.arguments = [
      Self.root.appending(path: "Tests/Peers/json_ld.py").path, folder.path, shipped.path,
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(said.prefix(4000))")
  }
}
