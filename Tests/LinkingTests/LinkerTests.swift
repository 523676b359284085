import Linking
import RDF
import Testing

@Suite struct LinkerTests {
  private static let columns = "id\tlabel_fr\tlabel_en\talias\ttype\tcountry\tbegin\tcoordinates"
  private static func row(
    _ id: String, _ fr: String, en: String = "", alias: String = "", type: String = "",
    country: String = "", begin: String = "", at: String = ""
  ) -> String {
    let kind =
      type.isEmpty || type.contains(":") ? type : AuthorityFixture.wikidata + type
    return [id, fr, en, alias, kind, country, begin, at].joined(separator: "\t")
  }

  /// What becomes of one entity: the target's last part, or why there is none.
  private func outcome(
    _ turtle: String, _ rows: [String], policy: Linker.Policy = Linker.Policy(),
    decisions: [Decision] = []
  ) throws -> String {
    let fixture = try AuthorityFixture()
    defer { fixture.remove() }
    var ledger = DecisionLedger()
    for decision in decisions { ledger.add(decision) }
    let linker = Linker(
      [try fixture.authority(Self.columns, rows)], types: fixture.types, policy: policy,
      decisions: ledger)
    let found = try linker.findings(for: try fixture.subjects(turtle))
    if let message = found.messages.first { return "\(message)" }
    let finding = try #require(found.findings.first)
    switch finding.verdict {
    case .linked(let link):
      #expect(!link.evidence.isEmpty)
      let id = link.target.split(separator: "/").last.map(String.init) ?? ""
      return link.relation == .sameAs ? id : "\(id) \(link.relation.rawValue)"
    case .open(let reason): return reason.words
    }
  }

  private static let mali = "e:x a griot:Country ; rdfs:label \"Mali\"@fr ."
  private static let country = row("Q912", "Mali", type: "Q6256")

  private static let oneWord = "a name of one word, and nothing else agrees that tells"

