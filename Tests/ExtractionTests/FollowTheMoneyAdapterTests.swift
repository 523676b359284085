import Extraction
import Testing

/// FollowTheMoney's entities, a line each or inside one another.
@Suite struct FollowTheMoneyAdapterTests {
  private func read(_ lines: [String], profile: String? = nil) throws -> Adapted {
    try Adapted(.ftm, lines.joined(separator: "\n"), profile: profile)
  }

  private let person = #"{"id": "p", "schema": "Person", "properties": {"name": ["P"]}}"#
  private let company = #"{"id": "c", "schema": "Company", "properties": {"name": ["C"]}}"#

  @Test func whatTheToolWrote() throws {
    let adapted = try Adapted(.ftm, Adapted.written("followthemoney/entities.ftm.json"))
    #expect(adapted.errors.isEmpty)
    #expect(
      adapted.entities == [
        "p-diallo Person Awa Diallo|A. Diallo|أوا ديالو  http://www.wikidata.org/entity/Q4115189",
        "c-mine Company Mine d’or du Sud SA  https://mine.example/",
        "c-holding Company Holding Sahel|Sahel Holding Ltd",
        "a-bamako Place Rue 310, Bamako, Mali",
        "b-ministry GovernmentBody Ministère des Mines",
        "o-minister Position Ministre des Mines",
        "v-niger Equipment Étoile du Niger",
        "p-keita Person Ibrahim Keïta",
      ])
    #expect(
      adapted.relations == [
        "p-diallo locatedIn a-bamako asserted", "c-mine partOf c-holding asserted",
        "o-minister partOf b-ministry asserted",
        "p-diallo affiliatedWith c-holding asserted",
        "c-holding affiliatedWith c-mine asserted",
        "p-diallo memberOf c-mine asserted", "c-mine memberOf b-ministry asserted",
        "p-diallo holdsPosition o-minister asserted",
      ])
    #expect(
      adapted.intervals == [
        "own-1 2010-02/2018-12-31", "own-2 2011/", "mem-1 2012-05-04",
        "occ-1 2013-09-08/2014-04-05",
      ])
    #expect(
      adapted.events == [
        "s-1 SanctionImposition 2020-01-15/ target=p-diallo asserted",
        "e-1 Event Réunion de Bamako 2014-11-20 party=p-diallo+p-keita agent=b-ministry asserted",
      ])
    #expect(
      adapted.values == [
        "p-diallo birthDate 1968-03", "c-mine inception 2004-06-01", "c-holding dissolution 2019",
      ])
    #expect(
      adapted.omissions == [
        "properties \"authority\" (1)", "properties \"country\" (3)",
        "properties \"firstName\" (1)", "properties \"imoNumber\" (1)",
        "properties \"jurisdiction\" (1)", "properties \"lastName\" (1)",
        "properties \"location\" (1)", "properties \"nationality\" (1)",
        "properties \"percentage\" (1)", "properties \"program\" (1)",
        "properties \"reason\" (1)", "properties \"registrationNumber\" (1)",
        "properties \"role\" (1)", "properties \"status\" (1)", "relations \"Family\" (1)",
        "relations \"Ownership\" (1)",
      ])
  }

  @Test func nestedEntities() throws {
    let adapted = try Adapted(.ftm, Adapted.written("followthemoney/targets.nested.json"))
    #expect(adapted.errors.isEmpty)
    #expect(
      Set(adapted.relations) == [
        "p-diallo locatedIn a-bamako asserted", "c-mine partOf c-holding asserted",
        "o-minister partOf b-ministry asserted", "p-diallo affiliatedWith c-holding asserted",
        "p-diallo memberOf c-mine asserted", "p-diallo holdsPosition o-minister asserted",
      ])
    #expect(adapted.entities.count == 7)
  }

  @Test func theOuterEntityIsTheEndThatIsMissing() throws {
    let edge =
      #"{"id": "o", "schema": "Ownership", "properties": {"asset": [\#(company)], "proof": [{"id": "d", "schema": "Document", "properties": {}}]}}"#
    let adapted = try read([
      #"{"id": "p", "schema": "Person", "caption": "P", "properties": {"ownershipOwner": [\#(edge)]}}"#
    ])
    #expect(adapted.errors.isEmpty)
    #expect(adapted.relations == ["p affiliatedWith c asserted"])
    #expect(adapted.entities == ["c Company C", "d Document", "p Person P"])
    #expect(adapted.omissions == ["links by \"proof\" (1)"])
  }

  @Test func anEntityInParts() throws {
    let adapted = try read([
      person, #"{"id": "p", "schema": "Person", "properties": {"name": ["P", "Q"]}}"#,
    ])
    #expect(adapted.entities == ["p Person P|Q"])
  }

  @Test func severalEndsAreSeveralRelations() throws {
    let adapted = try read([
      person, company, #"{"id": "q", "schema": "Person", "properties": {}}"#,
      #"{"id": "m", "schema": "Membership", "properties": {"member": ["p", "q"], "organization": ["c"], "startDate": ["2001", "2002"]}}"#,
      #"{"id": "n", "schema": "Membership", "properties": {"member": ["p"]}}"#,
    ])
    #expect(adapted.relations == ["p memberOf c asserted", "q memberOf c asserted"])
    #expect(adapted.intervals == ["m 2001/", "m-2 2001/"])
    #expect(
      adapted.omissions == [
        "properties \"startDate\" (2)", "relations \"Membership\" with one end (1)",
      ])
  }

  @Test func whatIsInAnotherFile() throws {
    let edge =
      #"{"id": "m", "schema": "Membership", "properties": {"member": ["p"], "organization": ["x"]}}"#
    let shared = try read([person, edge])
    #expect(shared.relations.isEmpty)
    #expect(
      shared.messages == [
        "a:2:86: warning: \"x\" is an end of a relation \"Membership\", and no such thing is in the "
          + "file; the relation is left out"
      ])
    #expect(
      try read([person, edge], profile: "ids: article").errors == [
        "a:2:86: error: \"x\" is an end of a relation \"Membership\", and no such thing is in the file"
      ])
  }

  @Test func oneTextOverLinesAndAnArray() throws {
    let pretty = "{\"id\": \"p\",\n \"schema\": \"Person\",\n \"properties\": {\"name\": \"P\"}}\n"
    #expect(try read([pretty]).entities == ["p Person P"])
    #expect(try read(["[\(person),", "\(company)]"]).entities == ["p Person P", "c Company C"])
  }

  @Test(arguments: [
    (
      #"{"id": "p", "schema": "Persom", "properties": {}}"#,
      "a:1:23: error: the profile ftm says nothing of the type \"Persom\"; expected a line "
        + "\"Persom: …\" under types in a file that --profile names; did you mean \"Person\"?"
    ),
    (#"{"schema": "Person"}"#, "a:1:1: error: the entity has no \"id\""),
    (#"{"id": 1, "schema": "Person"}"#, "a:1:8: error: id is a number; expected a text"),
    (#"{"id": "", "schema": "Person"}"#, "a:1:8: error: id is empty; expected a text"),
    (
      #"{"id": "p", "schema": "Person", "properties": []}"#,
      "a:1:47: error: properties is an array; expected an object"
    ),
    (
      #"{"id": "p", "schema": "Person", "properties": {"name": [["P"]]}}"#,
      "a:1:57: error: a value is an array; expected a text or an entity"
    ),
    ("7", "a:1:1: error: an entity is a number; expected an object"),
    (
      #"{"id": "p", "schema": "Person", "properties": {"wikipediaUrl": ["P"]}}"#,
      "a:1:65: error: pages \"P\" is not an absolute IRI: it does not begin with a scheme "
        + "such as \"https:\""
    ),
  ])
  func faults(_ line: String, _ message: String) throws {
    #expect(try read([line]).errors == [message])
  }

  @Test func twoSchemata() throws {
    let adapted = try read([person, #"{"id": "p", "schema": "Company", "properties": {}}"#])
    #expect(
      adapted.errors == [
        "a:2:23: error: \"p\" is of the schema Company here and of Person before; expected one, as "
          + "ftm aggregate makes it"
      ])
  }

  @Test func aLineThatIsNoJSON() throws {
    #expect(try read([person, "{"]).errors.first?.hasPrefix("a:2:2: error: ") == true)
  }

  @Test func aProfileOfOnesOwn() throws {
    let family =
      #"{"id": "f", "schema": "Family", "properties": {"person": ["p"], "relative": ["c"]}}"#
    let line = "{property: affiliatedWith, subject: relative, object: person}"
    let adapted = try read([person, company, family], profile: "relations: {Family: \(line)}")
    #expect(adapted.relations == ["c affiliatedWith p asserted"])
    #expect(
      try read([person, company, family], profile: "relations: {Family: affiliatedWith}").errors
        == [
          "a:3:23: error: the profile own.yaml does not say which properties of Family are its ends; "
            + "expected {property: …, subject: …, object: …}"
        ])
  }
}
