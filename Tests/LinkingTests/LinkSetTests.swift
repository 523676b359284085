import Foundation
import Linking
import RDF
import RDFIO
import Testing

@Suite struct LinkSetTests {
  /// What linking one country finds.
  private func finding(_ fixture: AuthorityFixture) throws -> Finding {
    let authority = try fixture.authority(
      "id\tlabel_fr\ttype", ["Q912\tMali\t\(AuthorityFixture.wikidata)Q6256"], name: "Wiki data!")
    let subjects = try fixture.subjects(
      """
      GRAPH <https://example.org/article/a> { e:x a griot:Country ; rdfs:label "MALI"@fr . }
      """)
    return try #require(
      try Linker([authority], types: fixture.types).findings(for: subjects).findings.first)
  }

  private func lines(_ dataset: borrowing Dataset) -> [String] {
    var bytes: [UInt8] = []
    LineWriter.append(dataset.quads, of: dataset.terms, syntax: .nquads, to: &bytes)
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// No link without a statement about it that says how sure it is and why.
  @Test func quads() throws {
    let fixture = try AuthorityFixture()
    defer { fixture.remove() }
    let finding = try finding(fixture)
    var dataset = Dataset()
    var writer = LinkSetWriter(version: "1", fallbackGraph: "https://example.org/links")
    try writer.add(finding, to: &dataset)
    let made = lines(dataset)
    let graph = "<https://example.org/article/a/links>"
    #expect(made.allSatisfy { $0.hasSuffix(" \(graph) .") })
    #expect(
      made.contains(
        "<https://example.org/entity/x> <http://www.w3.org/2002/07/owl#sameAs> "
          + "<http://www.wikidata.org/entity/Q912> \(graph) ."))
    let statement = "<https://example.org/article/a/links/x.1> "
    for part in [
      "<http://www.w3.org/1999/02/22-rdf-syntax-ns#subject> <https://example.org/entity/x>",
      "<http://www.w3.org/1999/02/22-rdf-syntax-ns#object> <http://www.wikidata.org/entity/Q912>",
      "<https://w3id.org/griot/ontology#confidence> \"0.99\"^^<http://www.w3.org/2001/XMLSchema#decimal>",
      "<https://w3id.org/sssom/mapping_justification> <https://w3id.org/semapv/vocab/LexicalMatching>",
      "<http://purl.org/dc/terms/description> \"label \\\"MALI\\\"@fr ≈ label \\\"Mali\\\"@fr; type same\"",
    ] {
      #expect(made.contains("\(statement)\(part) \(graph) ."), "\(part)")
    }
  }

  @Test func description() throws {
    let fixture = try AuthorityFixture()
    defer { fixture.remove() }
    var description = LinkSetDescription(base: "https://example.org/")
    description.add(try finding(fixture))
    var dataset = Dataset()
    try description.write(to: &dataset)
    let made = lines(dataset)
    let void = "http://rdfs.org/ns/void#"
    let set = "<https://example.org/dataset/links-1-sameAs> "
    for part in [
      "<\(void)subjectsTarget> <https://example.org/dataset>",
      "<\(void)objectsTarget> <https://example.org/dataset/authority-1>",
      "<\(void)linkPredicate> <http://www.w3.org/2002/07/owl#sameAs>",
      "<\(void)triples> \"1\"^^<http://www.w3.org/2001/XMLSchema#integer>",
    ] {
      #expect(made.contains("\(set)\(part) ."), "\(part)")
    }
  }

  @Test func mappings() throws {
    let fixture = try AuthorityFixture()
    defer { fixture.remove() }
    var table = MappingTable(base: "https://example.org/", licence: nil, version: "1")
    table.add(try finding(fixture))
    let text = String(decoding: table.write(), as: UTF8.self)
    #expect(text.contains("#  wikidata: \"http://www.wikidata.org/entity/\"\n"))
    #expect(text.contains("#license: \"https://w3id.org/sssom/license/unspecified\"\n"))
    let read = try TabTable(Array(text.utf8), file: "links.sssom.tsv")
    let row = try #require(read.rows.first)
    #expect(row["subject_id"] == "base:entity/x" && row["object_id"] == "wikidata:Q912")
    #expect(row["predicate_id"] == "owl:sameAs")
    #expect(row["mapping_justification"] == "semapv:LexicalMatching")
    #expect(row["confidence"] == "0.99" && row["match_string"] == "MALI")
    #expect(row["subject_label"] == "MALI" && row["object_label"] == "Mali")
  }
}
