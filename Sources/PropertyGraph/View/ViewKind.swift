internal import Ontology

/// What a page tells nodes apart by, in shape, letter and colour.
enum ViewKind: String, CaseIterable {
  case event, place, person, organisation, group, document, thing, claim

  /// The classes that make a thing of a kind; the first kind that has one of a thing's counts, so
  /// that a country, which is a place and an actor, is a place.
  private static let classes: [(kind: ViewKind, iris: [String])] = [
    (.event, [Ontology.namespace + "Event", sem + "Event", schema + "Event"]),
    (.place, [Ontology.namespace + "Place", sem + "Place", schema + "Place"]),
    (.person, [Ontology.namespace + "Person", schema + "Person"]),
    (
      .organisation,
      [
        Ontology.namespace + "Organisation", schema + "Organization",
        "http://www.w3.org/ns/org#Organization",
      ]
    ),
    (
      .group,
      [Ontology.namespace + "Actor", sem + "Actor", "http://www.w3.org/ns/prov#Agent"]
    ),
    (
      .document,
      [
        Ontology.namespace + "Document", schema + "CreativeWork",
        "http://www.w3.org/ns/prov#Entity",
      ]
    ),
  ]
  private static let sem = "http://semanticweb.cs.vu.nl/2009/11/sem/"
  private static let schema = "https://schema.org/"

  /// The kind of what has some classes; what has a status is an event, whatever its classes are,
  /// for of all things only events are put in some way.
  init(types: [String], hasStatus: Bool, ontology: Ontology) {
    let all = types.reduce(into: Set<String>()) { $0.formUnion(ontology.ancestors(ofClass: $1)) }
    let found = Self.classes.first { one in one.iris.contains { all.contains($0) } }?.kind
    self = hasStatus ? .event : found ?? .thing
  }
}
