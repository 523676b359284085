internal import RDF
internal import RDFIO

/// What is done with the graphs of one document's quads.
struct GraphRule {
  /// The graph of what the document puts in none.
  let placed: TermID
  /// The graph that alone is taken, where there is one.
  private let only: TermID?
  private let keepsNames: Bool

  /// - Throws: ``TermError`` for a name that is no IRI.
  init(
    _ names: GraphNames, keepsNames: Bool, _ terms: inout TermTable
  ) throws(TermError) {
    self.keepsNames = keepsNames && names != .dropped
    switch names {
    case .kept, .dropped:
      placed = .defaultGraph
      only = nil
    case .only(let iri):
      placed = .defaultGraph
      only = try terms.iri(iri)
    case .placed(let iri):
      placed = try terms.iri(iri)
      only = nil
    }
  }

  /// A quad in the graph that it is written in, or nil where it is left out.
  func applied(to quad: Quad) -> Quad? {
    if let only, quad.graph != only { return nil }
    return keepsNames ? quad : Quad(quad.subject, quad.predicate, quad.object)
  }
}
