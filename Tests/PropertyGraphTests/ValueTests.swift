import PropertyGraph
import Testing

/// Values under their keys: types, several of them, names.
@Suite struct ValueTests {
  @Test(arguments: [
    ("ship:crew 12", "crew", "12", GraphKey.Kind.long),
    ("ship:crew \"+012\"^^xsd:integer", "crew", "12", .long),
    ("ship:crew 9223372036854775807", "crew", "9223372036854775807", .long),
    ("ship:crew 9223372036854775808", "crew.text", "9223372036854775808", .string),
    ("ship:crew -9223372036854775809", "crew.text", "-9223372036854775809", .string),
    ("ship:length 12.50", "length", "12.50", .double),
    ("ship:speed 1.5e3", "speed", "1.5e3", .double),
    ("ship:speed \"NaN\"^^xsd:double", "speed.text", "NaN", .string),
    ("ship:speed \"-INF\"^^xsd:double", "speed.text", "-INF", .string),
    ("ship:armed true", "armed", "true", .boolean),
    ("ship:armed \"0\"^^xsd:boolean", "armed", "false", .boolean),
    ("ship:launched \"1999-12-31\"^^xsd:date", "launched", "1999-12-31", .string),
    ("ship:motto \"\"", "motto", "", .string),
    ("ship:motto \"a & b <c> é 🕊\"", "motto", "a & b <c> é 🕊", .string),
  ])
  func literalsHaveTheirTypes(
    _ put: String, _ key: String, _ text: String, _ kind: GraphKey.Kind
  ) throws {
    let graph = try GraphFixture.graph(":x a ship:Ship ; \(put) .").graph
    #expect(graph.node("x")?[key] == text)
    #expect(graph.kind(key) == kind)
    let local = String(key.prefix { $0 != "." })
    if key != local { #expect(graph.node("x")?[local] == nil && graph.kind(local) == nil) }
  }

  /// A number that double precision cuts is told, and so is what it was.
  @Test func longNumbersAreTold() throws {
    let losses = try GraphFixture.graph(":x a ship:Ship ; ship:length 0.12345678901234567890 .")
      .losses.losses
    let tally = try #require(losses[.longNumber])
    #expect(tally.count == 1)
    #expect(tally.examples.map(\.value) == ["0.12345678901234567890"])
    #expect(tally.examples.map(\.element) == ["http://b/entity/x"])
    let short = try GraphFixture.graph(":x a ship:Ship ; ship:length 000123456789.012345 .")
    #expect(short.losses.losses[.longNumber] == nil)
  }

  @Test func severalValuesAreOneText() throws {
    let (graph, report) = try GraphFixture.graph(
      #":x a ship:Ship ; ship:motto "a;b" , "c\\d" , "e" ; ship:crew 1 , 2 ; ship:speed 1.0e0 ."#)
    let node = try #require(graph.node("x"))
    #expect(node["motto"] == #"a\;b;c\\d;e"#)
    #expect(node["crew"] == nil && node["crew.text"] == "1;2")
    #expect(node["speed"] == "1.0e0")
    #expect(report.losses[.joined]?.count == 2)
  }

  /// One value stays as it is, whatever is in it.
  @Test func oneValueIsNotEscaped() throws {
    let graph = try GraphFixture.graph(#":x a ship:Ship ; ship:motto "a;b\\c" ."#).graph
    #expect(graph.node("x")?["motto"] == #"a;b\c"#)
  }

  @Test(arguments: [
    (["fr", "en"], "navire"), (["en"], "vessel"), (["ar", "en"], "vessel"), (["ar"], "Schiff"),
  ])
  func labelsAreOfThePreferredLanguage(_ languages: [String], _ label: String) throws {
    let text = ":x a ship:Ship ; rdfs:label \"Schiff\"@de , \"vessel\"@en , \"navire\"@fr ."
    let node = try #require(
      try GraphFixture.graph(text) { $0.languages = languages }.graph.node("x"))
    #expect(node["label"] == label && node["name"] == label)
    #expect(node["label.de"] == "Schiff" && node["label.en"] == "vessel")
    #expect(node["label.fr"] == "navire")
  }

  @Test func otherTextsLoseTheirLanguage() throws {
    let (graph, report) = try GraphFixture.graph(
      ":x a ship:Ship ; ship:motto \"toujours\"@fr ; skos:altLabel \"bac\"@fr .")
    #expect(graph.node("x")?["motto"] == "toujours" && graph.node("x")?["altLabel"] == "bac")
    #expect(report.losses[.languageTag]?.count == 2)
  }

  @Test func reservedNamesGetAPrefix() throws {
    let (graph, report) = try GraphFixture.graph(
      ":x a ship:Ship ; ship:id \"X1\" ; ship:weight 7 .")
    #expect(graph.node("x")?["p.id"] == "X1")
    #expect(graph.node("x")?["p.weight"] == "7" && graph.kind("p.weight") == .long)
    #expect(graph.node("x")?["id"] == nil)
    #expect(report.losses[.renamed]?.count == 2)
  }

  /// What two properties share is neither's name.
  @Test func sharedNamesAreCURIEs() throws {
    let graph = try GraphFixture.graph(
      ":x a ship:Ship ; ship:draught 3.5 ; port:draught 9.0 ; port:berth :y . :y a griot:City ."
    ).graph
    let node = try #require(graph.node("x"))
    let keys = node.keys.filter { $0.hasSuffix("draught") }.sorted()
    #expect(keys.count == 2 && !keys.contains("draught"))
    #expect(Set(keys.map { node[$0] }) == ["3.5", "9.0"])
    #expect(keys.allSatisfy { graph.kind($0) == .double })
    #expect(graph.lines.count == 1 && graph.lines["x berth y"] == nil)
  }

  @Test func namesCanBeCURIEs() throws {
    let graph = try GraphFixture.graph(
      ":x a griot:Person ; griot:locatedIn :y ; griot:condition \"well\" . :y a griot:City ."
    ) { $0.names = .curie }.graph
    #expect(graph.node("x")?["labelV"] == "griot:Person")
    #expect(graph.node("x")?["griot:condition"] == "well")
    #expect(graph.lines["x griot:locatedIn y"]?["labelE"] == "griot:locatedIn")
  }

  @Test func typesAreCURIEs() throws {
    let node = try #require(
      try GraphFixture.graph(":x a griot:Country , griot:Place .").graph.node("x"))
    #expect(node["labelV"] == "Country")
    #expect(node["types"] == "griot:Country;griot:Place")
  }

  @Test(arguments: [
    ("owl:sameAs", "http://www.wikidata.org/entity/Q1", "wikidata"),
    ("skos:exactMatch", "https://sws.geonames.org/2/", "geonames"),
    ("owl:sameAs", "http://fr.dbpedia.org/resource/Mali", "dbpedia"),
    ("owl:sameAs", "https://notwikidata.org/Q1", "sameAs"),
    ("skos:exactMatch", "urn:x:wikidata.org", "sameAs"),
    ("schema:subjectOf", "https://www.wikidata.org/wiki/Q1", "pages"),
  ])
  func otherNamesAreValues(_ property: String, _ iri: String, _ key: String) throws {
    let link = ":x \(property) <\(iri)> ."
    for graphs in [
      ["": ":x a griot:Country .", "/links": link], ["": ":x a griot:Country . " + link],
    ] {
      let graph = try GraphFixture.graph([("a", graphs)]).graph
      #expect(graph.nodes.count == 1 && graph.edges.isEmpty)
      #expect(graph.node("x")?[key] == iri)
    }
  }

  /// A property that no ontology knows is a value all the same.
  @Test func unknownPropertiesAreValues() throws {
    let (graph, report) = try GraphFixture.graph(
      ":x a griot:Person ; <http://other.example/v/shoe> 43 ; <http://other.example/v/kin> <http://z/1> ."
    )
    #expect(graph.node("x")?["shoe"] == "43" && graph.kind("shoe") == .string)
    #expect(graph.node("x")?["kin"] == "http://z/1")
    #expect(report.losses[.datatype]?.count == 1)
  }

  @Test func leavesOfBlankNodesAreValues() throws {
    let (graph, report) = try GraphFixture.graph(
      ":x a ship:Ship ; ship:home [ ship:motto \"quay\" ; ship:crew 3 ] .")
    #expect(graph.nodes.count == 1)
    #expect(graph.node("x")?["home.motto"] == "quay" && graph.node("x")?["home.crew"] == "3")
    #expect(report.losses[.blankNode]?.count == 1)
  }

  /// Another blank node is a node with an IRI that is the same on each run, and no other article's.
  @Test func otherBlankNodesGetIRIs() throws {
    let text = ":x a ship:Ship ; ship:home _:h . _:h a griot:City ; ship:home :x ."
    let once = try GraphFixture.graph([("a", ["": text]), ("c", ["": text])]).graph
    let twice = try GraphFixture.graph([("a", ["": text]), ("c", ["": text])]).graph
    #expect(once.nodes.map(\.iri) == twice.nodes.map(\.iri))
    let made = once.nodes.map(\.iri).filter { $0.hasPrefix("http://b/.well-known/genid/") }
    #expect(made.count == 2 && Set(made).count == 2)
  }

  @Test func propertiesOfNothingAreNoKeys() throws {
    let graph = try GraphFixture.graph(":x a ship:Ship .").graph
    #expect(graph.nodeKeys.map(\.name) == ["iri", "label", "name", "labelV", "types", "source"])
    #expect(graph.edgeKeys.isEmpty)
  }
}
