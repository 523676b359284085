import PropertyGraph
import Testing

/// Events as edges, and types as edges.
@Suite struct EventTests {
  private static let things = """
    :x a griot:Organisation ; rdfs:label "l’Union"@fr . :y a griot:Country . :z a griot:Person .
    :v a griot:ArmedAttack ; rdfs:label "attaque"@fr ; griot:status griot:asserted ;
      griot:date "2024-11" ; griot:deathToll 4 ; griot:agent :x ; griot:place :y .

    """

  private func collapsed(_ rest: String, replacing: String = "", by: String = "") throws
    -> (graph: PropertyGraph, losses: LossReport)
  {
    try GraphFixture.graph(Self.things.replacing(replacing, with: by) + rest) {
      $0.events = .collapsed
    }
  }

  @Test func assertedEventsOfTwoRolesAreEdges() throws {
    let (graph, report) = try collapsed("")
    #expect(graph.nodes.count == 3 && graph.edges.count == 1)
    let edge = try #require(graph.lines["x ArmedAttack y"])
    #expect(edge["iri"] == "http://b/entity/v" && edge["labelE"] == "ArmedAttack")
    #expect(edge["name"] == "attaque" && edge["label.fr"] == "attaque")
    #expect(edge["status"] == "asserted" && edge["date"] == "2024-11")
    #expect(edge["deathToll"] == "4")
    #expect(graph.edgeKeys.first { $0.name == "deathToll" }?.kind == .long)
    #expect(report.losses[.collapsed]?.count == 1)
  }

  @Test func targetsCountAsPlacesDo() throws {
    let graph = try collapsed("", replacing: "griot:place :y", by: "griot:target :z").graph
    #expect(graph.lines["x ArmedAttack z"] != nil && graph.nodes.count == 3)
  }

  @Test func propertiesBelowAgentAreAgents() throws {
    let graph = try collapsed("", replacing: "griot:agent :x", by: "ship:master :x").graph
    #expect(graph.lines["x ArmedAttack y"] != nil)
  }

  @Test(arguments: [
    ("griot:status griot:asserted", "griot:status griot:planned", ""),
    ("griot:status griot:asserted", "griot:status griot:asserted , griot:reported", ""),
    ("griot:status griot:asserted", "griot:status griot:asserted ; griot:attributedTo :z", ""),
    ("griot:place :y", "griot:place :y ; griot:party :z", ""),
    ("; griot:place :y", "", ""),
    ("griot:place :y", "griot:party :y", ""),
    ("", "", ":w a griot:Withdrawal ; griot:status griot:asserted ; griot:causedBy :v ."),
    (
      "", "",
      ":c a griot:Claim ; rdf:subject :v ; rdf:predicate griot:agent ; rdf:object :z ; griot:status griot:reported ."
    ),
    (
      "", "",
      ":c a griot:Claim ; rdf:subject :w ; rdf:predicate griot:causedBy ; rdf:object :v ; griot:status griot:reported ."
    ),
  ])
  func othersStayNodes(_ replaced: String, _ by: String, _ rest: String) throws {
    var text = Self.things
    if !replaced.isEmpty { text = text.replacing(replaced, with: by) }
    let graph = try GraphFixture.graph(text + rest) { $0.events = .collapsed }.graph
    #expect(graph.node("v") != nil)
  }

  /// A claim that says no more than the role gives its words to the edge.
  @Test func evidenceOfRolesIsKept() throws {
    let graph = try collapsed(
      """
      :c a griot:Claim ; rdf:subject :v ; rdf:predicate griot:agent ; rdf:object :x ;
        griot:status griot:asserted .
      :n a oa:Annotation ; oa:hasBody :c ; oa:motivatedBy oa:linking ; oa:hasTarget :s .
      :s oa:hasSelector :q . :q oa:exact "the Union attacked" .
      """
    ).graph
    #expect(graph.lines["x ArmedAttack y"]?["evidence"] == "the Union attacked")
  }

  @Test func eventsAreNodesElse() throws {
    let graph = try GraphFixture.graph(Self.things).graph
    #expect(graph.node("v")?["labelV"] == "ArmedAttack")
    #expect(Set(graph.lines.keys) == ["v agent x", "v place y"])
  }

  @Test func typesCanBeEdges() throws {
    let graph = try GraphFixture.graph(":x a griot:Person . :y a griot:Person , griot:Actor .") {
      $0.types = .edges
      $0.languages = ["en"]
    }.graph
    #expect(graph.nodes.count == 4 && graph.edges.count == 3)
    let person = try #require(graph.nodes.first { $0.iri.hasSuffix("#Person") })
    #expect(person.values.contains { $0.key == "labelV" && $0.text == "Class" })
    #expect(person.values.contains { $0.key == "label" && $0.text == "person" })
    #expect(
      graph.edges.allSatisfy { $0.values.contains { $0.key == "labelE" && $0.text == "type" } })
  }

  /// A claim that is a branch of another is a node, so that the edge between the two has ends.
  @Test func branchesOfClaimsAreEdges() throws {
    let graph = try GraphFixture.graph(
      """
      :x a griot:Person . :y a griot:City .
      :c a griot:Claim ; rdf:subject :x ; rdf:predicate griot:locatedIn ; rdf:object :y ;
        griot:status griot:possible ; griot:alternativeOf :d .
      :d a griot:Claim ; rdf:subject :x ; rdf:predicate griot:condition ; rdf:object "away" ;
        griot:status griot:asserted .
      """
    ).graph
    #expect(graph.lines["c alternativeOf d"] != nil)
    #expect(graph.node("c")?["labelV"] == "Claim" && graph.node("d")?["labelV"] == "Claim")
    #expect(graph.lines["x possible: locatedIn y"] != nil)
  }
}
