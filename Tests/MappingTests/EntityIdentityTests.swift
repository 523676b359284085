import Testing

@testable import Mapping

/// The nodes of entities that are linked.
@Suite struct EntityIdentityTests {
  private static let base = "https://d.example/"

  @Test(arguments: [
    ("http://www.wikidata.org/entity/Q912", "same/www.wikidata.org/entity/Q912"),
    ("https://www.wikidata.org/entity/Q912", "same/https%3A//www.wikidata.org/entity/Q912"),
    ("https://sws.geonames.org/2453866/", "same/https%3A//sws.geonames.org/2453866/"),
    ("http://e/a#b?c%20", "same/e/a%23b%3Fc%2520"), ("urn:x:é", "same/urn%3Ax%3Aé"),
    ("http://e/../x", "same/e/%2E%2E/x"),
  ])
  func linksMakeNodes(_ link: String, _ path: String) {
    #expect(EntityIdentity.node(ofLink: link, base: Self.base) == Self.base + path)
  }

  @Test func whatDecides() {
    let (one, other) = ("http://w/1", "http://g/1")
    func node(_ identity: EntityIdentity, _ isShared: Bool, _ same: [String]) -> String? {
      identity.node(of: "http://e/x", isShared: isShared, same: same, base: Self.base)
    }
    #expect(node(.none, false, [one]) == nil)
    let merging = EntityIdentity(links: .merged)
    // The least of several, in any order; what others may name keeps its IRI.
    #expect(node(merging, false, [one, other]) == "https://d.example/same/g/1")
    #expect(node(merging, false, [other, one]) == "https://d.example/same/g/1")
    #expect(node(merging, false, []) == nil)
    #expect(node(merging, true, [one]) == nil)
    // A known node of the entity wins over one of its links.
    let known = EntityIdentity(
      nodes: ["http://e/x": "http://n/1", one: "http://n/2"], links: .merged)
    #expect(node(known, true, [one]) == "http://n/1")
    let ofLink = EntityIdentity(nodes: [one: "http://n/2"])
    #expect(node(ofLink, true, [other, one]) == "http://n/2")
    #expect(node(ofLink, false, [other]) == nil)
  }
}
