import Testing

@testable import Linking

/// Which IRIs stand for one thing.
@Suite struct IdentityClassesTests {
  /// Records' links, each an entity's IRI or nil and what it is linked to.
  private static let linked: [(entity: String?, same: [String])] = [
    (nil, ["http://w/1", "http://g/1"]), (nil, ["http://g/2", "http://w/2"]),
    ("http://e/mali", ["http://w/3"]), ("http://e/a-mali", ["http://g/3"]),
    (nil, ["http://w/3", "http://g/3"]), (nil, ["http://w/2", "http://v/2", "http://w/1"]),
    (nil, ["http://w/9"]),
  ]

  private static func nodes(
    _ links: [(entity: String?, same: [String])], _ rows: [(String, String)] = []
  ) -> [String: String] {
    var classes = IdentityClasses()
    for (entity, iri) in rows { classes.add(row: entity, is: iri) }
    for one in links { classes.add(entity: one.entity, same: one.same) }
    return classes.nodes { "node:\($0)" }
  }

  @Test func orderDoesNotMatter() {
    let wanted = Self.nodes(Self.linked)
    #expect(
      wanted == [
        "http://w/1": "node:http://g/1", "http://w/2": "node:http://g/1",
        "http://g/1": "node:http://g/1", "http://g/2": "node:http://g/1",
        "http://v/2": "node:http://g/1", "http://e/mali": "http://e/a-mali",
        "http://w/3": "http://e/a-mali", "http://g/3": "http://e/a-mali",
      ])
    for turn in Self.linked.indices {
      let turned = Array(Self.linked[turn...] + Self.linked[..<turn])
      #expect(Self.nodes(turned) == wanted)
      let reversed = turned.reversed().map { ($0.entity, Array($0.same.reversed())) }
      #expect(Self.nodes(reversed) == wanted)
    }
  }

  @Test func tablesLead() {
    // One IRI leads on to another; the first row of an entity takes its place.
    let rows = [
      ("http://e/mali", "http://x/mali"), ("http://x/mali", "http://x/ml"),
      ("http://e/mali", "http://w/3"),
    ]
    let nodes = Self.nodes(Self.linked, rows)
    for iri in ["http://e/mali", "http://e/a-mali", "http://x/mali", "http://w/3", "http://g/3"] {
      #expect(nodes[iri] == "http://x/ml", "\(iri)")
    }
    #expect(nodes["http://x/ml"] == "http://x/ml")
    #expect(nodes["http://w/1"] == "node:http://g/1")
  }

  @Test func circlesEnd() {
    let nodes = Self.nodes([], [("http://a", "http://b"), ("http://b", "http://a")])
    #expect(nodes == ["http://a": "http://b", "http://b": "http://b"])
    #expect(Self.nodes([], [("http://a", "http://a")]).allSatisfy { $0.key == $0.value })
  }
}

/// Tables of what is the same.
@Suite struct SameAsTableTests {
  private static func rows(_ text: String, _ file: String) throws -> [[String]] {
    try SameAsTable(Array(text.utf8), file: file).rows.map { [$0.entity, $0.iri, "\($0.line)"] }
  }

  @Test func readsTabsAndCommas() throws {
    let wanted = [["mali", "http://w/1", "2"], ["http://e/a,b", "http://w/2", "4"]]
    let tabs = "entity\tiri\nmali\thttp://w/1\nnone\t\nhttp://e/a,b\thttp://w/2\n"
    #expect(try Self.rows(tabs, "a.tsv") == wanted)
    let commas = "iri,entity\r\nhttp://w/1,mali\r\n,none\r\nhttp://w/2,\"http://e/a,b\"\r\n"
    #expect(try Self.rows(commas, "a.CSV") == wanted)
    #expect(
      try Self.rows("entity,iri\n\"a \"\"b\"\"\",http://w/1\n", "a.csv").first?.first == "a \"b\"")
  }

  /// The tables that linking takes: pages and what nobody has looked at make nothing the same.
  @Test func readsTablesOfIdentifiers() throws {
    let text = """
      entity_key\tauthority\tiri\tverified
      mali\twikidata\thttp://www.wikidata.org/entity/Q912\tseen
      mali\twikipedia-fr\thttps://fr.wikipedia.org/wiki/Mali\tseen
      mali\tgeonames\thttps://sws.geonames.org/2453866/\tunverified
      """
    #expect(
      try Self.rows(text, "a.tsv") == [["mali", "http://www.wikidata.org/entity/Q912", "2"]])
  }

  @Test(arguments: [
    (
      "entity\tiris\n",
      "a.tsv: error: the table has no column \"iri\"; expected it among entity, iris"
    ),
    ("entity\tiri\na\tb\n", "a.tsv:2: error: \"b\" is not an absolute IRI: "),
    (
      "entity\tiri\n\thttp://b\n",
      "a.tsv:2: error: no entity stands here; expected an IRI or a shared id"
    ),
  ])
  func saysWhatIsWrong(_ text: String, _ message: String) {
    do throws(LinkingError) {
      _ = try SameAsTable(Array(text.utf8), file: "a.tsv")
      Issue.record("was read")
    } catch {
      #expect("\(error)".hasPrefix(message), "\(error)")
    }
  }
}
