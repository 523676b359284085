/// One statement of a dataset, as numbers of its terms.
///
/// - SeeAlso: RDF 1.1 Concepts, sections 3.1 and 4.
@frozen public struct Quad: Hashable, Sendable {
  /// Who the statement is about: an IRI or a blank node.
  public let subject: TermID
  /// What is said: an IRI.
  public let predicate: TermID
  /// The value: any term.
  public let object: TermID
  /// The graph that holds the statement, or ``TermID/defaultGraph``.
  public let graph: TermID

  /// Makes a statement; the kinds of its terms are not checked.
  @inlinable public init(
    _ subject: TermID, _ predicate: TermID, _ object: TermID,
    graph: TermID = .defaultGraph
  ) {
    self.subject = subject
    self.predicate = predicate
    self.object = object
    self.graph = graph
  }
}
