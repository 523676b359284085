/// A link from an entity to a thing of an authority, with its evidence.
public struct Link: Hashable, Sendable {
  /// What is said of the two.
  public enum Relation: String, CaseIterable, Sendable {
    /// They are one thing.
    case sameAs = "owl:sameAs"
    /// They are concepts that can stand for each other.
    case exactMatch = "skos:exactMatch"
    /// They are concepts that are near each other.
    case closeMatch = "skos:closeMatch"

    /// The property's IRI.
    public var iri: String {
      switch self {
      case .sameAs: "http://www.w3.org/2002/07/owl#sameAs"
      case .exactMatch: "http://www.w3.org/2004/02/skos/core#exactMatch"
      case .closeMatch: "http://www.w3.org/2004/02/skos/core#closeMatch"
      }
    }
  }

  /// How a link was found.
  ///
  /// - SeeAlso: SSSOM 1.0, section "Mapping" (`mapping_justification`).
  public enum Justification: String, Sendable {
    /// By names, types and properties.
    case lexical = "LexicalMatching"
    /// A person, or a table that people made, says so.
    case curated = "ManualMappingCuration"

    /// The term's IRI.
    public var iri: String { "https://w3id.org/semapv/vocab/" + rawValue }
  }

  /// The thing's IRI.
  public let target: String
  /// The thing's label; empty where it is not known.
  public let label: String
  /// What is said of the two.
  public let relation: Relation
  /// How the link was found.
  public let justification: Justification
  /// From 0 to 1: the candidate's score; 1 where a person decided.
  public let confidence: Double
  /// What speaks for it, in a line.
  public let evidence: String
  /// The names that are alike, as the entity has it; empty where a person decided.
  public var matched = ""
  /// Who decided.
  public var author = ""
  /// When it was decided, as the decision says.
  public var date = ""
}
