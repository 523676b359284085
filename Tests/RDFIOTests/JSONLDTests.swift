import RDF
import RDFIO
import Testing

/// What JSON-LD is written, after the examples of the specifications.
@Suite struct JSONLDTests {
  private static func dataset(_ lines: String) throws -> Dataset {
    var dataset = Dataset()
    let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    let text = lines.replacing("rdf:", with: "\u{0}").split(separator: "\n")
      .map { line in
        line.split(separator: "\u{0}", omittingEmptySubsequences: false).enumerated()
          .map { number, part in
            guard number > 0 else { return String(part) }
            let name = part.prefix { $0.isLetter }
            return "<\(rdf)\(name)>\(part.dropFirst(name.count))"
          }.joined()
      }.joined(separator: "\n")
    // libraptor's reader of N-Quads leaks the IRIs of datatypes (2.0.15).
    try RaptorReader.read(
      Array((text + "\n").utf8), file: "a.nq",
      syntax: text.contains("^^") ? .turtle : .nquads, into: &dataset)
    return dataset
  }

  private func expanded(_ lines: String) throws -> String {
    let dataset = try Self.dataset(lines)
    return String(decoding: JSONLDWriter.expanded(dataset), as: UTF8.self)
      .filter { $0 != "\n" }
  }

  private func compacted(
    _ lines: String, _ context: String, _ placement: JSONLDContext.Placement = .inline
  ) throws -> String {
    let dataset = try Self.dataset(lines)
    let read = try JSONLDContext(Array(context.utf8), file: "context.jsonld")
    let bytes = JSONLDWriter.compacted(dataset, context: read, placement: placement)
    let text = String(decoding: bytes, as: UTF8.self).filter { $0 != "\n" }
    guard let graph = text.firstRange(of: "\"@graph\":[") else { return text }
    return placement == .inline ? String(text[graph.upperBound...].dropLast(2)) : text
  }

