import Foundation
import Ontology
import PropertyGraph
import RDF
import Testing
import XML

/// GraphML in its dialects, as each tool reads it.
@Suite struct GraphMLDialectTests {
  private static let text = """
    :x a griot:Organisation ; rdfs:label "A & B <c> ]]> d"@en ; griot:condition "1;2" , "3" .
    :y a griot:Country , griot:Place ; rdfs:label "Soréa"@fr .
    :v a griot:Withdrawal ; griot:status griot:planned ; griot:agent :x ; griot:place :y .
    :x griot:operatesIn :y . :r ship:berth :y .
    :c a griot:Claim ; rdf:subject :x ; rdf:predicate griot:partOf ; rdf:object :y ;
      griot:status griot:reported ; griot:confidence 0.5 .

    """

  /// Spools that keep nothing but bytes, as files do.
  private static func document(
    _ articles: [String], _ dialect: GraphMLDialect
  ) throws -> (text: String, report: LossReport) {
    var stream = GraphMLStream(
      ontology: try GraphFixture.ontology(), options: Projection.Options(), dialect: dialect,
      nodes: MemorySpool(), edges: MemorySpool())
    for (number, article) in articles.enumerated() {
      stream.add(try GraphFixture.article("a\(number)", ["": article]))
    }
    var bytes: [UInt8] = []
    let report = try stream.finish { bytes += $0 }
    return (String(decoding: bytes, as: UTF8.self), report)
  }

  private func document(_ dialect: GraphMLDialect) throws -> String {
    try Self.document([Self.text], dialect).text
  }

  private func count(_ part: String, in text: String) -> Int {
    text.components(separatedBy: part).count - 1
  }

  /// What is written through spools is what is written from memory.
  @Test(arguments: GraphMLDialect.allCases)
  func streamsWhatMemoryHolds(_ dialect: GraphMLDialect) throws {
    let articles = [
      Self.text, ":x a griot:Government ; griot:operatesIn :y . :y a griot:Country .",
    ]
    var projection = Projection(ontology: try GraphFixture.ontology())
    for (number, article) in articles.enumerated() {
      projection.add(try GraphFixture.article("a\(number)", ["": article]))
    }
    let whole = try GraphMLWriter.write(projection.finish(), dialect: dialect)
    let streamed = try Self.document(articles, dialect)
    #expect(String(decoding: whole, as: UTF8.self) == streamed.text)
    #expect(streamed.report.nodes == 4 && streamed.report.edges == 5)
  }

  /// Tulip reads 65,516 bytes in one go, and of a text in which they end keeps what comes after.
  @Test(arguments: GraphMLDialect.allCases)
  func noTextLiesAcrossTwoReads(_ dialect: GraphMLDialect) throws {
    let things = (0..<1500).map { number in
      ":t\(number) a griot:Person ; rdfs:label \"\(String(repeating: "é", count: number % 97)) x\"@fr ;"
        + " griot:operatesIn :t\(number / 2) ."
    }
    let found = try Self.document([things.joined(separator: "\n")], dialect)
    let bytes = Array(found.text.utf8)
    #expect(bytes.count > 10 * 65_516 && found.report.readers[.tulipBlock] == nil)
    for end in stride(from: 65_516, to: bytes.count, by: 65_516) {
      // Of texts but white space stands beside a read's end: the end or the begin of a tag, or in it.
      let before = bytes[..<end].lastIndex { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }
      let between = bytes[(before ?? 0)..<end].dropFirst()
      #expect(bytes[before ?? 0] == UInt8(ascii: "<") || between.allSatisfy { $0 == 0x0A })
    }
    let long = String(repeating: "é", count: 40_000)
    let other = try Self.document([":x a griot:Person ; rdfs:label \"\(long)\"@fr ."], dialect)
    #expect(other.report.readers[.tulipBlock]?.count ?? 0 >= 2)
  }

  @Test func minusZeroIsText() throws {
    let text = try Self.document([":x a ship:Ship ; ship:speed \"-0\"^^xsd:double ."], .core).text
    #expect(text.contains("<data key=\"node-speed.text\">-0</data>"))
  }

