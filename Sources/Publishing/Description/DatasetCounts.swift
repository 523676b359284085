public import RDF

/// How many statements a dataset has of what kind.
///
/// A statement counts in each graph that it is in. What is kept grows with the distinct terms.
public struct DatasetCounts: Sendable {
  /// Statements that link a dataset's things to those of another.
  struct LinkSet: Hashable, Sendable {
    let predicate: String
    /// What the IRIs of the other dataset begin with.
    let target: String
  }

  /// How many statements there are, each graph's counted by itself.
  private(set) var statements = 0
  private(set) var distinctSubjects = 0
  private(set) var distinctObjects = 0
  /// How many things have a class.
  private(set) var classes: [(iri: String, count: Int)] = []
  private(set) var properties: [(iri: String, count: Int)] = []
  /// How many statements are in a graph; the one without a name is not among them.
  private(set) var graphs: [(iri: String, count: Int)] = []
  private(set) var linkSets: [(set: LinkSet, count: Int)] = []

  /// The predicates whose statements are links between datasets.
  private static let linkPredicates: Set<String> = [
    Namespace.owl + "sameAs", "https://schema.org/sameAs", "http://schema.org/sameAs",
    "http://www.w3.org/2004/02/skos/core#exactMatch",
    "http://www.w3.org/2004/02/skos/core#closeMatch",
    "http://www.w3.org/2004/02/skos/core#broadMatch",
    "http://www.w3.org/2004/02/skos/core#narrowMatch",
    "http://www.w3.org/2004/02/skos/core#relatedMatch",
  ]

  private struct Typing: Hashable {
    let thing: TermID
    let type: TermID
  }

  /// Counts.
  ///
  /// - Parameters:
  ///   - quads: the statements, each once.
  ///   - terms: their terms.
  ///   - base: what the dataset's own IRIs begin with, which links do not lead to.
  public init(_ quads: [Quad], of terms: borrowing TermTable, base: String) {
    var subjects = Set<TermID>()
    var objects = Set<TermID>()
    var typings = Set<Typing>()
    var byClass: [TermID: Int] = [:]
    var byProperty: [TermID: Int] = [:]
    var byGraph: [TermID: Int] = [:]
    var links: [TermID: Bool] = [:]
    var bySet: [LinkSet: Int] = [:]
    for quad in quads {
      subjects.insert(quad.subject)
      objects.insert(quad.object)
      byProperty[quad.predicate, default: 0] += 1
      if quad.graph != .defaultGraph { byGraph[quad.graph, default: 0] += 1 }
      if quad.predicate == .rdfType, terms.kind(of: quad.object) == .iri,
        typings.insert(Typing(thing: quad.subject, type: quad.object)).inserted
      {
        byClass[quad.object, default: 0] += 1
      }
      let isLink: Bool
      if let known = links[quad.predicate] {
        isLink = known
      } else {
        isLink = Self.linkPredicates.contains(terms.string(of: quad.predicate))
        links[quad.predicate] = isLink
      }
      guard isLink, terms.kind(of: quad.object) == .iri else { continue }
      let target = Self.namespace(of: terms.string(of: quad.object))
      guard !target.hasPrefix(base) else { continue }
      bySet[
        LinkSet(predicate: terms.string(of: quad.predicate), target: target), default: 0] += 1
    }
    statements = quads.count
    distinctSubjects = subjects.count
    distinctObjects = objects.count
    classes = Self.ordered(byClass, terms)
    properties = Self.ordered(byProperty, terms)
    graphs = Self.ordered(byGraph, terms)
    linkSets = bySet.map { (set: $0.key, count: $0.value) }.sorted {
      ($0.set.target, $0.set.predicate) < ($1.set.target, $1.set.predicate)
    }
  }

  private static func ordered(
    _ counts: [TermID: Int], _ terms: borrowing TermTable
  ) -> [(iri: String, count: Int)] {
    var found: [(iri: String, count: Int)] = []
    for (term, count) in counts where terms.kind(of: term) == .iri {
      found.append((terms.string(of: term), count))
    }
    return found.sorted { $0.iri < $1.iri }
  }

  /// An IRI up to its last `#`, or else its last `/` that something follows.
  static func namespace(of iri: String) -> String {
    let end = iri.lastIndex(of: "#") ?? iri.dropLast().lastIndex(of: "/")
    return end.map { String(iri[...$0]) } ?? iri
  }

  /// The namespaces of the classes and properties, in order.
  var vocabularies: [String] {
    Set((classes + properties).map { Self.namespace(of: $0.iri) }).sorted()
  }
}