  @Test(arguments: [
    ("the only one", mali, [country], "Q912"),
    ("a homonym of a type in the table", mali, [country, row("Q1", "Mali", type: "Q515")], "Q912"),
    (
      "one that is called so too, of a broader type", mali,
      [country, row("Q1", "Empire du Mali", alias: "Mali", type: "Q3024240")], "Q912"
    ),
    (
      "two countries", mali, [country, row("Q1", "Mali", type: "Q3624078")],
      "2 candidates are about as good"
    ),
    (
      "a homonym whose type is not given", mali, [country, row("Q1", "Mali")],
      "2 candidates are about as good"
    ),
    (
      "a homonym of a type beyond the table", mali, [country, row("Q1", "Mali", type: "Q11424")],
      "Q912"
    ),
    ("another type", mali, [row("Q1", "Mali", type: "Q5")], "the candidate is of another type"),
    ("no type", mali, [row("Q1", "Mali")], "the candidate's type is not known"),
    (
      "a type beyond the table", mali, [row("Q1", "Mali", type: "Q11424")],
      "the candidate's type is not in the table of types"
    ),
    (
      "nearly the name", mali,
      [row("Q1", "Malli", type: "Q6256"), row("Q2", "Mali Malli", type: "Q515")],
      "the candidate is of another type"
    ),
    ("nothing like it", mali, [row("Q1", "Ségou", type: "Q515")], "nothing with such a name"),
    (
      "no name of its own", "e:x a griot:Country ; rdfs:label \"Mali\"@fr ; griot:named false .",
      [country], "has no name of its own"
    ),
    (
      "the camp is not the city",
      "e:x a griot:Facility ; rdfs:label \"camp de Bamako\"@fr , \"Bamako\"@en .",
      [row("Q3703", "Bamako", type: "Q5119")], "the candidate is of another type"
    ),
    (
      "an acronym of two letters",
      "e:x a griot:IntergovernmentalOrganization ; rdfs:label \"UN\"@en .",
      [row("Q1065", "ONU", en: "UN", type: "Q245065")], "below the threshold"
    ),
    (
      "a body whose country is not known",
      "e:x a griot:GovernmentBody ; rdfs:label \"Conseil des ministres\"@fr .",
      [row("Q1", "Conseil des ministres", type: "Q327333", country: "France")],
      "country is not known on both sides"
    ),
    (
      "a body of its country",
      """
      e:x a griot:GovernmentBody ; rdfs:label "Conseil des ministres"@fr ; griot:partOf e:f .
      e:f a griot:Country ; rdfs:label "la France"@fr .
      """, [row("Q1", "Conseil des ministres", type: "Q327333", country: "France")], "Q1"
    ),
    (
      "a city in another country",
      """
      e:x a griot:City ; rdfs:label "Tripoli"@fr ; griot:locatedIn e:f .
      e:f a griot:Country ; rdfs:label "Liban"@fr .
      """, [row("Q1", "Tripoli", type: "Q515", country: "Libye")], "country differs"
    ),
    (
      "another year",
      "e:x a griot:Agreement ; rdfs:label \"accord d’Alger\"@fr ; griot:inception \"2015\" .",
      [row("Q1", "Accord d'Alger", type: "Q131569", begin: "1975-03-06")], "dates differs"
    ),
    (
      "another place",
      """
      e:x a griot:City ; rdfs:label "Tripoli"@fr ;
        <http://www.opengis.net/ont/geosparql#asWKT> "POINT(35.8 34.4)" .
      """, [row("Q1", "Tripoli", type: "Q515", at: "POINT(13.2 32.9)")], "coordinates differs"
    ),
    (
      "a person of one word", "e:x a griot:Person ; rdfs:label \"Staline\"@fr .",
      [row("Q1", "Staline", type: "Q5")], oneWord
    ),
    (
      "a person of one word and an initial", "e:x a griot:Person ; rdfs:label \"M. Dupont\"@fr .",
      [row("Q1", "M. Dupont", type: "Q5")], oneWord
    ),
    (
      "a person of two words", "e:x a griot:Person ; rdfs:label \"Paul Langevin\"@fr .",
      [row("Q1", "Paul Langevin", type: "Q5")], "Q1"
    ),
    (
      "a person of two signs that are words", "e:x a griot:Person ; rdfs:label \"鲁迅\"@zh .",
      [row("Q1", "鲁迅", type: "Q5")], "Q1"
    ),
    (
      "a place of one word", "e:x a griot:Place ; rdfs:label \"Seine\"@fr .",
      [row("Q1", "Seine", type: "Q82794")], oneWord
    ),
    (
      "a place that is a city to the authority alone",
      "e:x a griot:Place ; rdfs:label \"Londres\"@fr .", [row("Q1", "Londres", type: "Q515")],
      oneWord
    ),
    (
      "a country that is a place to the authority alone", mali,
      [row("Q1", "Mali", type: "Q3024240")], oneWord
    ),
    (
      "a place of one word in each of two languages",
      "e:x a griot:Place ; rdfs:label \"Londres\"@fr , \"London\"@en .",
      [row("Q1", "Londres", en: "London", type: "Q82794")], "Q1"
    ),
    (
      "a place of one word in its country",
      """
      e:x a griot:Place ; rdfs:label "Tripoli"@fr ; griot:locatedIn e:f .
      e:f a griot:Country ; rdfs:label "Liban"@fr .
      """, [row("Q1", "Tripoli", type: "Q82794", country: "Liban")], "Q1"
    ),
    (
      "a city of one word", "e:x a griot:City ; rdfs:label \"Londres\"@fr .",
      [row("Q1", "Londres", type: "Q515")], "Q1"
    ),
    (
      "the record gives another",
      "e:x a griot:Country ; rdfs:label \"Mali\"@fr ; owl:sameAs <http://www.wikidata.org/entity/Q5> .",
      [country], "what the record gives differs"
    ),
  ])
  func verdicts(_ what: String, _ turtle: String, _ rows: [String], _ expected: String) throws {
    #expect(try outcome(turtle, rows) == expected, "\(what)")
  }

