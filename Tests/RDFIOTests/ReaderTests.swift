import RDF
import RDFIO
import Testing

@Suite struct ReaderTests {
  private func read(
    _ text: String, _ syntax: RDFSyntax = .turtle, blankNodes: String = "b",
    mode: ReadingMode = .strict
  ) throws -> [String] {
    try read(Array(text.utf8), syntax, blankNodes: blankNodes, mode: mode)
  }

  private func read(
    _ bytes: [UInt8], _ syntax: RDFSyntax = .turtle, blankNodes: String = "b",
    mode: ReadingMode = .strict
  ) throws -> [String] {
    var dataset = Dataset()
    try RDFReader.read(
      bytes, file: "x", syntax: syntax, base: "http://e/", blankNodes: blankNodes, mode: mode,
      into: &dataset)
    return lines(dataset)
  }

  private func lines(_ dataset: borrowing Dataset) -> [String] {
    var bytes: [UInt8] = []
    LineWriter.append(dataset.quads, of: dataset.terms, syntax: .nquads, to: &bytes)
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private func fault(_ bytes: [UInt8], _ syntax: RDFSyntax = .turtle) throws -> String {
    do {
      let quads = try read(bytes, syntax)
      Issue.record("it was read: \(quads)")
      return ""
    } catch let error as RDFIOError {
      return error.description
    }
  }

  // MARK: What is read

  @Test(arguments: [
    ("<s> <p> <o> .", ["<http://e/s> <http://e/p> <http://e/o> ."]),
    (
      "PREFIX : <#>\n:a a :b;;:p :c,:d;.",
      [
        "<http://e/#a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/#b> .",
        "<http://e/#a> <http://e/#p> <http://e/#c> .",
        "<http://e/#a> <http://e/#p> <http://e/#d> .",
      ]
    ),
    (
      "@prefix e: <http://e/> . e:a\\,b%20c e:p.q e:é .",
      [
        "<http://e/a,b%20c> <http://e/p.q> <http://e/é> ."
      ]
    ),
    ("@base <http://x/y/> . <s> <p> <../o> .", ["<http://x/y/s> <http://x/y/p> <http://x/o> ."]),
    (
      "<s> <p> 1, -1.5, 2.e3, .5, true .",
      [
        "<http://e/s> <http://e/p> \"1\"^^<http://www.w3.org/2001/XMLSchema#integer> .",
        "<http://e/s> <http://e/p> \"-1.5\"^^<http://www.w3.org/2001/XMLSchema#decimal> .",
        "<http://e/s> <http://e/p> \"2.e3\"^^<http://www.w3.org/2001/XMLSchema#double> .",
        "<http://e/s> <http://e/p> \".5\"^^<http://www.w3.org/2001/XMLSchema#decimal> .",
        "<http://e/s> <http://e/p> \"true\"^^<http://www.w3.org/2001/XMLSchema#boolean> .",
      ]
    ),
    (
      "<s> <p> 1.",
      [
        "<http://e/s> <http://e/p> \"1\"^^<http://www.w3.org/2001/XMLSchema#integer> ."
      ]
    ),
    (
      "<s> <p> '''a'\"\n\\u00e9\\U0001F600'''@fr-ML .",
      [
        "<http://e/s> <http://e/p> \"a'\\\"\\né\u{1F600}\"@fr-ml ."
      ]
    ),
    (
      "<s> <p> \"\" , \"x\" ^^ <d> .",
      [
        "<http://e/s> <http://e/p> \"\" .", "<http://e/s> <http://e/p> \"x\"^^<http://e/d> .",
      ]
    ),
    (
      "<s> <p> (), [] .",
      [
        "<http://e/s> <http://e/p> <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil> .",
        "<http://e/s> <http://e/p> _:b1 .",
      ]
    ),
    (
      "_:x <p> [ <q> _:x ] . [ <r> 'é' ] .",
      [
        "_:bx <http://e/p> _:b1 .", "_:b1 <http://e/q> _:bx .", "_:b2 <http://e/r> \"é\" .",
      ]
    ),
    ("\u{FEFF}<s> <p> <o> . # comment", ["<http://e/s> <http://e/p> <http://e/o> ."]),
    ("VERSION \"1.2\" <s> <p> <o> .", ["<http://e/s> <http://e/p> <http://e/o> ."]),
  ])
  func readsTurtle(_ text: String, _ expected: [String]) throws {
    #expect(try read(text) == expected)
  }

  @Test func readsTriG() throws {
    let text = "<g> { <s> <p> <o>, 'x' } GRAPH _:g { <s> <p> <o> . } { <a> <b> <c> } <d> <e> <f> ."
    #expect(
      try read(text, .trig) == [
        "<http://e/s> <http://e/p> <http://e/o> <http://e/g> .",
        "<http://e/s> <http://e/p> \"x\" <http://e/g> .",
        "<http://e/s> <http://e/p> <http://e/o> _:bg .", "<http://e/a> <http://e/b> <http://e/c> .",
        "<http://e/d> <http://e/e> <http://e/f> .",
      ])
  }

