import PropertyGraph
import RDF
import Testing

/// What several articles say of the same things.
@Suite struct MergingTests {
  private static func claim(_ name: String, _ rest: String, by article: String) -> String {
    """
    <http://b/article/\(article)/claim/\(name)> a griot:Claim ; rdf:subject :x ;
      rdf:predicate griot:locatedIn ; rdf:object :y ; \(rest) .

    """
  }

  private static let plain = ":x a griot:Person . :y a griot:City . :x griot:locatedIn :y .\n"

  @Test func nodesHaveTheValuesOfAll() throws {
    let (graph, report) = try GraphFixture.graph([
      ("a", ["": ":x a griot:Organisation ; rdfs:label \"Union\"@en ; griot:condition \"new\" ."]),
      ("c", ["": ":z a griot:City . :x a griot:Government ; rdfs:label \"l’Union\"@fr ."]),
      ("d", ["": ":x a griot:Organisation ; griot:condition \"old\" , \"new\" ."]),
    ])
    #expect(graph.nodes.map { $0.iri.suffix(2) } == ["/x", "/z"])
    let node = try #require(graph.node("x"))
    #expect(node["label"] == "l’Union" && node["name"] == "l’Union")
    #expect(node["label.en"] == "Union" && node["label.fr"] == "l’Union")
    #expect(node["labelV"] == "Government")
    #expect(node["types"] == "griot:Organisation;griot:Government")
    #expect(node["condition"] == "new;old")
    #expect(node["source"] == "http://b/article/a;http://b/article/c;http://b/article/d")
    #expect(report.losses[.merged]?.count == 1)
  }

  @Test func numbersThatDifferAreText() throws {
    let graph = try GraphFixture.graph([
      ("a", ["": ":x a ship:Ship ; ship:crew 1 ; ship:speed 2.0e0 ."]),
      ("c", ["": ":x a ship:Ship ; ship:crew 3 ; ship:speed 2.0e0 ."]),
      ("d", ["": ":z a ship:Ship ; ship:crew 7 ."]),
    ]).graph
    #expect(graph.node("x")?["crew"] == nil && graph.node("x")?["crew.text"] == "1;3")
    #expect(graph.node("x")?["speed"] == "2.0e0" && graph.node("z")?["crew"] == "7")
    #expect(graph.kind("crew") == .long && graph.kind("crew.text") == .string)
  }

  @Test func edgesOfSeveralArticlesAreOne() throws {
    let graph = try GraphFixture.graph([
      ("a", ["": Self.plain + Self.claim("1", "griot:status griot:asserted", by: "a")]),
      ("c", ["": Self.plain]),
      ("d", ["": Self.plain + Self.claim("1", "griot:status griot:asserted", by: "d")]),
    ]).graph
    #expect(graph.edges.count == 1)
    let edge = try #require(graph.lines["x locatedIn y"])
    #expect(edge["weight"] == "3.0")
    #expect(edge["source"] == "http://b/article/a;http://b/article/c;http://b/article/d")
    #expect(edge["source.graph"] == edge["source"])
    #expect(edge["iri"] == "http://b/article/a/claim/1;http://b/article/d/claim/1")
  }

  /// What is put in another way is another edge, and so are two claims of one article.
  @Test func parallelEdgesStayApart() throws {
    let graph = try GraphFixture.graph([
      ("a", ["": Self.plain]),
      ("c", ["": Self.plain + Self.claim("1", "griot:status griot:reported", by: "c")]),
      (
        "d",
        [
          "": Self.plain.replacing(":x griot:locatedIn :y .", with: "")
            + Self.claim("1", "griot:status griot:reported ; griot:confidence 0.5", by: "d")
            + Self.claim("2", "griot:status griot:reported", by: "d")
            + Self.claim("3", "griot:status griot:reported", by: "d")
        ]
      ),
    ]).graph
    let labels = graph.edges.map { edge in
      ["label", "confidence", "weight"].map { key in
        edge.values.first { $0.key == key }?.text ?? "-"
      }.joined(separator: " ")
    }
    #expect(
      labels == [
        "locatedIn - 2.0", "reported: locatedIn - 2.0", "reported: locatedIn 0.5 1.0",
        "reported: locatedIn - 1.0",
      ])
  }

  /// Alike edges of one article are matched in order with those of another, in time that grows with
  /// their number.
  @Test(.timeLimit(.minutes(1)))
  func manyParallelEdgesAreMatched() throws {
    let many = (0..<2000).map { Self.claim("\($0)", "griot:status griot:reported", by: "a") }
    let some = (0..<1000).map { Self.claim("\($0)", "griot:status griot:reported", by: "c") }
    let things = ":x a griot:Person . :y a griot:City .\n"
    let graph = try GraphFixture.graph([
      ("a", ["": things + many.joined()]), ("c", ["": things + some.joined()]),
    ]).graph
    let weights = graph.edges.map { edge in edge.values.first { $0.key == "weight" }?.text }
    #expect(weights.count == 2000)
    #expect(weights.prefix(1000).allSatisfy { $0 == "2.0" })
    #expect(weights.suffix(1000).allSatisfy { $0 == "1.0" })
  }

  /// What many articles say takes time that grows with their number.
  @Test(.timeLimit(.minutes(1)))
  func manySourcesAreJoined() throws {
    let text = ":x a griot:Person ; griot:locatedIn :y . :y a griot:City .\n"
    let articles = (0..<4000).map { (name: "a\($0)", graphs: ["": text]) }
    let graph = try GraphFixture.graph(articles).graph
    #expect(graph.lines["x locatedIn y"]?["weight"] == "4000.0")
    #expect(graph.node("y")?["source"]?.split(separator: ";").count == 4000)
  }

  /// The same triple in two graphs of no article is one edge.
  @Test func graphsOfOneDatasetAreJoined() throws {
    var dataset = Dataset()
    for name in ["http://g/1", "http://g/2"] {
      let iris = try ["http://b/x", "http://b/p", "http://b/y"].map { try dataset.terms.iri($0) }
      let graph = try dataset.terms.iri(name)
      dataset.insert(Quad(iris[0], iris[1], iris[2], graph: graph))
      dataset.insert(Quad(iris[2], iris[1], iris[0], graph: graph))
    }
    var projection = Projection(ontology: try GraphFixture.ontology())
    projection.add(dataset)
    let graph = projection.finish()
    #expect(graph.nodes.count == 2 && graph.edges.count == 2)
    #expect(graph.lines["x p y"]?["source.graph"] == "http://g/1;http://g/2")
    #expect(graph.lines["x p y"]?["weight"] == "2.0")
  }

  @Test func orderOfArticlesIsAllThatCounts() throws {
    let articles = (0..<40).map { number in
      (
        name: "a\(number)",
        graphs: [
          "":
            ":x a griot:Person ; griot:condition \"c\(number % 7)\" ; griot:locatedIn :p\(number % 5) . :p\(number % 5) a griot:City ."
        ]
      )
    }
    let once = try GraphFixture.graph(articles).graph
    let twice = try GraphFixture.graph(articles).graph
    #expect(once.nodes.map(\.values) == twice.nodes.map(\.values))
    #expect(once.edges.map(\.values) == twice.edges.map(\.values))
    #expect(once.edges.count == 5)
    #expect(once.edges.allSatisfy { $0.values.contains { $0.key == "weight" && $0.text == "8.0" } })
  }
}
