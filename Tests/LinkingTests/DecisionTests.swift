import Foundation
import JSON
import Linking
import Testing

@Suite struct DecisionTests {
  private func ledger(_ json: String) throws -> DecisionLedger {
    let bytes = Array(json.utf8)
    return try DecisionLedger(try JSONDocument.parse(bytes), bytes, file: "links.yaml")
  }

  @Test func theLastDecisionOnTwoHolds() throws {
    let made = try ledger(
      """
      {"links": 1, "decisions": [
        {"entity": "http://e/a", "target": "http://w/1", "verdict": "same", "by": "Ada"},
        {"entity": "http://e/a", "target": "http://w/1", "verdict": "different", "why": "no"}]}
      """)
    #expect(made.decisions.map(\.verdict) == [.different])
    #expect(
      String(decoding: made.yaml(), as: UTF8.self) == """
        links: 1
        decisions:
        - entity: "http://e/a"
          target: "http://w/1"
          verdict: "different"
          why: "no"

        """)
  }

  @Test(arguments: [
    ("[]", "1:1: error: the file is no mapping"),
    ("{\"links\": 2}", "1:11: error: the decisions are of format 2"),
    ("{\"link\": 1}", "unknown key \"link\""),
    ("{\"decisions\": {}}", "decisions is an object"),
    ("{\"decisions\": [1]}", "a decision is a number"),
    ("{\"decisions\": [{\"entity\": \"http://e/a\"}]}", "a decision has no \"target\""),
    (
      "{\"decisions\": [{\"entity\": \"a\", \"target\": \"http://w/1\", \"verdict\": \"same\"}]}",
      "\"a\" is not an absolute IRI"
    ),
    (
      "{\"decisions\": [{\"entity\": \"http://e/a\", \"target\": \"http://w/1\", \"verdict\": \"sam\"}]}",
      "unknown verdict \"sam\"; expected one of same, exact, close, different, none; did you mean \"same\"?"
    ),
  ])
  func faultsHaveTheirPlace(_ json: String, _ message: String) throws {
    do {
      _ = try ledger(json)
      Issue.record("nothing was refused")
    } catch let error as LinkingError {
      #expect("\(error)".hasPrefix("links.yaml:1:") && "\(error)".contains(message), "\(error)")
    }
  }

  @Test func aFilledTableComesBack() throws {
    let fixture = try AuthorityFixture()
    defer { fixture.remove() }
    let authority = try fixture.authority(
      "id\tlabel\ttype", ["Q1\tMali\t", "Q2\tMali\t"], name: "wikidata")
    let linker = Linker([authority], types: fixture.types)
    let subjects = try fixture.subjects("e:x a griot:Country ; rdfs:label \"Mali\"@fr .")
    let finding = try #require(try linker.findings(for: subjects).findings.first)
    var table = ReviewTable.head
    ReviewTable.append(finding, to: &table)
    var lines = String(decoding: table, as: UTF8.self).split(separator: "\n").map(String.init)
    let columns = lines[0].components(separatedBy: "\t")
    let verdict = try #require(columns.firstIndex(of: "verdict"))
    func fill(_ line: Int, _ word: String, why: String) {
      var cells = lines[line].components(separatedBy: "\t")
      cells[verdict] = word
      cells[verdict + 3] = why
      lines[line] = cells.joined(separator: "\t")
    }
    #expect(lines.count == 3)
    fill(1, "different", why: "")
    // As a spreadsheet writes a cell with quotes in it.
    fill(2, "same", why: "\"the \"\"other\"\" one\"")
    let bytes = Array(lines.joined(separator: "\r\n").utf8)
    let made = try ReviewTable.decisions(bytes, file: "r.tsv", author: "Ada", date: "2026-11-25")
    #expect(made.map(\.verdict) == [.different, .same])
    #expect(made.map(\.author) == ["Ada", "Ada"])
    #expect(made[1].reason == "the \"other\" one")
    #expect(made[1].target == AuthorityFixture.wikidata + "Q2")
    #expect(made[0].reason.contains("type unknown"))

    fill(1, "same", why: "")
    #expect(throws: LinkingError.self) {
      _ = try ReviewTable.decisions(
        Array(lines.joined(separator: "\n").utf8), file: "r.tsv", author: "", date: "")
    }
    fill(1, "none", why: "")
    fill(2, "", why: "")
    let none = try ReviewTable.decisions(
      Array(lines.joined(separator: "\n").utf8), file: "r.tsv", author: "", date: "")
    #expect(none.map(\.target) == [AuthorityFixture.wikidata])
  }

  @Test func identifiersOfOthers() throws {
    let fixture = try AuthorityFixture()
    defer { fixture.remove() }
    let table = try IdentifierTable(
      Array(
        """
        entity_key	authority	identifier	iri	verified
        x	wikidata	Q912	http://www.wikidata.org/entity/Q912	a public file
        x	wikidata	Q1	http://www.wikidata.org/entity/Q1	unverified
        x	iso3166	ML		PyPI pycountry
        x	wikipedia-fr	Mali	https://fr.wikipedia.org/wiki/Mali	read
        y	wikidata	Q2	http://www.wikidata.org/entity/Q2	a public file

        """.utf8), file: "identifiers.tsv")
    #expect(table.skipped == 3)
    let subjects = try fixture.subjects(
      "e:x a griot:Country ; rdfs:label \"Mali\"@fr . e:y a griot:Place ; rdfs:label \"là\" ; griot:named false ."
    )
    #expect(table.decisions(on: subjects[0]).map(\.target) == [AuthorityFixture.wikidata + "Q912"])
    #expect(table.decisions(on: subjects[0]).map(\.reason) == ["a public file"])
    #expect(table.decisions(on: subjects[1]).isEmpty)
  }
}
