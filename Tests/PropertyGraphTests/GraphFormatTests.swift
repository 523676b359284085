import Ontology
import RDF
import RDFIO
import Testing

@testable import PropertyGraph

/// What the writers of graphs make of one small article.
@Suite struct GraphFormatTests {
  private static let article = """
    @prefix : <http://b/article/a/> .
    @prefix griot: <https://w3id.org/griot/ontology#> .
    @prefix prov: <http://www.w3.org/ns/prov#> .
    @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    @prefix sem: <http://semanticweb.cs.vu.nl/2009/11/sem/> .
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
    <http://b/article/a> a griot:Article .
    :x a griot:Organisation ; rdfs:label "l’Union"@fr .
    :y a griot:Country ; rdfs:label "Soréa"@fr .

    """

  private func graph(_ rest: String) throws -> PropertyGraph {
    var dataset = Dataset()
    let graph = try dataset.terms.iri("http://b/article/a")
    try RDFReader.read(
      Array((Self.article + rest).utf8), file: "a.ttl", syntax: .turtle, graph: graph,
      into: &dataset)
    var projection = Projection(ontology: try Ontology())
    projection.add(dataset)
    return projection.finish()
  }

  private func gexf(
    _ rest: String, _ colours: GEXFWriter.Colours = .written
  ) throws -> String {
    let bytes = try GEXFWriter.write(try graph(rest), ontology: try Ontology(), colours: colours)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func dot(_ graph: PropertyGraph, _ languages: [String] = ["fr", "en"]) throws -> String {
    String(
      decoding: DOTWriter.write(graph, ontology: try Ontology(), languages: languages),
      as: UTF8.self)
  }

  private func claim(_ rest: String, _ name: String = "c") -> String {
    ":\(name) a griot:Claim ; rdf:subject :x ; rdf:predicate griot:operatesIn ; rdf:object :y ; "
      + "\(rest) .\n"
  }

  // MARK: GEXF

  @Test func withoutTimeGEXFIsStatic() throws {
    let text = try gexf("")
    #expect(text.contains(#"<gexf xmlns="http://gexf.net/1.3" "#))
    #expect(text.contains(#"mode="static">"#))
    #expect(!text.contains("timeformat") && !text.contains("spell"))
  }

  /// What a date can mean, and no more: an open end is not there.
  @Test(arguments: [
    ("2024-11-15", #"start="2024-11-15" end="2024-11-15""#),
    ("2024-11", #"start="2024-11-01" end="2024-11-30""#),
    ("2023~", #"start="2023-01-01" end="2023-12-31""#),
    ("2013/2024-11-15", #"start="2013-01-01" end="2024-11-15""#),
    ("2013/..", #"start="2013-01-01""#),
    ("../2031-11-29", #"end="2031-11-29""#),
    ("[2024-10-30,2024-11-06]", #"start="2024-10-30" end="2024-11-06""#),
  ])
  func edgesHaveTheDaysOfTheirInterval(_ interval: String, _ spell: String) throws {
    let text = try gexf(
      claim(#"griot:status griot:reported ; griot:interval "\#(interval)""#))
    #expect(text.contains(#"mode="dynamic" timeformat="date" timerepresentation="interval""#))
    #expect(text.contains("<spells><spell \(spell)></spell></spells>"))
    #expect(text.split(separator: "<spell ").count == 2)
  }

  @Test func eventsHaveTheDaysOfTheirBounds() throws {
    let text = try gexf(
      """
      :v a griot:Withdrawal ; rdfs:label "retrait"@fr ; griot:status griot:planned ;
        griot:date "2024-11" ; sem:hasEarliestBeginTimeStamp "2024-11-01"^^xsd:date ;
        sem:hasLatestEndTimeStamp "2024-11-30"^^xsd:date .
      """)
    #expect(text.contains(#"<spell start="2024-11-01" end="2024-11-30">"#))
  }

  /// Years of fewer and more digits are in order, not letter by letter.
  @Test func boundsAreWidestOfSeveral() throws {
    let spell = try #require(
      GraphSpell([
        GraphValue(key: "earliest", texts: ["0999-01-01", "-0050-03-01"]),
        GraphValue(key: "latest", texts: ["0999-12-31", "12024-01-01"]),
      ]))
    #expect(spell.start == "-0050-03-01" && spell.end == "12024-01-01")
  }

  @Test func coloursAreLeftOut() throws {
    #expect(try gexf("").contains("<viz:color "))
    #expect(try !gexf("", .leftOut).contains("viz"))
  }

  @Test func severalValuesAreAList() throws {
    let text = try gexf(#":x skos:altLabel "a\"b" , "c\\d" , "e;f" ."#)
    #expect(text.contains(#"title="altLabel" type="liststring""#))
    #expect(text.contains(#"value="[&quot;a\&quot;b&quot;, &quot;c\\d&quot;, &quot;e;f&quot;]""#))
  }

  @Test func parallelEdgesHaveKindsOfTheirOwn() throws {
    let text = try gexf(
      claim("griot:status griot:reported") + claim("griot:status griot:reported", "d")
        + claim("griot:status griot:planned", "e"))
    let kinds = text.split(separator: "kind=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(kinds == ["reported: operatesIn", "reported: operatesIn 2", "planned: operatesIn"])
  }

  /// A number that its column's type cannot hold makes the column text.
  @Test func misfitsMakeTextColumns() throws {
    let keys = [GraphKey(name: "n", kind: .long), GraphKey(name: "c", kind: .double)]
    func kinds(_ number: String, _ decimal: String) -> [GraphColumn.Kind] {
      GraphColumn.columns(
        keys, [[GraphValue(key: "n", text: number), GraphValue(key: "c", text: decimal)]],
        omitting: []
      ).map(\.kind)
    }
    #expect(kinds("-9223372036854775808", "1e-3") == [.long, .double])
    #expect(kinds("9223372036854775808", "NaN") == [.text, .text])
    #expect(kinds("1.0", "0x1p3") == [.text, .text])
    #expect(kinds("", "") == [.text, .text])
  }

  // MARK: DOT

  @Test(arguments: [
    ("griot:status griot:asserted", "solid"), ("griot:status griot:planned", "dashed"),
    ("griot:status griot:reported", "dashed"), ("griot:status griot:possible", "dotted"),
    ("griot:status griot:asserted ; prov:wasAttributedTo :y", "dashed"),
  ])
  func linesShowHowEdgesArePut(_ put: String, _ line: String) throws {
    let text = try dot(try graph(claim(put)))
    #expect(text.contains("n0 -> n1 [id=e0 style=\(line) "))
    let isSolid = line == "solid"
    #expect(text.contains("STYLE=\"\(line)\"") == !isSolid, "the legend")
  }

  @Test func drawingSpeaksTheLanguageOfItsLabels() throws {
    let french = try dot(try graph(claim("griot:status griot:reported")))
    #expect(french.contains(#"label="rapporté : opère à""#) && french.contains(">pays<") == false)
    #expect(french.contains(">lieu</TD>"))
    let english = try dot(
      try graph(claim("griot:status griot:reported") + #":x rdfs:label "Union"@en ."#),
      ["en", "fr"])
    #expect(english.contains(#"label="reported: operates in""#))
    #expect(english.contains(">place</TD>"))
  }

  @Test func textsCannotLeaveTheirPlace() throws {
    let label = "</B>] x [\\N\" \u{1} &amp; \\"
    let text = try dot(
      try graph(#":z a griot:Group ; rdfs:label "</B>] x [\\N\" \u0001 &amp; \\" ."#))
    #expect(!text.contains(label) && !text.contains("\u{1}"))
    #expect(text.contains("<B>&lt;/B&gt;] x</B>") || text.contains("&lt;/B&gt;] x ["))
    #expect(!text.contains(#"\N"#), "graphviz would put the node's name there")
    #expect(DOTText.quoted("a\"\\\n\u{0}b") == "\"a\\\"\\\\\\n\u{FFFD}b\"")
  }

  @Test func longTextsAreCut() throws {
    let long = String(repeating: "mot ", count: 100_000)
    let text = try dot(try graph(#":z a griot:Group ; rdfs:label "\#(long)" ."#))
    #expect(text.utf8.count < 4_000)
    #expect(text.contains("…"))
    #expect(DOTText.wrapped(String(repeating: "x", count: 100), 18).allSatisfy { $0.count <= 36 })
  }

  @Test func largeGraphsAreLaidOutByForces() throws {
    var graph = PropertyGraph()
    graph.nodes = (0..<DOTWriter.layeredLimit).map { GraphNode(iri: "http://b/\($0)") }
    #expect(try dot(graph).contains("layout=dot "))
    graph.nodes.append(GraphNode(iri: "http://b/one more"))
    #expect(try dot(graph).contains("layout=sfdp "))
    #expect(try dot(PropertyGraph()).hasPrefix("digraph griot {"))
  }

  @Test func datesAndDurationsAreForPeople() {
    let french = DrawingWords.french
    let english = DrawingWords.english
    #expect(french.date("[2024-10-30,2024-11-06] (evening)") == "2024-10-30 ou 2024-11-06 (soir)")
    #expect(english.date("2013/..") == "2013 – …")
    #expect(english.date("../2031-11-29") == "… – 2031-11-29")
    #expect(english.date("2023 (end)") == "2023 (end)")
    #expect(french.duration("> P1M") == "> 1 mois" && english.duration("P3W") == "3 weeks")
    #expect(english.duration("P1Y2M") == "P1Y2M" && english.duration("") == "")
  }

  // MARK: Neo4j

  private func neo4j(_ graph: PropertyGraph) -> (nodes: [String], relationships: [String]) {
    let files = Neo4jCSVWriter.write(graph)
    let lines = [files.nodes, files.relationships].map { bytes in
      String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").map(String.init)
    }
    return (lines[0], lines[1])
  }

  @Test func columnsHaveTypes() throws {
    let (nodes, relationships) = neo4j(
      try graph(
        #":x griot:strength 15000 ; skos:altLabel "a" , "b" ; griot:named true ."#
          + claim("griot:status griot:reported ; griot:confidence 0.9")))
    let header = try #require(nodes.first).split(separator: ",").map(String.init)
    #expect(header.prefix(2) == ["iri:ID", ":LABEL"])
    for column in ["label:string", "strength:long", "altLabel:string[]", "named:boolean"] {
      #expect(header.contains(column), "\(column) in \(header)")
    }
    #expect(nodes[1].hasPrefix("http://b/article/a/x,Organisation,l’Union,"))
    #expect(nodes[1].contains(",a;b"))
    #expect(relationships[0].hasPrefix(":START_ID,:END_ID,:TYPE,iri:string,"))
    #expect(relationships[0].contains(",confidence:double"))
    #expect(
      relationships[1].hasPrefix("http://b/article/a/x,http://b/article/a/y,operatesIn,"))
  }

  /// Arrays cannot escape their separator.
  @Test func separatorInAValueMakesText() throws {
    let (nodes, _) = neo4j(try graph(#":x skos:altLabel "a" , "b;c" ."#))
    #expect(nodes[0].contains("altLabel:string,") || nodes[0].hasSuffix("altLabel:string"))
    #expect(nodes[1].contains(#"a;b\;c"#))
  }

  @Test func colonsEndNoNames() throws {
    var graph = PropertyGraph()
    graph.nodeKeys = [GraphKey(name: "a:b", kind: .string), GraphKey(name: "a_b", kind: .string)]
    graph.nodes = [
      GraphNode(
        iri: "http://b/x",
        values: [GraphValue(key: "a:b", text: "1"), GraphValue(key: "a_b", text: "2")])
    ]
    #expect(neo4j(graph).nodes == ["iri:ID,:LABEL,a_b:string,a_b_2:string", "http://b/x,,1,2"])
  }

  // MARK: Cypher

  @Test func cypherMergesNodesAndEdgesOnce() throws {
    let bytes = try #require(
      CypherWriter.write(
        try graph(":x griot:operatesIn :y . " + claim("griot:status griot:reported"))))
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 5)
    #expect(lines[0].hasPrefix("CREATE CONSTRAINT griot_resource IF NOT EXISTS "))
    #expect(lines[1].hasPrefix("MERGE (n:Resource {iri: 'http://b/article/a/x'}) SET n += {"))
    #expect(lines[1].hasSuffix("}, n:`Organisation`;"))
    #expect(lines[3].contains("MERGE (a)-[r:`operatesIn` {key: 'http://b/article/a/x operatesIn "))
    #expect(lines[4].contains("{key: 'http://b/article/a/c'}]->(b)"))
  }

  @Test func cypherEndsNoTextEarly() {
    #expect(CypherWriter.literal("it's") == #"'it\'s'"#)
    #expect(CypherWriter.literal("a\\\n\t\r\u{1}") == #"'a\\\n\t\r\u0001'"#)
    // Whether \u0027 is read first or last, it stays these six characters.
    #expect(CypherWriter.literal(#"\u0027"#) == #"'\\' + 'u0027'"#)
    #expect(CypherWriter.literal(#"\\u0027"#) == #"'\\\\' + 'u0027'"#)
    #expect(CypherWriter.name("a`b") == "`a``b`")
    #expect(CypherWriter.name(#"a\u0060b"#) == "`a_u0060b`")
  }

  @Test func cypherNumbersAreNumbers() throws {
    var graph = PropertyGraph()
    graph.nodeKeys = [GraphKey(name: "n", kind: .long), GraphKey(name: "d", kind: .double)]
    graph.nodes = [("-9223372036854775808", "1"), ("007", "5e20"), ("+7", ".5")].map { n, d in
      GraphNode(
        iri: "http://b/x",
        values: [GraphValue(key: "n", text: n), GraphValue(key: "d", text: d)])
    }
    let text = String(decoding: try #require(CypherWriter.write(graph)), as: UTF8.self)
    #expect(text.contains("{`n`: toInteger('-9223372036854775808'), `d`: 1.0}"))
    #expect(text.contains("{`n`: 7, `d`: 5e20}") && text.contains("{`n`: 7, `d`: 0.5}"))
  }

  @Test func cypherIsForSmallGraphs() {
    var graph = PropertyGraph()
    graph.nodes = Array(repeating: GraphNode(iri: "http://b/x"), count: CypherWriter.limit)
    #expect(CypherWriter.write(graph) != nil)
    graph.edges = [GraphEdge(source: 0, target: 1)]
    #expect(CypherWriter.write(graph) == nil)
  }

  /// The same graph gives the same bytes.
  @Test func writersAreDeterministic() throws {
    let first = try graph(claim("griot:status griot:reported"))
    let second = try graph(claim("griot:status griot:reported"))
    #expect(try dot(first) == dot(second))
    #expect(
      try GEXFWriter.write(first, ontology: Ontology())
        == GEXFWriter.write(second, ontology: Ontology()))
    #expect(CypherWriter.write(first) == CypherWriter.write(second))
    #expect(Neo4jCSVWriter.write(first).nodes == Neo4jCSVWriter.write(second).nodes)
  }
}