  @Test func readsCollections() throws {
    let rdf = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    #expect(
      try read("<s> <p> (<a> (<b>)) .") == [
        "<http://e/s> <http://e/p> _:b1 .", "_:b1 \(rdf)first> <http://e/a> .",
        "_:b1 \(rdf)rest> _:b2 .", "_:b2 \(rdf)first> _:b3 .", "_:b3 \(rdf)first> <http://e/b> .",
        "_:b3 \(rdf)rest> \(rdf)nil> .", "_:b2 \(rdf)rest> \(rdf)nil> .",
      ])
  }

  /// Labels of one document never meet those that are made, nor those of another document.
  @Test func keepsBlankNodesApart() throws {
    var dataset = Dataset()
    for beginning in ["x-", "y-"] {
      try RDFReader.read(
        Array("_:1 <http://e/p> [] , _:é, _:a.b .".utf8), file: "x", syntax: .turtle,
        blankNodes: beginning, into: &dataset)
    }
    #expect(
      lines(dataset) == [
        "_:x-.31 <http://e/p> _:x-1 .", "_:x-.31 <http://e/p> _:x-.C3.A9 .",
        "_:x-.31 <http://e/p> _:x-a.2Eb .", "_:y-.31 <http://e/p> _:y-1 .",
        "_:y-.31 <http://e/p> _:y-.C3.A9 .", "_:y-.31 <http://e/p> _:y-a.2Eb .",
      ])
  }

  @Test func keepsOrigins() throws {
    let text = Array("<http://e/s> <http://e/p>\n <http://e/o>, 'é', [ <http://e/q> 1 ] .".utf8)
    var dataset = Dataset(tracing: .on)
    try RDFReader.read(text, file: "x", syntax: .turtle, into: &dataset)
    let places = dataset.quads.indices.map {
      SourcePosition(of: dataset.origin(of: $0), in: text)
    }
    #expect(
      places == [(2, 2), (2, 16), (2, 21), (2, 36)].map { SourcePosition(line: $0, column: $1) })
  }

  // MARK: What is refused

  @Test(arguments: [
    (
      "<s> <p> .",
      "x:1:9: error: \".\" stands here; expected an object: an IRI, a blank node, a literal, \"[\" or \"(\""
    ),
    (
      "<s> <p> <o>",
      "x:1:12: error: the end of the document stands here; expected \",\", \";\" or \".\""
    ),
    ("<s> <p> 'é' <o> .", "x:1:13: error: \"<\" stands here; expected \",\", \";\" or \".\""),
    (
      "@prefix ex: <http://e/> .\nx:a ex:b ex:c .",
      "x:2:1: error: the prefix \"x:\" is not declared; expected \"@prefix x: <…> .\" before it; did you mean \"ex\"?"
    ),
    (
      "<s> <p> \"a\nb\" .",
      "x:1:11: error: the string is not closed on its line; expected '\"', or \\n for a line end"
    ),
    (
      "<s> <p> 'é\\x' .",
      "x:1:11: error: \"\\\" and \"x\" are no escape of a string; expected \\t, \\b, \\n, \\r, \\f, \\\", \\', \\\\, \\u with 4 or \\U with 8 hexadecimal digits"
    ),
    (
      "<s> <p> '\\uD83D\\uDE00' .",
      "x:1:10: error: U+D83D is half of a surrogate pair, which is no character; write the character itself or \\U with 8 digits"
    ),
    (
      "<s> <p> '\\U00110000' .", "x:1:10: error: U+110000 is no character; the last one is U+10FFFF"
    ),
    (
      "<s> <p> <a b> .",
      "x:1:11: error: a space is not allowed in an IRI; write it percent-encoded, or close the IRI with \">\""
    ),
    (
      "<s> <p> <http://a/%zz> .",
      "x:1:9: error: \"http://a/%zz\" is not an absolute IRI: the \"%\" after 9 bytes is not followed by two hexadecimal digits"
    ),
    ("'x' <p> <o> .", "x:1:1: error: \"'\" stands here; expected a subject or a directive"),
    ("<s> 'x' <o> .", "x:1:5: error: \"'\" stands here; expected a predicate"),
    (
      "<s> <p> 'x'@abcdefghi .",
      "x:1:9: error: \"abcdefghi\" is not a language tag; expected one such as fr or fr-ML (BCP 47)"
    ),
    ("<s> <p> 1.5e .", "x:1:9: error: the number needs digits after its \"e\", as in \"1.5e3\""),
    ("<s> <p> [ <q> <o> .", "x:1:19: error: \".\" stands here; expected \",\", \";\" or \"]\""),
    ("<s> <p> <o> { }", "x:1:13: error: \"{\" stands here; expected \",\", \";\" or \".\""),
    (
      "<< <s> <p> <o> >> <q> 1 .",
      "x:1:1: error: \"<<\" begins a triple term, which is RDF 1.2; only RDF 1.1 is read"
    ),
    (
      "<s> <p> <o> {| <q> 1 |} .",
      "x:1:13: error: \"{|\" begins an annotation, which is RDF 1.2; only RDF 1.1 is read"
    ),
    (
      "<s> <p> <o> ~ <r> .",
      "x:1:13: error: \"~\" names a reifier, which is RDF 1.2; only RDF 1.1 is read"
    ),
    (
      "<s> <p> 'x'@ar--rtl .",
      "x:1:15: error: a direction such as \"--ltr\" after a language tag is RDF 1.2; only RDF 1.1 is read"
    ),
    (
      "<s> <p> 'x'^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#langString> .",
      "x:1:14: error: a literal of datatype rdf:langString needs a language tag: write \"@\" and the tag in place of the datatype"
    ),
  ])
  func refusesTurtle(_ text: String, _ message: String) throws {
    #expect(try fault(Array(text.utf8)) == message)
  }

  @Test(arguments: [
    (
      "<http://e/s> <http://e/p> \"é\" <http://e/g> .",
      "x:1:31: error: \"<\" stands here; expected \".\" at the end of the triple"
    ),
    (
      "\n<http://e/s> <p> <http://e/o> .",
      "x:2:14: error: \"p\" is not an absolute IRI: it does not begin with a scheme such as \"https:\""
    ),
    (
      "<http://e/s> <http://e/p> \"x\"\n.",
      "x:1:30: error: a line end stands here; expected \".\" at the end of the triple"
    ),
    (
      "<http://e/s> <http://e/p> <<( <http://e/s> <http://e/p> 1 )>> .",
      "x:1:27: error: \"<<\" begins a triple term, which is RDF 1.2; only RDF 1.1 is read"
    ),
  ])
  func refusesLines(_ text: String, _ message: String) throws {
    #expect(try fault(Array(text.utf8), .ntriples) == message)
  }

  @Test func refusesBytesThatAreNotUTF8() throws {
    let wrong = "the bytes here are not UTF-8; save the file in UTF-8"
    for bytes: [UInt8] in [
      [0xFF], [0xC3, 0x28], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xE2, 0x82],
    ] {
      let string = Array("<s> <p> 'é".utf8) + bytes + Array("' .".utf8)
      #expect(try fault(string) == "x:1:11: error: \(wrong)")
      #expect(try fault(Array("# é".utf8) + bytes + [0x0A]) == "x:1:4: error: \(wrong)")
    }
    #expect(try fault([0x3C, 0x00]).hasPrefix("x:1:2: error: U+0000 is not allowed in an IRI"))
    #expect(try fault([0x0A, 0x00]).hasPrefix("x:2:1: error: U+0000 stands here"))
  }

  /// Nesting is bounded and costs no call stack.
  @Test(arguments: ["[ <p> ", "( "])
  func boundsNesting(_ bracket: String) throws {
    let deep = String(repeating: bracket, count: 512)
    let closing = String(repeating: bracket == "( " ? ")" : "]", count: 512)
    let quads = try read("<s> <p> \(deep)1 \(closing) .")
    #expect(quads.count >= 512)
    let message = try fault(Array(("<s> <p> " + String(repeating: bracket, count: 100_000)).utf8))
    #expect(message.contains("brackets are nested deeper than 512 levels"))
    #expect(message.hasPrefix("x:1:\(9 + 512 * bracket.count): "))
  }

  // MARK: Leniency

  @Test func skipsFaultyLines() throws {
    var dataset = Dataset()
    let text = """
      <http://e/s> <http://e/p> "1" .
      <http://e/s> <http://e/p> .
      nonsense
      <http://e/s> <http://e/p> "2" .
      """
    let skipped = try RDFReader.read(
      Array(text.utf8), file: "x", syntax: .ntriples, mode: .lenient, into: &dataset)
    #expect(
      lines(dataset)
        == ["<http://e/s> <http://e/p> \"1\" .", "<http://e/s> <http://e/p> \"2\" ."])
    #expect(skipped.count == 2)
    #expect(skipped.diagnostics.map(\.position?.line) == [2, 3])
  }

  @Test func skipsFaultyStatements() throws {
    var dataset = Dataset()
    let text = """
      <s> <p> <a>, [ <q> 1 ], u:x ; <q> "v. " . <s> <p> <b> .
      <g> { <s> nonsense <c> . <s> <p> <d> }
      <s> <p> <e> , .
      <s> <p> <f> .
      """
    let skipped = try RDFReader.read(
      Array(text.utf8), file: "x", syntax: .trig, base: "http://e/", mode: .lenient, into: &dataset)
    let read = lines(dataset)
    for quad in [
      "<http://e/s> <http://e/p> <http://e/a> .", "<http://e/s> <http://e/p> <http://e/b> .",
      "<http://e/s> <http://e/p> <http://e/d> <http://e/g> .",
      "<http://e/s> <http://e/p> <http://e/e> .", "<http://e/s> <http://e/p> <http://e/f> .",
    ] {
      #expect(read.contains(quad))
    }
    #expect(skipped.diagnostics.map(\.position?.line) == [1, 2, 3])
  }

  // MARK: Streams

  @Test func handsOutQuadsAsTheyCome() throws {
    var reader = try QuadReader(.turtle, file: "x", base: "http://e/")
    var terms = TermTable()
    var objects: [TermID] = []
    var seen: [Int] = []
    for chunk in ["<s> <p> <o>", " , 'long", " text', 1", "5", " ."] {
      try reader.read(Array(chunk.utf8).span, into: &terms) { quad, _ in
        objects.append(quad.object)
      }
      seen.append(objects.count)
    }
    try reader.finish(into: &terms) { _, _ in }
    #expect(seen == [1, 1, 2, 2, 3])
    #expect(objects.map { terms.string(of: $0) } == ["http://e/o", "long text", "15"])
  }

  @Test func placesAreThoseOfTheWholeDocument() throws {
    var converter = try LineConverter(.turtle, to: .ntriples, file: "x")
    var output: [UInt8] = []
    do {
      for byte in Array("# é\r\n<http://e/s>\r <http://e/p> 'é', ,".utf8) {
        try converter.convert([byte].span, to: &output)
      }
      try converter.finish(to: &output)
      Issue.record("it was read")
    } catch {
      #expect(error.description.hasPrefix("x:3:20: error: \",\" stands here"))
    }
    #expect(String(decoding: output, as: UTF8.self) == "<http://e/s> <http://e/p> \"é\" .\n")
  }

  @Test func convertsLinesToCanonicalOnes() throws {
    let text =
      "<http://e/\\u00e9>\t<http://e/p>\"a\\u0022\"^^<http://www.w3.org/2001/XMLSchema#string> _:g.\n"
    var converter = try LineConverter(.nquads, to: .nquads, file: "x")
    var output: [UInt8] = []
    try converter.convert(Array(text.utf8).span, to: &output)
    try converter.finish(to: &output)
    #expect(
      String(decoding: output, as: UTF8.self) == "<http://e/é> <http://e/p> \"a\\\"\" _:g .\n")
  }
}
