import Extraction
import Testing

/// KGX's graphs, as columns, JSON and JSON Lines.
@Suite struct KGXAdapterTests {
  private static let entities = [
    "WIKIDATA-Q3703 Place Bamako|BKO|Bama|ko  http://www.wikidata.org/entity/Q3703",
    "WIKIDATA-Q912 Place Mali  http://www.wikidata.org/entity/Q912",
    "MONDO-0005136 Entity malaria  http://purl.obolibrary.org/obo/MONDO_0005136",
    "PRESS-agent-1 Actor Agence de presse  http://www.wikidata.org/entity/Q1",
    "PRESS-cohort-1 Group Enfants de Ségou", "PMID-1 Document Malaria in Mali",
  ]
  private static let relations = [
    "WIKIDATA-Q3703 locatedIn WIKIDATA-Q912 asserted", "WIKIDATA-Q3703 partOf WIKIDATA-Q912 denied",
    "MONDO-0005136 partOf PMID-1 possible", "PRESS-agent-1 hasPart PRESS-cohort-1 asserted",
  ]
  private static let nodes = "id\tcategory\tname\nA:1\tbiolink:Case\tX\nB:2\tbiolink:Agent\n"
  private static let heading = "subject\tpredicate\tobject\tnegated\n"

  @Test(arguments: ["tsv", "jsonl"])
  func whatTheToolWroteInTwoFiles(_ ending: String) throws {
    let adapted = try Adapted(
      .kgx, nodes: Adapted.written("kgx/small_nodes.\(ending)"),
      edges: Adapted.written("kgx/small_edges.\(ending)"))
    #expect(adapted.errors.isEmpty)
    // A `|` of a synonym parts it in columns, as KGX itself reads them.
    #expect(adapted.entities == Self.entities)
    #expect(adapted.relations == Self.relations)
    #expect(adapted.omissions.contains("relations \"biolink:mentioned_by\" (1)"))
    #expect(adapted.omissions.contains("properties \"publications\" (2)"))
    #expect(
      adapted.omissions.contains("what the prefix \"PRESS\" of ids stands for (2)"))
  }

  @Test func whatTheToolWroteInOne() throws {
    let adapted = try Adapted(.kgx, Adapted.written("kgx/small.json"))
    #expect(adapted.errors.isEmpty)
    #expect(adapted.entities == Self.entities)
    #expect(adapted.relations == Self.relations)
  }

  @Test func placesInEachFile() throws {
    let adapted = try Adapted(
      .kgx, nodes: Self.nodes,
      edges: Self.heading + "A:1\tbiolink:part_of\tC:3\n\tbiolink:part_of\tA:1\n")
    #expect(
      adapted.errors == [
        "a_edges:2:21: error: \"C:3\" is an end of a relation \"biolink:part_of\", and no such thing "
          + "is in the nodes", "a_edges:3:1: error: the edge has no subject; expected a text",
      ])
  }

  @Test func rowsThatAreRepeated() throws {
    let row = "A:1\tbiolink:part_of\tB:2\n"
    let adapted = try Adapted(
      .kgx, nodes: Self.nodes + "A:1\tbiolink:Case\tX\n", edges: Self.heading + row + row)
    #expect(adapted.errors.isEmpty)
    #expect(adapted.entities.count == 2)
    #expect(adapted.relations.count == 2)
  }

  @Test(arguments: [
    (
      "A:1\tbiolink:part_of\tB:2\tmaybe\n",
      "a_edges:2:25: error: negated is \"maybe\"; expected true or false"
    ),
    (
      "A:1\tbiolink:part_off\tB:2\n",
      "a_edges:2:5: error: the profile kgx says nothing of the relation \"biolink:part_off\"; "
        + "expected a line \"'biolink:part_off': …\" under relations in a file that --profile names; "
        + "did you mean \"biolink:part_of\"?"
    ),
    (
      "A:1\tbiolink:part_of\tB:2\t\tx\n",
      "a_edges:2:1: error: the line has 5 columns; expected 4, as the first line names"
    ),
  ])
  func faultsOfEdges(_ row: String, _ message: String) throws {
    #expect(try Adapted(.kgx, nodes: Self.nodes, edges: Self.heading + row).errors == [message])
  }

  @Test(arguments: [
    (
      #"{"nodes": 1, "edges": []}"#,
      "a:1:11: error: nodes is a number; expected an array of objects"
    ),
    (
      #"{"nodes": [1], "edges": []}"#,
      "a:1:12: error: a node or an edge is a number; expected an object"
    ),
    (
      #"{"nodes": [{"name": "x"}], "edges": []}"#,
      "a:1:12: error: the node has no id; expected a text"
    ),
    (
      #"{"nodes": [{"id": true}], "edges": []}"#,
      "a:1:12: error: the node has no id; expected a text"
    ),
    (
      "\u{FEFF}id\tcategory\nA\tbiolink:Case",
      "a:1:1: error: the text begins with a byte order mark; expected UTF-8 without one"
    ),
    (
      "[]",
      "a:1:1: error: a graph is an array; expected an object with nodes and edges, or a node or an "
        + "edge a line"
    ),
    (
      "a\tb\n",
      "a:1:1: error: the first line does not head columns of kgx; expected id and category, or "
        + "subject, predicate and object among them, with tabs between"
    ),
    (
      #"{"nodes": [], "edges": [{"subject": "A:1", "predicate": "biolink:part_of", "object": "B:2"}]}"#,
      "a:1:37: error: the nodes of the edges are in no file; expected them beside it, in a file with "
        + "the same name but for nodes in place of edges"
    ),
  ])
  func faults(_ text: String, _ message: String) throws {
    #expect(try Adapted(.kgx, text).errors == [message])
  }

  @Test func aNodeWithoutACategory() throws {
    let adapted = try Adapted(.kgx, #"{"nodes": [{"id": "A:1"}], "edges": []}"#)
    #expect(adapted.entities == ["A-1 Entity"])
  }

  @Test func aTextThatIsNotUTF8() throws {
    let bytes = Array("id\tcategory\n".utf8) + [0x41, 0xFF] + Array("\tbiolink:Case\n".utf8)
    let text = String(decoding: bytes, as: UTF8.self)
    // A replaced sign is a sign as others.
    #expect(try Adapted(.kgx, text).errors.isEmpty)
    #expect(try Adapted(.kgx, bytes: bytes).errors == ["a:2:2: error: the byte 0xFF is not UTF-8"])
  }
}
