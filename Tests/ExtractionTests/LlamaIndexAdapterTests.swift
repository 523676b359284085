import Extraction
import Testing

/// LlamaIndex's property graphs.
@Suite struct LlamaIndexAdapterTests {
  private func read(_ text: String) throws -> Adapted {
    try Adapted(.llamaindex, text, language: "fr")
  }

  @Test func whatTheToolWrote() throws {
    let adapted = try read(Adapted.written("llamaindex/property_graph_store.json"))
    #expect(adapted.errors.isEmpty)
    #expect(
      adapted.entities == [
        "Awa-Diallo Person Awa Diallo", "Mine-d-or-du-Sud Company Mine d’or du Sud",
        "Ville--dite--Bamako City Ville \"dite\" Bamako", "Groupe-Kader Entity Groupe Kader",
      ])
    #expect(
      adapted.relations == [
        "Awa-Diallo leads Mine-d-or-du-Sud asserted",
        "Mine-d-or-du-Sud locatedIn Ville--dite--Bamako asserted",
        "Mine-d-or-du-Sud partOf Groupe-Kader asserted",
      ])
    #expect(adapted.intervals == ["r1 2004/"])
    #expect(
      adapted.events == [
        "Marche-du-20-novembre Protest Marche du 20 novembre 2024-11-20 party=Awa-Diallo asserted"
      ])
    #expect(
      adapted.omissions == [
        "chunks of text (1)", "embeddings (1)", "properties \"triplet_source_id\" (6)",
      ])
  }

  @Test func tripletsThatNoRelationSays() throws {
    let node = #"{"name": "a", "label": "Person"}"#
    let adapted = try read(
      #"{"nodes": {"a": \#(node), "c": {"text": "x"}}, "relations": {}, "triplets": [["a", "MEMBER_OF", "a"], ["a", "MEMBER_OF", "a"], ["a", "IN", "c"]]}"#
    )
    #expect(adapted.relations == ["a memberOf a asserted"])
    #expect(adapted.omissions.contains("relations \"IN\" of chunks of text (1)"))
  }

  @Test(arguments: [
    (
      #"{"nodes": {}}"#,
      "a:1:1: error: the property graph has no nodes and relations; expected both, as objects"
    ),
    (
      #"{"nodes": {"a": 1}, "relations": {}}"#,
      "a:1:17: error: a node is a number; expected an object"
    ),
    (
      #"{"nodes": {"a": {}}, "relations": {}}"#,
      "a:1:17: error: the node has no name; expected one, or the text of a chunk"
    ),
    (
      #"{"nodes": {"a": {"name": ""}}, "relations": {}}"#,
      "a:1:26: error: name is empty; expected a text"
    ),
    (
      #"{"nodes": {"a": {"name": "a", "label": 1}}, "relations": {}}"#,
      "a:1:40: error: the label of a node is a number; expected a text"
    ),
    (
      #"{"nodes": {}, "relations": {"r": {"label": "X"}}}"#,
      "a:1:34: error: the relation has no source_id; expected a text"
    ),
    (
      #"{"nodes": {}, "relations": {"r": 1}}"#,
      "a:1:34: error: a relation is a number; expected an object"
    ),
    (
      #"{"nodes": {}, "relations": {}, "triplets": [["a"]]}"#,
      "a:1:45: error: a triplet is not three texts; expected a node, a label and a node"
    ),
    (
      #"{"nodes": {"c": {"name": "c", "label": "Person"}}, "relations": {"r": {"label": "MEMBER_OF", "source_id": "a", "target_id": "c"}}}"#,
      "a:1:107: error: \"a\" is an end of a relation \"MEMBER_OF\", and no such thing is in the nodes"
    ),
  ])
  func faults(_ text: String, _ message: String) throws {
    #expect(try read(text).errors == [message])
  }
}
