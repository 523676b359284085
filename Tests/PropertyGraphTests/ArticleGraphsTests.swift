import PropertyGraph
import Testing

/// Graphs beside an article's own are known by the article, not by how names end.
@Suite struct ArticleGraphsTests {
  @Test(arguments: ["links", "background", "provenance"])
  func articlesCanHaveTheNamesOfGraphs(_ name: String) throws {
    let own = ":x a griot:Person ; griot:locatedIn :y . :y a griot:City ."
    let graph = try GraphFixture.graph([
      (name, ["": own, "/links": ":y owl:sameAs <http://www.wikidata.org/entity/Q1> ."])
    ]).graph
    #expect(graph.nodes.count == 2 && graph.edges.count == 1)
    #expect(graph.node("y")?["wikidata"] == "http://www.wikidata.org/entity/Q1")
    #expect(graph.node("x")?["source"] == "http://b/article/\(name)")
  }

  @Test func whatIsNotDrawnIsCounted() throws {
    let graphs = [
      "": """
      <http://b/article/a> rdfs:label "A"@en .
      :x a griot:Person .
      <http://b/n> a oa:Annotation ; oa:hasBody :x .
      """,
      "/background": ":x griot:condition \"rich\" .",
      "/provenance": "<http://b/e> a prov:Activity ; prov:used :x .",
    ]
    let (graph, report) = try GraphFixture.graph([("a", graphs)])
    #expect(graph.nodes.count == 1)
    #expect(report.losses[.background]?.count == 1)
    #expect(report.losses[.provenance]?.count == 2)
    #expect(report.losses[.annotation]?.count == 2)
    #expect(report.losses[.article]?.count == 2)
    let drawn = try GraphFixture.graph([("a", graphs)]) { $0.extras = [.background] }
    #expect(drawn.losses.losses[.background] == nil)
    #expect(drawn.graph.node("x")?["condition"] == "rich")
  }

  /// Every quad of an article is drawn or counted.
  @Test func nothingIsLostInSilence() throws {
    let (graph, report) = try GraphFixture.graph(
      """
      :v a griot:Withdrawal ; griot:status griot:planned ; griot:dateText "soon"@en ;
        sem:hasLatestBeginTimeStamp "2024-01-01"^^xsd:date ; prov:wasDerivedFrom :x .
      :x a griot:Person .
      <http://b/c> a griot:Claim ; rdf:subject :v ; rdf:predicate griot:agent ; rdf:object :x ;
        griot:status griot:denied ; griot:dateText "then"@en .
      <http://b/d> a griot:Claim ; rdf:subject <http://b/none> ; rdf:predicate griot:agent ;
        rdf:object :x ; griot:status griot:reported .
      """)
    #expect(graph.edges.isEmpty)
    #expect(report.losses[.detail]?.count == 4)
    #expect(report.losses[.denied]?.count == 1)
    #expect(report.losses[.claim]?.count == 1)
  }
}
