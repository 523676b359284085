import JSON
import Testing

@testable import Linking

/// What is asked of services and what they answer, in each version.
@Suite struct ServiceFormTests {
  private func document(_ json: String) throws -> JSONDocument {
    try JSONDocument.parse(Array(json.utf8))
  }

  @Test(arguments: [
    ([], "0.1"), (["0.1"], "0.1"), (["0.1", "0.2"], "0.2"), (["1.0-draft", "0.2"], "0.2"),
    (["1.0-draft"], "1.0-draft"),
  ])
  func versions(_ names: [String], _ spoken: String) {
    #expect(ServiceVersion(among: names)?.rawValue == spoken)
  }

  @Test func unknownVersions() {
    #expect(ServiceVersion(among: ["2.0"]) == nil)
  }

  @Test func queries() throws {
    #expect(
      String(decoding: ServiceVersion.second.queries(["ONU", "a\"b"], limit: 3), as: UTF8.self)
        == #"{"q0":{"query":"ONU","limit":3},"q1":{"query":"a\"b","limit":3}}"#)
    #expect(
      String(decoding: ServiceVersion.draft.queries(["ONU"], limit: 3), as: UTF8.self)
        == #"{"queries":[{"conditions":[{"matchType":"name","propertyValue":"ONU"}],"limit":3}]}"#)
  }

  @Test func answersOfTheReports() throws {
    let answer = try document(
      """
      {"q1": {"result": []}, "q0": {"result": [
        {"id": "Q1", "name": "ONU", "type": [{"id": "Q2", "name": "organisation"}, "Q3"],
         "score": 70.6, "match": true, "description": "d"},
        {"id": 7, "name": "x", "type": "Q4"}]}}
      """)
    for version in [ServiceVersion.first, .second] {
      let found = try version.candidates(answer, count: 2)
      #expect(found.map(\.count) == [2, 0])
      #expect(found[0][0].id == "Q1" && found[0][1].id == "7")
      #expect(found[0][0].kinds.map(\.id) == ["Q2", "Q3"])
      #expect(found[0][1].kinds.map(\.id) == ["Q4"])
      #expect(found[0][0].score == "70.6" && found[0][0].isMatch == true)
      #expect(found[0][1].score == nil && found[0][1].isMatch == nil)
    }
  }

  @Test func answersOfTheDraft() throws {
    let answer = try document(
      """
      {"results": [{"candidates": [{"id": "Q1", "name": [{"str": "ONU", "lang": "FR"}],
        "score": 1, "match": false}]}]}
      """)
    let found = try ServiceVersion.draft.candidates(answer, count: 1)
    #expect(found[0][0].names.map(\.text) == ["ONU"])
    #expect(found[0][0].names.map(\.language) == ["fr"])
    #expect(throws: ServiceFault.self) { try ServiceVersion.draft.candidates(answer, count: 2) }
  }

  @Test(
    arguments: [
      ("[]", nil), ("{}", 0), (#"{"q0": {"result": {}}}"#, 0), (#"{"q0": {"result": []}}"#, 1),
      (#"{"q0": {"result": [1]}, "q1": {"result": []}}"#, 0),
      (#"{"q0": {"result": []}, "q1": {"result": [{"id": "Q1"}]}}"#, 1),
      (#"{"q0": {"result": []}, "q1": {"result": [{"name": "x"}]}}"#, 1),
    ] as [(String, Int?)])
  func malformedAnswers(_ json: String, _ query: Int?) throws {
    let answer = try document(json)
    do throws(ServiceFault) {
      _ = try ServiceVersion.second.candidates(answer, count: 2)
      Issue.record("nothing was refused")
    } catch {
      #expect(error.query == query, "\(error.reason)")
    }
  }

  @Test func manifests() throws {
    let plain = try ServiceManifest(
      try document(#"{"name": "s", "identifierSpace": "http://w/", "batchSize": 3}"#),
      address: "https://s.example/api/")
    #expect(plain.version == .first && plain.batchSize == 3 && !plain.canExtend)
    #expect(plain.suggestAddress == nil)
    let full = try ServiceManifest(
      try document(
        #"""
        {"versions": ["0.2"], "name": "s", "extend": {}, "suggest": {"entity":
          {"service_url": "https://o.example", "service_path": "/suggest"}}}
        """#), address: "https://s.example/api")
    #expect(full.suggestAddress == "https://o.example/suggest" && full.canExtend)
    #expect(full.batchSize == 10)
    let draft = try ServiceManifest(
      try document(#"{"versions": ["1.0-draft"], "name": "s", "suggest": {"entity": true}}"#),
      address: "https://s.example/api/")
    #expect(draft.suggestAddress == "https://s.example/api/suggest/entity")
    for json in ["[]", "{}", #"{"name": "s", "versions": ["9"]}"#] {
      #expect(throws: ServiceFault.self) {
        _ = try ServiceManifest(try document(json), address: "https://s.example")
      }
    }
  }

  @Test func properties() throws {
    let second = try document(
      #"{"meta": [], "rows": {"Q1": {"P31": [{"id": "Q5", "name": "human"}], "c": [{"str": "x"}, {}]}}}"#
    )
    let draft = try document(
      #"""
      {"rows": [{"id": "Q1", "properties": [
        {"id": "P31", "values": [{"id": "Q5", "name": "human"}]}, {"id": "c", "values": [{"str": "x"}]}]}]}
      """#)
    for answer in [second, draft] {
      let values = try ServiceExtension.values(answer)
      #expect(values["Q1"]?["P31"]?.map(\.id) == ["Q5"])
      #expect(values["Q1"]?["P31"]?.map(\.text) == ["human"])
      #expect(values["Q1"]?["c"]?.map(\.text) == ["x"])
    }
    #expect(throws: ServiceFault.self) { try ServiceExtension.values(try document("{}")) }
  }
}
