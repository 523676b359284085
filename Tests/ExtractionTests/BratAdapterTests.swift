import Extraction
import Foundation
import Testing

/// brat's standoff, by its grammar.
@Suite struct BratAdapterTests {
  /// Reads annotations beside a text.
  private func read(_ annotations: [String], _ text: String, profile: String? = nil) throws
    -> Adapted
  {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(text.utf8).write(to: folder.appending(path: "a.txt"))
    return try Adapted(
      .brat, annotations.joined(separator: "\n") + "\n", profile: profile, language: "fr",
      in: folder.path)
  }

  @Test func mentionsLinksAndEquivalents() throws {
    let adapted = try read(
      [
        "*\tEquiv T1 T3", "T1\tPerson 2 14\tAssimi Goïta", "T2\tLocation 17 23\tBamako",
        "T3\tPerson 26 31\tGoïta", "N1\tReference T2 Wikidata:Q3703\tBamako",
        "N2\tReference T2 UNKNOWN:7\tBamako", "#1\tAnnotatorNotes T1\tsure?",
        "A1\tNominal T1", "R1\tlocated_in Arg1:T3 Arg2:T2\t",
      ], "😀 Assimi Goïta à Bamako : Goïta")
    // The text begins with an emoji, and the offsets count code points.
    #expect(adapted.messages.allSatisfy { !$0.contains("error") })
    #expect(
      adapted.entities == [
        "T1 Person Assimi Goïta|Goïta 2-14|26-31",
        "T2 Place Bamako 17-23 http://www.wikidata.org/entity/Q3703",
      ])
    #expect(adapted.words == ["Assimi Goïta", "Goïta", "Bamako"])
    #expect(adapted.relations == ["T1 locatedIn T2 asserted"])
    #expect(
      adapted.result.omissions == [
        "links into \"UNKNOWN\"": 1, "names of normalisations": 2, "notes": 1,
        "attributes \"Nominal\"": 1,
      ])
  }

  @Test func gapsAndLineEnds() throws {
    let adapted = try read(
      ["T1\tLocation 0 4;13 17\tMali Nord", "T2\tOrganization 18 34\tNations  unies x"],
      "Mali Sud, ou Nord\nNations \nunies x")
    #expect(adapted.errors.isEmpty)
    #expect(
      adapted.entities == ["T1 Place Mali Nord 0-17", "T2 Organisation Nations unies x 18-34"])
    #expect(adapted.result.omissions == ["gaps inside mentions": 1])
  }

  @Test func offsetsOfABrowserThatCountsUTF16() throws {
    let adapted = try read(
      ["T1\tLocation 3 9\tBamako", "T2\tLocation 11 13;14 17\tUN Gao"], "😀 Bamako, UN/Gao")
    #expect(adapted.errors.isEmpty)
    #expect(adapted.entities == ["T1 Place Bamako 2-8", "T2 Place UN Gao 10-16"])
    #expect(adapted.messages.contains { $0.contains("offsets count units of UTF-16 here") })
  }

  @Test func eventsWithRolesAndHowTheyArePut() throws {
    let adapted = try read(
      [
        "T1\tattack 0 7\tAttaque", "T2\tLocation 10 15\tKidal", "T3\tOrganization 20 23\tGAT",
        "T4\tOrganization 28 31\tCMA", "T5\tclaim 34 47\trevendication", "T6\tDate 48 52\t2024",
        "E1\tattack:T1 Place:T2 Agent:T3 Agent2:T4 Time:T6", "E2\tclaim:T5 Theme:E1 Agent:T3",
        "E3\tattack:T1 Place:T2", "A1\tNegation E1", "A2\tSpeculation E1", "M1\tDegree E2 High",
        "R1\tcauses Arg1:E2 Arg2:T1",
      ], "Attaque à Kidal par GAT et  CMA ; revendication 2024",
      profile: """
        events: {attack: ArmedAttack, claim: CommunicationEvent}
        attributes: {Degree=High: reported}
        relations: {causes: {property: causedBy, subject: Arg2, object: Arg1}}
        """)
    #expect(adapted.errors.isEmpty)
    let record = try #require(adapted.result.record)
    let events = record.events.map { event in
      let roles = event.roles.map { role in
        let fillers = role.values.map { value in
          if case .reference(let id) = value.content { record.string(id) } else { "?" }
        }
        return "\(record.string(role.name))=\(fillers.joined(separator: "|"))"
      }
      let status = event.qualification.status?.rawValue ?? ""
      return ([record.string(event.id), record.string(event.type), status] + roles)
        .joined(separator: " ")
    }
    #expect(
      events == [
        "E1 ArmedAttack denied place=T2 agent=T3|T4",
        "E2 CommunicationEvent reported theme=E1 agent=T3",
        "E3 ArmedAttack asserted place=T2",
      ])
    #expect(adapted.relations == ["E1 causedBy E2 asserted"])
    #expect(adapted.words.suffix(3) == ["Attaque", "revendication", "Attaque"])
    #expect(
      adapted.result.omissions == [
        "types \"Date\"": 1, "roles of what is left out": 1, "attributes \"Speculation\"": 1,
      ])
  }
}
