/// How much is concluded from data and ontology before they are checked.
///
/// - SeeAlso: OWL 2 Profiles, section 4.3; RDF 1.1 Semantics, section 9.
public enum EntailmentLevel: String, CaseIterable, Sendable {
  /// Nothing: what is said is checked as it stands.
  case none
  /// The closure of subclasses, subproperties and equivalences, and the types that domains and
  /// ranges give.
  case rdfs
  /// All rules of OWL 2 RL/RDF.
  case owlRL = "owl-rl"
}
