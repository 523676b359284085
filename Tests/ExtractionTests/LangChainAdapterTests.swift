import Extraction
import Foundation
import RDF
import Testing

/// LangChain's graph documents.
@Suite struct LangChainAdapterTests {
  private func read(
    nodes: String = "[]", relationships: String = "[]", source: String = "null",
    profile: String? = nil
  ) throws -> Adapted {
    try Adapted(
      .langchain,
      #"{"nodes": \#(nodes), "relationships": \#(relationships), "source": \#(source)}"#,
      profile: profile, language: "fr")
  }

  @Test func whatTheToolWrote() throws {
    let lines = try Adapted.written("langchain/graph-documents.jsonl").split(separator: "\n")
    let first = try Adapted(.langchain, String(lines[0]))
    #expect(first.errors.isEmpty)
    #expect(
      first.entities == [
        "Awa-Diallo Person Awa Diallo", "Ministère-des-Mines Organisation Ministère des Mines",
        "Bamako City Bamako", "Mali Country Mali", "Bamako-2 Person Bamako",
      ])
    #expect(
      first.relations == [
        "Awa-Diallo memberOf Ministère-des-Mines asserted",
        "Ministère-des-Mines locatedIn Bamako asserted", "Bamako capitalOf Mali asserted",
      ])
    #expect(first.intervals == ["r1 2013/ 0.8"])
    #expect(
      first.events == [
        "Marche-du-20-novembre Protest Marche du 20 novembre 2024-11-20 party=Awa-Diallo "
          + "place=Bamako asserted"
      ])
    #expect(first.values == ["Awa-Diallo birthDate 1968-03"])
    #expect(first.omissions == ["metadata \"page\" (1)", "properties \"age\" (1)"])
    let source = try #require(first.result.record?.source)
    let record = try #require(first.result.record)
    #expect(source.title.map { record.string($0) } == "Marche à Bamako")
    #expect(source.url.map { record.string($0) } == "https://journal.example/marche")
    #expect(source.published?.value.text == "2024-11-21")
    #expect(record.string(source.language) == "fr")

    let second = try Adapted(.langchain, String(lines[1]))
    #expect(
      second.errors == [
        "a:1:249: error: the profile labels says nothing of the relation \"LED\"; expected a line "
          + "\"LED: …\" under relations in a file that --profile names"
      ])
    let mapped = try Adapted(.langchain, String(lines[1]), profile: "relations: {led: leads}")
    #expect(mapped.errors.isEmpty)
    #expect(mapped.result.record.map { $0.string($0.source.id) } == "doc-2")
    #expect(
      mapped.relations == ["UN leads MINUSMA asserted", "MINUSMA partOf UN asserted"])
  }

  @Test func labelsAreMatchedFreely() throws {
    let adapted = try read(
      nodes: #"[{"id": 1, "type": "armed GROUP"}, {"id": "a", "type": "Peacekeeping-Mission"}]"#)
    #expect(adapted.entities == ["1 ArmedGroup 1", "a PeacekeepingMission a"])
  }

  @Test(arguments: [
    (nil, ["a-b", "a-b-2", "a~b", "HGNC-1", "http://e/1", "http---e--"]),
    (
      "ids: shared" as String?,
      ["a~20b", "a-b", "a~7Eb", "HGNC~3A1", "http://e/1", "http~3A~2F~2Fe~2F~3C"]
    ),
  ])
  func formsOfIDs(_ profile: String?, _ ids: [String]) throws {
    let nodes = ["a b", "a-b", "a~b", "HGNC:1", "http://e/1", "http://e/<"].map {
      #"{"id": "\#($0)", "type": "Person"}"#
    }
    let adapted = try read(nodes: "[\(nodes.joined(separator: ", "))]", profile: profile)
    #expect(adapted.entities.map { $0.split(separator: " ").first.map(String.init) } == ids)
  }

  @Test func aRelationTheOtherWayRound() throws {
    let node = #"{"id": "x", "type": "Organization"}"#
    let other = #"{"id": "y", "type": "Person"}"#
    let adapted = try read(
      relationships: #"[{"source": \#(node), "target": \#(other), "type": "LED_BY"}]"#)
    #expect(adapted.relations == ["y leads x asserted"])
    #expect(adapted.entities == ["x Organisation x", "y Person y"])
  }

  @Test(arguments: [
    (
      #"[{"id": "a", "type": "Persn"}]"#,
      "a:1:32: error: the profile labels says nothing of the type \"Persn\"; expected a line "
        + "\"Persn: …\" under types in a file that --profile names; did you mean \"Person\"?"
    ),
    (#"{}"#, "a:1:11: error: nodes is an object; expected an array"),
    (#"["a"]"#, "a:1:12: error: a node is a string; expected an object"),
    (
      #"[{"type": "Person"}]"#,
      "a:1:12: error: the node has no id; expected a text or a whole number"
    ),
    (
      #"[{"id": "a", "type": 1}]"#,
      "a:1:32: error: the type of a node is a number; expected a text"
    ),
    (
      #"[{"id": "a", "type": "Person", "properties": 1}]"#,
      "a:1:56: error: properties is a number; expected an object"
    ),
  ])
  func faultsOfNodes(_ nodes: String, _ message: String) throws {
    #expect(try read(nodes: nodes).errors == [message])
  }

  @Test(arguments: [
    ("[1]", "a:1:33: error: a relationship is a number; expected an object"),
    ("[{}]", "a:1:33: error: the relationship has no type; expected a text"),
    (#"[{"type": "X"}]"#, "a:1:33: error: the relationship has no source"),
  ])
  func faultsOfRelationships(_ relationships: String, _ message: String) throws {
    #expect(try read(relationships: relationships).errors == [message])
  }

  @Test func metadataThatAreNoText() throws {
    let metadata = #"{"language": true, "title": ["a", "b"], "date": "soon", "source": "a.txt"}"#
    let adapted = try read(source: #"{"page_content": "x", "metadata": \#(metadata)}"#)
    #expect(adapted.errors.isEmpty)
    #expect(
      adapted.omissions == [
        "metadata \"date\" (1)", "metadata \"language\" (1)", "metadata \"source\" (1)",
        "metadata \"title\" (1)",
      ])
  }

  @Test func linksThatAreNone() throws {
    let node =
      #"{"id": "x", "type": "Person", "properties": {"wikidata_id": ["Q1", "../..", "a b"]}}"#
    let adapted = try read(nodes: "[\(node)]")
    #expect(adapted.entities == ["x Person x  http://www.wikidata.org/entity/Q1"])
    #expect(adapted.omissions == ["wikidata_id whose prefix stands for no IRI (2)"])
  }

  @Test func noGraphDocument() throws {
    #expect(
      try Adapted(.langchain, "[]").errors == [
        "a:1:1: error: a graph document is an array; expected an object with nodes, relationships "
          + "and source"
      ])
  }
}
