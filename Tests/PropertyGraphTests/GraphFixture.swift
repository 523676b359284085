import Foundation
import Ontology
import PropertyGraph
import RDF
import RDFIO

/// Articles in Turtle, and what becomes of them.
struct GraphFixture {
  static let prefixes = """
    @prefix griot: <https://w3id.org/griot/ontology#> .
    @prefix owl: <http://www.w3.org/2002/07/owl#> .
    @prefix prov: <http://www.w3.org/ns/prov#> .
    @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    @prefix schema: <https://schema.org/> .
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    @prefix oa: <http://www.w3.org/ns/oa#> .
    @prefix sem: <http://semanticweb.cs.vu.nl/2009/11/sem/> .
    @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
    @prefix ship: <https://ships.example/ontology#> .
    @prefix port: <https://ports.example/ontology#> .
    @prefix : <http://b/entity/> .

    """

  /// The quads of an article, whose graphs have the texts given by the ends of their names.
  static func article(_ name: String, _ graphs: [String: String]) throws -> Dataset {
    var dataset = Dataset()
    let article = "http://b/article/\(name)"
    for (suffix, text) in graphs.sorted(by: { $0.key < $1.key }) {
      let graph = try dataset.terms.iri(article + suffix)
      let own = suffix.isEmpty ? "<\(article)> a griot:Article .\n" : ""
      try RDFReader.read(
        Array((prefixes + own + text).utf8), file: "a.ttl", syntax: .turtle, graph: graph,
        into: &dataset)
    }
    return dataset
  }

  static let ships = """
    @prefix owl: <http://www.w3.org/2002/07/owl#> .
    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
    @prefix griot: <https://w3id.org/griot/ontology#> .
    @prefix ship: <https://ships.example/ontology#> .
    @prefix port: <https://ports.example/ontology#> .
    ship:Ship a owl:Class ; rdfs:label "ship"@en .
    ship:crew a owl:DatatypeProperty ; rdfs:range xsd:integer .
    ship:length a owl:DatatypeProperty ; rdfs:range xsd:decimal .
    ship:speed a owl:DatatypeProperty ; rdfs:range xsd:double .
    ship:armed a owl:DatatypeProperty ; rdfs:range xsd:boolean .
    ship:launched a owl:DatatypeProperty ; rdfs:range xsd:date .
    ship:motto a owl:DatatypeProperty .
    ship:id a owl:DatatypeProperty ; rdfs:range xsd:string .
    ship:weight a owl:DatatypeProperty ; rdfs:range xsd:integer .
    ship:draught a owl:DatatypeProperty ; rdfs:range xsd:decimal .
    port:draught a owl:DatatypeProperty ; rdfs:range xsd:decimal .
    ship:berth a owl:ObjectProperty .
    port:berth a owl:ObjectProperty .
    ship:home a owl:ObjectProperty .
    ship:master a owl:ObjectProperty ; rdfs:subPropertyOf griot:agent .

    """

  static func ontology() throws -> Ontology {
    try Ontology(files: [Ontology.File(name: "ships.ttl", bytes: Array(ships.utf8))])
  }

  /// The graph of some articles, and what it does not hold.
  static func graph(
    _ articles: [(name: String, graphs: [String: String])],
    _ set: (inout Projection.Options) -> Void = { _ in }
  ) throws -> (graph: PropertyGraph, losses: LossReport) {
    var options = Projection.Options()
    set(&options)
    var projection = Projection(ontology: try ontology(), options: options)
    for article in articles { projection.add(try Self.article(article.name, article.graphs)) }
    return projection.finishReporting(format: "test")
  }

  /// The same for one article's own graph.
  static func graph(
    _ text: String, _ set: (inout Projection.Options) -> Void = { _ in }
  ) throws -> (graph: PropertyGraph, losses: LossReport) {
    try graph([("a", ["": text])], set)
  }
}

extension PropertyGraph {
  /// The values of the node whose IRI ends so.
  func node(_ name: String) -> [String: String]? {
    nodes.first { $0.iri.hasSuffix("/" + name) }.map { Self.byKey($0.values) }
  }

  /// The edges as `source label target`, and their values.
  var lines: [String: [String: String]] {
    Dictionary(
      edges.map { edge in
        let values = Self.byKey(edge.values)
        let ends = [edge.source, edge.target].map { place in
          nodes[place].iri.split(separator: "/").last.map(String.init) ?? ""
        }
        return ("\(ends[0]) \(values["label"] ?? "") \(ends[1])", values)
      }, uniquingKeysWith: { $1.merging($0) { first, _ in first + " and again" } })
  }

  func kind(_ key: String) -> GraphKey.Kind? { nodeKeys.first { $0.name == key }?.kind }

  private static func byKey(_ values: [GraphValue]) -> [String: String] {
    Dictionary(values.map { ($0.key, $0.text) }, uniquingKeysWith: { "twice: \($0), \($1)" })
  }
}