  @Test func aHigherThresholdLinksLess() throws {
    let turtle = "e:x a griot:Country ; skos:altLabel \"Mali\"@fr ; rdfs:label \"le pays\"@fr ."
    #expect(try outcome(turtle, [Self.country]) == "Q912")
    #expect(
      try outcome(turtle, [Self.country], policy: Linker.Policy(threshold: 0.97))
        == "below the threshold")
  }

  private static func decision(_ target: String, _ verdict: Decision.Verdict) -> Decision {
    var decision = Decision(
      entity: "https://example.org/entity/x", target: AuthorityFixture.wikidata + target,
      verdict: verdict)
    decision.author = "Ada"
    decision.date = "2026-11-25"
    decision.reason = "looked it up"
    return decision
  }

  @Test func decisionsComeFirst() throws {
    let rows = [Self.country, Self.row("Q1", "Mali", type: "Q3624078")]
    #expect(try outcome(Self.mali, rows, decisions: [Self.decision("Q1", .same)]) == "Q1")
    #expect(try outcome(Self.mali, rows, decisions: [Self.decision("Q1", .different)]) == "Q912")
    #expect(
      try outcome(Self.mali, rows, decisions: [Self.decision("", .none)])
        == "decided: not in this authority")
    let unnamed = "e:x a griot:Country ; rdfs:label \"le pays\"@fr ; griot:named false ."
    #expect(try outcome(unnamed, rows, decisions: [Self.decision("Q912", .same)]) == "Q912")
  }

  @Test func sameAsIsRefusedBetweenDisjointTypes() throws {
    let turtle = "e:x a griot:Person ; rdfs:label \"Mali\"@fr ."
    let refused = try outcome(turtle, [Self.country], decisions: [Self.decision("Q912", .same)])
    #expect(
      refused.hasSuffix(
        "is not linked to http://www.wikidata.org/entity/Q912: "
          + "http://www.wikidata.org/entity/Q912 is of a type that no Mali can be"), "\(refused)")
  }

  @Test func conceptsHaveLinksOfTheirOwn() throws {
    let rows = [Self.row("Q7", "paix", type: "skos:Concept")]
    let thing = "e:x a griot:Agreement ; rdfs:label \"paix\"@fr ."
    #expect(try outcome(thing, rows) == "the candidate is of another type")
    let exact = try outcome(thing, rows, decisions: [Self.decision("Q7", .exact)])
    #expect(exact.contains("is no concept of a thesaurus"), "\(exact)")
    let same = try outcome(thing, rows, decisions: [Self.decision("Q7", .same)])
    #expect(same.contains("is a concept of a thesaurus and paix is not"), "\(same)")
    let concept = "e:x a griot:Agreement , skos:Concept ; rdfs:label \"paix\"@fr ."
    #expect(
      try outcome("e:x a skos:Concept ; rdfs:label \"Paix\"@fr .", rows) == "Q7 skos:exactMatch")
    for (verdict, relation) in [
      (Decision.Verdict.exact, "skos:exactMatch"), (.close, "skos:closeMatch"),
    ] {
      #expect(
        try outcome(concept, rows, decisions: [Self.decision("Q7", verdict)]) == "Q7 \(relation)")
    }
  }

  @Test func twoSourcesOfOneAuthorityAreTakenTogether() throws {
    let fixture = try AuthorityFixture()
    defer { fixture.remove() }
    let names = try fixture.authority(Self.columns, [Self.row("Q912", "Mali")], name: "names")
    let types = try fixture.authority(
      Self.columns, [Self.row("Q912", "Mali", type: "Q6256")], name: "types")
    let linker = Linker([names, types], types: fixture.types)
    let found = try linker.findings(for: try fixture.subjects(Self.mali)).findings
    #expect(found.count == 1)
    #expect(found.first?.link?.target == AuthorityFixture.wikidata + "Q912")
    #expect(found.first?.candidates.first?.sources == ["names", "types"])
  }
}
