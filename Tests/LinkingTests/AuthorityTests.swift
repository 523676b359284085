import Foundation
import Linking
import RDF
import RDFIO
import Testing

@Suite struct AuthorityTests {
  private static let dump = """
    <http://www.wikidata.org/entity/Q3703> <http://www.w3.org/2000/01/rdf-schema#label> "Bamako"@fr .
    <http://www.wikidata.org/entity/Q3703> <http://www.wikidata.org/prop/direct/P31> <http://www.wikidata.org/entity/Q5119> .
    <http://www.wikidata.org/entity/Q3703> <http://www.wikidata.org/prop/direct/P17> <http://www.wikidata.org/entity/Q912> .
    <http://www.wikidata.org/entity/Q3703> <http://www.wikidata.org/prop/direct/P625> "Point(-7.99 12.65)"^^<http://www.opengis.net/ont/geosparql#wktLiteral> .
    <http://www.wikidata.org/entity/Q3703> <http://schema.org/description> "capital of Mali"@en .
    <http://www.wikidata.org/entity/Q912> <http://www.w3.org/2000/01/rdf-schema#label> "Mali"@fr .
    <http://www.wikidata.org/entity/Q912> <http://www.w3.org/2004/02/skos/core#altLabel> "République du Mali"@fr .
    <http://www.wikidata.org/entity/Q912> <http://www.wikidata.org/prop/direct/P571> "1960-09-22T00:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime> .
    <http://www.wikidata.org/entity/Q5119> <http://www.wikidata.org/prop/direct/P279> <http://www.wikidata.org/entity/Q515> .

    """

  @Test func lines() throws {
    let fixture = try AuthorityFixture()
    defer { fixture.remove() }
    let authority = try fixture.authority(Self.dump, .ntriples)
    #expect(authority.namespace == AuthorityFixture.wikidata)
    let bamako = try #require(try authority.item(AuthorityFixture.wikidata + "Q3703"))
    #expect(bamako.names.map(\.text) == ["Bamako"])
    #expect(bamako.names.map(\.language) == ["fr"])
    #expect(bamako.kinds.map(\.id).contains(AuthorityFixture.wikidata + "Q515"))
    #expect(bamako.countries.contains("mali") && bamako.countries.contains("republique du mali"))
    #expect(bamako.place == Coordinates(latitude: 12.65, longitude: -7.99))
    #expect(bamako.summary == "capital of Mali")
    let mali = try #require(try authority.item(AuthorityFixture.wikidata + "Q912"))
    #expect(mali.begin?.text == "1960-09-22")
    #expect(mali.names.map(\.rank) == [.label, .alias])
    #expect(try authority.item(AuthorityFixture.wikidata + "Q1") == nil)
  }

  @Test func turtleSaysTheSame() throws {
    let fixture = try AuthorityFixture()
    defer { fixture.remove() }
    let one = try fixture.authority(Self.dump, .ntriples)
    let other = try fixture.authority(Self.dump, .turtle)
    for name in ["Q3703", "Q912"] {
      let left = try #require(try one.item(AuthorityFixture.wikidata + name))
      let right = try #require(try other.item(AuthorityFixture.wikidata + name))
      #expect(left.names == right.names)
      #expect(left.kinds == right.kinds)
    }
  }

  /// Whatever the case, the accents and the article, and by a rare word where nothing is the same.
  @Test(arguments: [
    ("MALI", ["Q912"]), ("la république du mali", ["Q912"]), ("Bamakò", ["Q3703"]),
    ("Bamako-Coura", ["Q3703"]), ("Ségou", []),
  ])
  func lookUp(_ name: String, _ found: [String]) throws {
    let fixture = try AuthorityFixture()
    defer { fixture.remove() }
    let authority = try fixture.authority(Self.dump, .ntriples)
    let subjects = try fixture.subjects("e:x a griot:Place ; rdfs:label \"\(name)\"@fr .")
    let items = try authority.candidates(for: subjects)
    #expect(
      items[0].map { $0.iri.dropFirst(AuthorityFixture.wikidata.count) } == found.map { $0[...] })
  }

  @Test func otherFilesAreRefused() throws {
    let fixture = try AuthorityFixture()
    defer { fixture.remove() }
    let file = fixture.folder.appending(path: "x.sqlite").path
    try Data("no database".utf8).write(to: URL(fileURLWithPath: file))
    #expect(throws: LinkingError.self) { try LocalAuthority(file) }
    #expect(throws: LinkingError.self) { try LocalAuthority(file + "-absent") }
    // A failed read makes no file.
    #expect(!FileManager.default.fileExists(atPath: file + "-absent"))
  }

  @Test(arguments: [
    ("iri\tlabel", "Q1\tx", ":2: error: \"http://www.wikidata.org/entity/Q 1\" is not"),
    ("name\tlabel", "Q1\tx", "has no column \"id\""),
    ("iri\ttitle", "http://e/a\tx", "has no column of names"),
    ("iri\tlabel", "http://e/a\tx\ty", ":2: error: this line has 3 cells; expected 2"),
  ])
  func tablesAreChecked(_ columns: String, _ row: String, _ message: String) throws {
    let fixture = try AuthorityFixture()
    defer { fixture.remove() }
    do {
      _ = try fixture.authority(
        columns, [row == "Q1\tx" && columns == "iri\tlabel" ? "Q 1\tx" : row])
      Issue.record("nothing was refused")
    } catch let error as LinkingError {
      let wanted = message.replacingOccurrences(of: AuthorityFixture.wikidata + "Q 1", with: "Q 1")
      #expect("\(error)".contains(wanted), "\(error)")
    }
  }
}