  @Test func coreIsAsItIs() throws {
    let found = try Self.document([":x a ship:Ship ; ship:crew 3 ; ship:home :x ."], .core).text
    #expect(
      found == """
        <?xml version="1.0" encoding="UTF-8"?>
        <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
        <key id="node-iri" for="node" attr.name="iri" attr.type="string"></key>
        <key id="node-label" for="node" attr.name="label" attr.type="string"></key>
        <key id="node-name" for="node" attr.name="name" attr.type="string"></key>
        <key id="labelV" for="node" attr.name="labelV" attr.type="string"></key>
        <key id="node-types" for="node" attr.name="types" attr.type="string"></key>
        <key id="node-source" for="node" attr.name="source" attr.type="string"></key>
        <key id="node-crew" for="node" attr.name="crew" attr.type="long"></key>
        <key id="edge-label" for="edge" attr.name="label" attr.type="string"></key>
        <key id="edge-name" for="edge" attr.name="name" attr.type="string"></key>
        <key id="labelE" for="edge" attr.name="labelE" attr.type="string"></key>
        <key id="edge-interaction" for="edge" attr.name="interaction" attr.type="string"></key>
        <key id="edge-status" for="edge" attr.name="status" attr.type="string"></key>
        <key id="edge-source" for="edge" attr.name="source" attr.type="string"></key>
        <key id="edge-source.graph" for="edge" attr.name="source.graph" attr.type="string"></key>
        <key id="edge-weight" for="edge" attr.name="weight" attr.type="double"></key>
        <graph id="G" edgedefault="directed">
        <node id="n0">
        <data key="node-iri">http://b/entity/x</data>
        <data key="node-label">x</data>
        <data key="node-name">x</data>
        <data key="labelV">Ship</data>
        <data key="node-types">ns1:Ship</data>
        <data key="node-crew">3</data>
        <data key="node-source">http://b/article/a0</data>
        </node>
        <edge id="e0" source="n0" target="n0">
        <data key="edge-label">home</data>
        <data key="edge-name">home</data>
        <data key="labelE">home</data>
        <data key="edge-interaction">home</data>
        <data key="edge-status">asserted</data>
        <data key="edge-source">http://b/article/a0</data>
        <data key="edge-source.graph">http://b/article/a0</data>
        <data key="edge-weight">1.0</data>
        </edge>
        </graph>
        </graphml>

        """)
  }

  /// Each key stands once in an element, and all edges follow all nodes.
  @Test(arguments: GraphMLDialect.allCases)
  func keysStandOnce(_ dialect: GraphMLDialect) throws {
    let text = try document(dialect)
    let elements =
      text.components(separatedBy: "</node>").dropLast()
      + text.components(separatedBy: "</edge>").dropLast()
    for element in elements {
      let start = element.components(separatedBy: "<node ").last ?? element
      let own = start.components(separatedBy: "<edge ").last ?? start
      let keys = own.components(separatedBy: "<data key=\"").dropFirst().map {
        $0.prefix { $0 != "\"" }
      }
      #expect(Set(keys).count == keys.count)
    }
    let lastNode = try #require(text.range(of: "</node>", options: .backwards))
    let firstEdge = try #require(text.range(of: "<edge "))
    #expect(lastNode.upperBound <= firstEdge.lowerBound)
  }

  @Test func yEdHasItsGraphics() throws {
    let text = try document(.yed)
    #expect(text.contains(" xmlns:y=\"http://www.yworks.com/xml/graphml\""))
    for scope in ["node", "edge"] {
      #expect(
        text.contains(
          "<key id=\"\(scope)-graphics\" for=\"\(scope)\" attr.name=\"\(scope)graphics\" attr.type=\"string\" yfiles.type=\"\(scope)graphics\">"
        ))
    }
    #expect(text.contains("<y:NodeLabel>A &amp; B &lt;c> ]]&gt; d</y:NodeLabel>"))
    #expect(text.contains("<y:EdgeLabel>reported: partOf</y:EdgeLabel>"))
    #expect(count("<y:ShapeNode>", in: text) == 4 && count("<y:PolyLineEdge>", in: text) == 5)
    // The planned event, its two roles, and the reported claim.
    #expect(count("type=\"dashed\"", in: text) == 4)
    let places = text.components(separatedBy: "<y:Geometry ").dropFirst().map {
      $0.components(separatedBy: " x=")[1].prefix { $0 != "/" }
    }
    #expect(Set(places).count == 4)
  }

  @Test func neo4jHasLabelsAndTypes() throws {
    let text = try document(.neo4j)
    #expect(text.contains("<node id=\"n0\" labels=\":Organisation\">"))
    #expect(text.contains("labels=\":Country:Place\">"))
    #expect(text.contains("labels=\":Resource\">"))
    #expect(count(" label=\"", in: text) == 5)
    for type in ["operatesIn", "agent_planned", "place_planned", "partOf_reported"] {
      #expect(text.contains(" label=\"\(type)\">"), "\(type)")
    }
  }

  @Test func gephiHasColoursSizesAndPlaces() throws {
    let text = try document(.gephi)
    #expect(text.contains("attr.name=\"x\" attr.type=\"double\""))
    #expect(count("<data key=\"node-color\">#", in: text) == 4)
    #expect(count("<data key=\"edge-color\">#", in: text) == 5)
    let places = text.components(separatedBy: "<data key=\"node-x\">").dropFirst().map {
      $0.components(separatedBy: "</node>")[0]
    }
    #expect(places.count == 4 && Set(places).count == 4)
    // y has four edges, x three.
    let sizes = text.components(separatedBy: "<data key=\"node-size\">").dropFirst().map {
      $0.prefix { $0 != "<" }
    }
    #expect(Set(sizes) == ["12.0", "10.0"])
  }

  /// Cytoscape keeps but the last of the pieces that entities make.
  @Test func cytoscapeGetsNoEntities() throws {
    let text = try document(.cytoscape)
    #expect(!text.contains("&amp;") && !text.contains("&lt;") && !text.contains("&gt;"))
    #expect(text.contains("\"node-label\"><![CDATA[A & B <c> ]]]]><![CDATA[> d]]></data>"))
  }

  @Test func tinkerPopHasLabels() throws {
    let text = try document(.tinkerpop)
    #expect(count("<data key=\"labelV\">", in: text) == count("<node ", in: text))
    #expect(count("<data key=\"labelE\">", in: text) == count("<edge ", in: text))
    let types = text.components(separatedBy: "attr.type=\"").dropFirst().map {
      String($0.prefix { $0 != "\"" })
    }
    #expect(Set(types).isSubset(of: ["string", "int", "long", "float", "double", "boolean"]))
  }

  /// An id has to be a NMTOKEN, whatever a key is called.
  @Test func idsAreNMTOKENs() throws {
    let text = try Self.document(
      [
        ":x a ship:Ship ; <http://other.example/v/%C3%A9a,b%20c> \"1\" ; <http://o.example/a&b> \"2\" ."
      ],
      .core
    ).text
    let ids = text.components(separatedBy: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    for id in ids {
      #expect(id.allSatisfy { $0.isLetter || $0.isNumber || "-._:".contains($0) }, "\(id)")
    }
    #expect(text.contains("attr.name=\"a_26_b\""))
    #expect(Set(ids).count == ids.count)
  }

  @Test func readersLossesAreTold() throws {
    let report = try Self.document(
      [
        """
        :x a ship:Ship ; ship:crew 9007199254740993 ; ship:motto "a & b" .
        :y a ship:Ship ; ship:crew 9007199254740992 . :z a ship:Ship ; ship:armed true .
        """
      ], .core
    ).report
    #expect(report.readers[.igraphLargeInteger]?.count == 1)
    #expect(report.readers[.igraphLargeInteger]?.examples.map(\.value) == ["9007199254740993"])
    #expect(report.readers[.tulipPiece]?.count == 1)
    #expect(report.readers[.igraphAbsent]?.count == 3)
    #expect(report.readers[.graphToolAbsent]?.count == 3)
  }

  // MARK: Spools

  /// Records of any size come back whole, whatever part a spool is read in.
  @Test func largeRecordsComeBack() throws {
    let large = String(repeating: "é&", count: 400_000)
    let many = (0..<3000).map { ":n\($0) a ship:Ship ; ship:home :n\(($0 + 1) % 3000) .\n" }
    let (text, report) = try Self.document(
      [many.joined(), ":big a ship:Ship ; ship:motto \"\(large)\" . :n7 ship:motto \"late\" ."],
      .core)
    #expect(report.nodes == 3001 && report.edges == 3000)
    #expect(text.contains(">\(large.replacing("&", with: "&amp;"))</data>"))
    #expect(count("<node ", in: text) == 3001 && count(">late</data>", in: text) == 1)
  }

  private enum Full: Error { case disk }

  /// A spool that fails after some bytes.
  private struct FullSpool: ElementSpool {
    var count = 0
    let limit: Int
    mutating func append(_ bytes: [UInt8]) throws(Full) {
      count += bytes.count
      if count > limit { throw .disk }
    }
    mutating func read(_ count: Int, at offset: Int) throws(Full) -> [UInt8] { throw .disk }
  }

  @Test func failuresOfSpoolsAreThrown() throws {
    let ontology = try GraphFixture.ontology()
    var stream = GraphMLStream(
      ontology: ontology, options: Projection.Options(), dialect: .core,
      nodes: FullSpool(limit: 0), edges: FullSpool(limit: 0))
    try stream.add(try GraphFixture.article("a", ["": Self.text]))
    do {
      _ = try stream.finish { _ in }
      Issue.record("written without a spool")
    } catch {
      guard case .output(.disk) = error else { throw error }
    }
    var other = GraphMLStream(
      ontology: ontology, options: Projection.Options(), dialect: .core, nodes: MemorySpool(),
      edges: MemorySpool())
    other.add(try GraphFixture.article("a", ["": ":x a ship:Ship ; ship:motto \"a\\u0001\" ."]))
    do {
      _ = try other.finish { _ in }
      Issue.record("written with a control character")
    } catch {
      guard case .xml(.character(1, _)) = error else { throw error }
    }
  }
}
