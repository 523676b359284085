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

  /// The kinds that classes allow, of which the first in order counts.
  struct Choice {
    private var bits: UInt8 = 0

    /// What has no class.
    init() {}

    /// What is of all of some classes, those above them included.
    init(_ classes: Set<String>) {
      for (place, one) in ViewKind.classes.enumerated()
      where one.iris.contains(where: { classes.contains($0) }) {
        bits |= 1 << UInt8(place)
      }
    }

    mutating func formUnion(_ other: Choice) { bits |= other.bits }

    fileprivate var first: ViewKind? {
      bits == 0 ? nil : ViewKind.classes[bits.trailingZeroBitCount].kind
    }
  }

  /// The kind of what has some classes; what has a status is an event, whatever its classes are,
  /// for of all things only events are put in some way.
  init(_ choice: Choice, hasStatus: Bool) {
    self = hasStatus ? .event : choice.first ?? .thing
  }

  /// The kind of what has some classes, by their IRIs.
  init(types: [String], hasStatus: Bool, ontology: Ontology) {
    var choice = Choice()
    for type in types { choice.formUnion(Choice(ontology.ancestors(ofClass: type))) }
    self.init(choice, hasStatus: hasStatus)
  }
}
