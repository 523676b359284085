internal import Ontology
public import RDF

/// What the named graphs of articles are for.
///
/// An article's own graph has the article's IRI; the others have that IRI and a part of their own
/// after it. An article whose id is `links` keeps its own graph, for graphs are known by articles.
public struct ArticleGraphs: Sendable {
  /// What a graph is for.
  public enum Role: Hashable, Sendable {
    /// It is an article's own, or a graph of no article.
    case own
    /// It holds what the article does not say.
    case background
    /// It holds others' names for the article's things.
    case links
    /// It holds how the article's graphs came about.
    case provenance
  }

  private var roles: [TermID: Role] = [:]
  private var articles: [TermID: TermID] = [:]

  /// Looks for articles, each in a graph of its name, and for the graphs beside theirs.
  public init(_ quads: [Quad], _ terms: borrowing TermTable) {
    let kind = Array("<\(Ontology.namespace)Article>".utf8)
    var byIRI: [ArraySlice<UInt8>: TermID] = [:]
    for quad in quads where quad.predicate == .rdfType && quad.subject == quad.graph {
      guard terms.bytes[terms.spelling(of: quad.object)].elementsEqual(kind) else { continue }
      byIRI[terms.bytes[terms.spelling(of: quad.graph)].dropLast()] = quad.graph
      roles[quad.graph] = .own
      articles[quad.graph] = quad.graph
    }
    let suffixes: [(Role, [UInt8])] = [
      (.background, Array("/background>".utf8)), (.links, Array("/links>".utf8)),
      (.provenance, Array("/provenance>".utf8)),
    ]
    var last: TermID?
    for quad in quads where quad.graph != last {
      last = quad.graph
      guard roles[quad.graph] == nil else { continue }
      roles[quad.graph] = .own
      guard quad.graph != .defaultGraph else { continue }
      let name = terms.bytes[terms.spelling(of: quad.graph)]
      for (role, suffix) in suffixes where name.suffix(suffix.count).elementsEqual(suffix) {
        guard let article = byIRI[name.dropLast(suffix.count)] else { continue }
        roles[quad.graph] = role
        articles[quad.graph] = article
      }
    }
  }

  /// What a graph is for.
  public func role(of graph: TermID) -> Role { roles[graph] ?? .own }

  /// The article that a graph belongs to; nil where it belongs to none.
  public func article(of graph: TermID) -> TermID? { articles[graph] }
}
