public import RDF

/// One triple of the chain that leads to an inconsistency.
///
/// Steps stand in the order of the proof: a triple that was concluded comes after its premises.
public struct ExplanationStep: Hashable, Sendable {
  /// Where a triple stands.
  public enum Source: Hashable, Sendable {
    /// In the data: its position in ``Dataset/quads``, and its place in the document.
    case data(quad: Int, origin: SourceOffset)
    /// In a file of the ontology.
    case ontology(file: String?, position: SourcePosition?)
    /// Nowhere: it follows by a rule of OWL 2 RL from steps at these positions.
    case concluded(rule: String, premises: [Int])
  }

  /// The triple in plain words, with labels.
  public let text: String
  /// The subject, as N-Triples writes it.
  public let subject: String
  /// The predicate, as N-Triples writes it.
  public let predicate: String
  /// The object, as N-Triples writes it.
  public let object: String
  /// Where it stands, or what it follows from.
  public let source: Source
}
