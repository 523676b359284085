import Ontology
import PropertyGraph
import RDF
import RDFIO
import Testing

@Suite struct ProjectionTests {
  private static let article = """
    @prefix : <http://b/article/a/> .
    @prefix griot: <https://w3id.org/griot/ontology#> .
    @prefix prov: <http://www.w3.org/ns/prov#> .
    @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    <http://b/article/a> a griot:Article .
    :x a griot:Organisation ; rdfs:label "l’Union"@fr , "the Union"@en .
    :y a griot:Country ; rdfs:label "Soréa"@fr .
    :v a griot:Withdrawal ; rdfs:label "retrait"@fr ; griot:status griot:planned ; griot:agent :x .

    """

  private func graph(
    _ rest: String, background: String = "", extras: Set<Projection.Extra> = []
  ) throws -> PropertyGraph {
    var dataset = Dataset()
    for (text, name) in [(Self.article + rest, ""), (Self.article + background, "/background")]
    where name.isEmpty || !background.isEmpty {
      let graph = try dataset.terms.iri("http://b/article/a" + name)
      try RDFReader.read(
        Array(text.utf8), file: "a.ttl", syntax: .turtle, graph: graph, into: &dataset)
    }
    var projection = Projection(
      ontology: try Ontology(), options: Projection.Options(extras: extras))
    projection.add(dataset)
    return projection.finish()
  }

  private func edges(_ graph: PropertyGraph) -> [String] {
    graph.edges.map { edge in
      let label = edge.values.first { $0.key == "label" }?.text ?? ""
      let status = edge.values.first { $0.key == "status" }?.text ?? ""
      return "\(edge.source) \(label) [\(status)] \(edge.target)"
    }
  }

  private func claim(_ rest: String) -> String {
    ":c a griot:Claim ; rdf:subject :x ; rdf:predicate griot:operatesIn ; rdf:object :y ; \(rest) ."
  }

  @Test func nodesHaveLabelsAndTypes() throws {
    let graph = try graph("")
    #expect(graph.nodes.count == 3)
    for node in graph.nodes {
      #expect(node.values.contains { $0.key == "label" && !$0.text.isEmpty })
      #expect(node.values.contains { $0.key == "labelV" && !$0.text.isEmpty })
    }
  }

  /// A role is put as its event is.
  @Test func rolesHaveTheStatusOfTheirEvent() throws {
    #expect(edges(try graph("")) == ["2 agent [planned] 0"])
  }

  @Test(arguments: [
    ("griot:status griot:reported", "reported: operatesIn [reported]"),
    ("griot:status griot:planned", "planned: operatesIn [planned]"),
    ("griot:status griot:asserted ; prov:wasAttributedTo :y", "attributed: operatesIn [asserted]"),
    ("griot:status griot:asserted ; griot:degree griot:mainly", "mainly: operatesIn [asserted]"),
  ])
  func claimsShowHowTheyArePut(_ put: String, _ label: String) throws {
    #expect(edges(try graph(claim(put))).contains("0 \(label) 1"))
  }

  @Test func claimOfPlainTripleIsOneEdge() throws {
    let graph = try graph(":x griot:operatesIn :y . " + claim("griot:status griot:asserted"))
    #expect(edges(graph).filter { $0.contains("operatesIn") } == ["0 operatesIn [asserted] 1"])
  }

  @Test func deniedClaimsAreDrawnOnRequest() throws {
    let denied = claim("griot:status griot:denied")
    #expect(!edges(try graph(denied)).contains { $0.contains("operatesIn") })
    #expect(
      edges(try graph(denied, extras: [.denied])).contains("0 denied: operatesIn [denied] 1"))
  }

  @Test func backgroundIsDrawnOnRequest() throws {
    let known =
      ":x griot:operatesIn :y . "
      + claim("griot:status griot:asserted ; griot:basis griot:background")
    #expect(!edges(try graph("", background: known)).contains { $0.contains("operatesIn") })
    let drawn = edges(try graph("", background: known, extras: [.background]))
    #expect(
      drawn.filter { $0.contains("operatesIn") } == ["0 background: operatesIn [asserted] 1"])
  }

  /// A bounded number is text, under a key of its own.
  @Test func boundedNumberIsText() throws {
    let graph = try graph(
      """
      :c a griot:Claim ; rdf:subject :v ; rdf:predicate griot:deathToll ; rdf:object 180 ;
        griot:status griot:asserted ; griot:bound griot:moreThan ; griot:unit "persons" .
      """)
    let values = graph.nodes[2].values
    #expect(values.contains { $0.key == "deathToll.text" && $0.text == "> 180 persons" })
    #expect(!values.contains { $0.key == "deathToll" })
  }
}