  /// JSON-LD 1.1 API, section 8.4 and its test suite: types, lists, graphs, values.
  @Test(arguments: [
    ("<http://e/a> rdf:type <http://e/C> .", #"[{"@id":"http://e/a","@type":["http://e/C"]}]"#),
    (
      "<http://e/a> rdf:type \"x\" .",
      #"[{"@id":"http://e/a","http://www.w3.org/1999/02/22-rdf-syntax-ns#type":[{"@value":"x"}]}]"#
    ),
    (
      "<http://e/a> <http://e/p> \"x\"@fr .\n<http://e/a> <http://e/p> \"1\"^^<http://e/d> .",
      #"[{"@id":"http://e/a","http://e/p":[{"@value":"1","@type":"http://e/d"},{"@value":"x","@language":"fr"}]}]"#
    ),
    (
      """
      <http://e/a> <http://e/p> _:l .
      _:l rdf:first "x" .
      _:l rdf:rest _:m .
      _:m rdf:first <http://e/y> .
      _:m rdf:rest rdf:nil .
      """,
      #"[{"@id":"http://e/a","http://e/p":[{"@list":[{"@value":"x"},{"@id":"http://e/y"}]}]}]"#
    ),
    (
      "<http://e/a> <http://e/p> rdf:nil .",
      #"[{"@id":"http://e/a","http://e/p":[{"@list":[]}]}]"#
    ),
    (
      """
      <http://e/a> <http://e/p> _:l .
      _:l rdf:first _:i .
      _:l rdf:rest rdf:nil .
      _:i rdf:first "x" .
      _:i rdf:rest rdf:nil .
      """,
      #"[{"@id":"http://e/a","http://e/p":[{"@list":[{"@list":[{"@value":"x"}]}]}]}]"#
    ),
    (
      "<http://e/a> <http://e/p> \"x\" <http://e/g> .\n<http://e/g> <http://e/q> <http://e/a> .",
      #"[{"@id":"http://e/g","http://e/q":[{"@id":"http://e/a"}],"@graph":[{"@id":"http://e/a","http://e/p":[{"@value":"x"}]}]}]"#
    ),
  ])
  func writesExpanded(_ lines: String, _ json: String) throws {
    #expect(try expanded(lines) == json)
  }

  /// A list stays blank nodes where to write it as a list would lose a triple.
  @Test(arguments: [
    // A cell with a type.
    """
    <http://e/a> <http://e/p> _:l .
    _:l rdf:type rdf:List .
    _:l rdf:first "x" .
    _:l rdf:rest rdf:nil .
    """,
    // A list that two share.
    """
    <http://e/a> <http://e/p> _:l .
    <http://e/b> <http://e/p> _:l .
    _:l rdf:first "x" .
    _:l rdf:rest rdf:nil .
    """,
    // A list of one graph that another mentions.
    """
    <http://e/a> <http://e/p> _:l <http://e/g> .
    _:l rdf:first "x" .
    _:l rdf:rest rdf:nil .
    """,
    // A list that nothing mentions, and one that is a graph's name.
    "_:l rdf:first \"x\" .\n_:l rdf:rest rdf:nil .",
    """
    <http://e/a> <http://e/p> _:l .
    <http://e/a> <http://e/p> "y" _:l .
    _:l rdf:first "x" .
    _:l rdf:rest rdf:nil .
    """,
    // A list that holds itself.
    "_:l rdf:first _:l .\n_:l rdf:rest rdf:nil .",
    // Two first items; a cell without an item.
    """
    <http://e/a> <http://e/p> _:l .
    _:l rdf:first "x" .
    _:l rdf:first "y" .
    _:l rdf:rest rdf:nil .
    """,
    "<http://e/a> <http://e/p> _:l .\n_:l rdf:rest rdf:nil .",
  ])
  func keepsCells(_ lines: String) throws {
    #expect(try expanded(lines).contains("ns#rest\":[{\"@list\":[]}]"))
  }

  private static let context = """
    {"@context": {"@version": 1.1, "e": "http://e/", "xsd": "http://www.w3.org/2001/XMLSchema#",
      "C": "e:C", "label": {"@id": "e:label", "@container": "@language"},
      "knows": {"@id": "e:knows", "@type": "@id"}, "kind": {"@id": "e:kind", "@type": "@vocab"},
      "count": {"@id": "e:count", "@type": "xsd:integer"},
      "good": {"@id": "e:good", "@type": "xsd:boolean"},
      "items": {"@id": "e:items", "@container": "@list", "@type": "@id"},
      "tags": {"@id": "e:tags", "@container": "@set"}, "name": "e:name",
      "nom": {"@id": "e:name", "@language": "fr"},
      "odd": {"@reverse": "e:odd"}, "deep": {"@id": "e:deep", "@context": {"e": "http://x/"}},
      "json": {"@id": "e:json", "@type": "@json"}, "index": {"@id": "e:index", "@container": "@index"},
      "id": "@id"}}
    """

  @Test(arguments: [
    ("<http://e/a> rdf:type <http://e/C> .", #"{"@id":"e:a","@type":"C"}"#),
    ("<http://e/a> rdf:type <http://e/deep> .", #"{"@id":"e:a","@type":"e:deep"}"#),
    ("<http://e/a> <http://e/knows> <http://x/b> .", #"{"@id":"e:a","knows":"http://x/b"}"#),
    ("<http://e/a> <http://e/knows> \"b\" .", #"{"@id":"e:a","knows":{"@value":"b"}}"#),
    ("<http://e/a> <http://e/kind> <http://e/C> .", #"{"@id":"e:a","kind":"C"}"#),
    (
      "<http://e/a> <http://e/label> \"b\"@fr .\n<http://e/a> <http://e/label> \"c\"@fr .",
      #"{"@id":"e:a","label":{"fr":["b","c"]}}"#
    ),
    (
      "<http://e/a> <http://e/label> \"b\" .\n<http://e/a> <http://e/label> \"c\"@fr .",
      #"{"@id":"e:a","e:label":"b","label":{"fr":"c"}}"#
    ),
    (
      "<http://e/a> <http://e/count> \"12\"^^<http://www.w3.org/2001/XMLSchema#integer> .",
      #"{"@id":"e:a","count":12}"#
    ),
    (
      "<http://e/a> <http://e/count> \"012\"^^<http://www.w3.org/2001/XMLSchema#integer> .",
      #"{"@id":"e:a","count":"012"}"#
    ),
    (
      "<http://e/a> <http://e/count> \"12\"^^<http://www.w3.org/2001/XMLSchema#decimal> .",
      #"{"@id":"e:a","count":{"@value":"12","@type":"xsd:decimal"}}"#
    ),
    (
      "<http://e/a> <http://e/count> \"1234567890123456\"^^<http://www.w3.org/2001/XMLSchema#integer> .",
      #"{"@id":"e:a","count":"1234567890123456"}"#
    ),
    (
      "<http://e/a> <http://e/name> \"12\"^^<http://www.w3.org/2001/XMLSchema#integer> .",
      #"{"@id":"e:a","name":{"@value":"12","@type":"xsd:integer"}}"#
    ),
    (
      "<http://e/a> <http://e/good> \"true\"^^<http://www.w3.org/2001/XMLSchema#boolean> .",
      #"{"@id":"e:a","good":true}"#
    ),
    (
      "<http://e/a> <http://e/good> \"1\"^^<http://www.w3.org/2001/XMLSchema#boolean> .",
      #"{"@id":"e:a","good":"1"}"#
    ),
    (
      """
      <http://e/a> <http://e/items> _:l .
      _:l rdf:first <http://e/b> .
      _:l rdf:rest rdf:nil .
      """, #"{"@id":"e:a","items":["e:b"]}"#
    ),
    (
      "<http://e/a> <http://e/items> <http://e/b> .", #"{"@id":"e:a","e:items":{"@id":"e:b"}}"#
    ),
    ("<http://e/a> <http://e/tags> \"b\" .", #"{"@id":"e:a","tags":["b"]}"#),
    (
      "<http://e/a> <http://e/name> \"b\"@fr .\n<http://e/a> <http://e/name> \"b\" .",
      #"{"@id":"e:a","name":"b","nom":"b"}"#
    ),
    ("<http://e/a> <http://e/odd> <http://e/b> .", #"{"@id":"e:a","e:odd":{"@id":"e:b"}}"#),
    ("<http://e/a> <http://e/json> \"b\" .", #"{"@id":"e:a","e:json":"b"}"#),
    ("<http://e/a> <http://e/index> \"b\" .", #"{"@id":"e:a","e:index":"b"}"#),
    ("<http://e/a> <http://e/> \"b\" .", #"{"@id":"e:a","e":"b"}"#),
    ("<http://e//a> <http://e/p> \"b\" .", #"{"@id":"e:/a","e:p":"b"}"#),
    ("<http://e///a> <http://e/p> \"b\" .", #"{"@id":"http://e///a","e:p":"b"}"#),
    (
      "<http://e/a> <http://e/p> \"b\" _:g .", #"{"@id":"_:b1","@graph":[{"@id":"e:a","e:p":"b"}]}"#
    ),
  ])
  func compacts(_ lines: String, _ json: String) throws {
    #expect(try compacted(lines, Self.context) == json)
  }

  /// A name of the context that an IRI would be mistaken for is taken back.
  @Test func givesWay() throws {
    let text = try compacted(
      "<e:x> <label:y> <http://e/C> .", Self.context, .reference("http://e/context"))
    #expect(
      text
        == #"{"@context":["http://e/context",{"e":null,"label":null}],"@graph":[{"@id":"e:x","label:y":{"@id":"http://e/C"}}]}"#
    )
  }

  /// Letters that look alike and are other bytes make other IRIs.
  @Test func tellsLettersApart() throws {
    let context = "{\"p\": \"http://e/\u{E9}\"}"
    let lines = "<http://e/a> <http://e/\u{E9}> \"b\" .\n<http://e/a> <http://e/e\u{301}> \"b\" ."
    let text = try compacted(lines, context)
    #expect(
      Array(text.utf8).count
        == Array(
          "{\"@id\":\"http://e/a\",\"http://e/e\u{301}\":\"b\",\"p\":\"b\"}".utf8
        ).count)
  }

  @Test func usesVocabularyAndLanguage() throws {
    let context = #"{"@vocab": "http://e/", "@language": "fr", "p": {}, "q": {"@language": null}}"#
    #expect(
      try compacted(
        """
        <http://e/a> rdf:type <http://e/C> .
        <http://e/a> <http://e/p> "b"@fr .
        <http://e/a> <http://e/q> "b" .
        <http://e/a> <http://e/r> "b" .
        """, context)
        == #"{"@id":"http://e/a","@type":"C","http://e/r":{"@value":"b"},"p":"b","q":"b"}"#)
    // A name that looks like a keyword is written in full.
    #expect(
      try compacted("<http://e/a> rdf:type <http://e/@id> .", context)
        == #"{"@id":"http://e/a","@type":"http://e/@id"}"#)
  }

  @Test(arguments: [
    ("[]", 1, 1), ("{\"a\":\n \"b\"}", 2, 2), ("{\"@context\": \"http://e/\"}", 1, 14),
    ("{\"@import\": \"x\"}", 1, 2), ("{\"a\": \"b:c\", \"b\": \"a:d\"}", 1, 7),
    ("{\"a\": {\"@id\": \"http://e/\", \"@protected\": true}}", 1, 42), ("{", 1, 2),
    ("{\"a\": 1}", 1, 7), ("{\"@version\": 2}", 1, 14),
  ])
  func refuses(_ context: String, _ line: Int, _ column: Int) {
    let error = #expect(throws: RDFIOError.self) {
      try JSONLDContext(Array(context.utf8), file: "c.jsonld")
    }
    #expect(error?.diagnostic.position == SourcePosition(line: line, column: column))
  }

  @Test func rdfJSONHoldsAll() throws {
    let dataset = try Self.dataset(
      """
      <http://e/a> <http://e/p> "x\\u0001\\"é"@fr .
      <http://e/a> <http://e/q> "1"^^<http://e/d> .
      <http://e/a> <http://e/p> _:b .
      <http://e/b> <http://e/p> <http://e/a> .
      """)
    let text = String(
      decoding: try RDFJSONOutput.write(dataset.quads, of: dataset.terms), as: UTF8.self)
    #expect(text.contains("\"http://e/a\" : {"))
    #expect(text.contains("\"lang\" : \"fr\""))
  }
}
