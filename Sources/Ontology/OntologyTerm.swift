/// A name for a term in one language.
public struct OntologyLabel: Hashable, Sendable {
  /// The language tag in lower case; empty without one.
  public let language: String
  /// The name.
  public let text: String
}

/// A class of an ontology.
///
/// - SeeAlso: OWL 2 Web Ontology Language, section 5.1.
public struct OntologyClass: Hashable, Sendable {
  /// Its IRI.
  public let iri: String
  /// What follows the last `#` or `/` of its IRI.
  public let localName: String
  /// Its rdfs:label and skos:altLabel names.
  public let labels: [OntologyLabel]
  /// The IRIs of its direct superclasses.
  public let superclasses: [String]
  /// The IRIs of the classes that it is said to share no member with.
  public let disjointWith: [String]
  /// Whether it is marked owl:deprecated.
  public let isDeprecated: Bool
}

/// A property of an ontology.
///
/// - SeeAlso: OWL 2 Web Ontology Language, sections 5.3 to 5.5.
public struct OntologyProperty: Hashable, Sendable {
  /// What a property's values are.
  public enum Kind: Sendable {
    /// Things.
    case object
    /// Literals.
    case datatype
    /// Anything, without consequence for the logic.
    case annotation
  }

  /// Its IRI.
  public let iri: String
  /// What follows the last `#` or `/` of its IRI.
  public let localName: String
  /// What its values are.
  public let kind: Kind
  /// Its rdfs:label and skos:altLabel names.
  public let labels: [OntologyLabel]
  /// The IRIs of its domains; all of them hold.
  public let domains: [String]
  /// The IRIs of its ranges; all of them hold.
  public let ranges: [String]
  /// The IRIs of its direct superproperties.
  public let superproperties: [String]
  /// The IRIs of its inverses.
  public let inverses: [String]
  /// Whether it has at most one value.
  public let isFunctional: Bool
  /// Whether it is marked owl:deprecated.
  public let isDeprecated: Bool
}
