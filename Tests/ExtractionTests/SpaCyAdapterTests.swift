import Extraction
import Testing

/// What spaCy's `Doc.to_json` wrote.
@Suite struct SpaCyAdapterTests {
  @Test func entitiesWithLinksOfSpans() throws {
    #expect(try Adapted.recognised("spacy/both.jsonl") == .spacy)
    #expect(try Adapted.recognised("spacy/french.json") == .spacy)
    let documents = try Adapted.documents("spacy/both.jsonl", .spacy)
    #expect(documents.flatMap(\.errors).isEmpty)
    #expect(
      documents.map(\.entities) == [
        [
          "e1 Organisation Minusma 5-12", "e2 Place Kidal 20-25", "e3 Person Assimi Goïta 31-43",
          "e4 Place Bamako 47-53 http://www.wikidata.org/entity/Q3703",
          "e5 Organisation ONU 94-97 http://www.wikidata.org/entity/Q1065",
          "e6 Person Goïta 100-105",
        ],
        [
          "e1 Organisation UN 4-6 http://www.wikidata.org/entity/Q1065", "e2 Place Kidal 12-17",
          "e4 Person Guterres 33-41",
        ],
      ])
    #expect(
      documents[0].words == ["Minusma", "Kidal", "Assimi Goïta", "Bamako", "ONU", "Goïta"])
    #expect(
      documents[1].result.omissions == [
        "tokens": 11, "sentences": 1, "names of groups of spans": 1, "links to nothing (NIL)": 1,
        "types \"DATE\"": 1,
      ])
  }

  @Test func spansBesideEntities() throws {
    let adapted = try Adapted(
      .spacy,
      """
      {"text": "Kidal, Kidal 😀 Gao", "tokens": [],
       "ents": [{"start": 0, "end": 5, "label": "LOC"}],
       "spans": {"a": [{"start": 0, "end": 5, "label": "LOC", "kb_id": "Q1"},
        {"start": 7, "end": 12, "label": "LOC", "kb_id": "Q1"},
        {"start": 15, "end": 18, "label": "LOC", "kb_id": ""},
        {"start": 15, "end": 18, "label": "", "kb_id": "Q2"}], "b": []}}
      """, language: "fr")
    // One link is one place; an empty label is none.
    #expect(
      adapted.entities == [
        "e1 Place Kidal 0-5|7-12 http://www.wikidata.org/entity/Q1", "e3 Place Gao 15-18",
      ])
    #expect(
      adapted.result.omissions == ["spans without a label": 1, "names of groups of spans": 2])
  }

  @Test func aProfileMakesEvents() throws {
    let adapted = try Adapted(
      .spacy,
      """
      {"text": "le sommet", "tokens": [], "ents": [{"start": 3, "end": 9, "label": "EVENT"}]}
      """, profile: "{status: reported, events: {EVENT: Meeting}}", language: "fr")
    let record = try #require(adapted.result.record)
    let event = try #require(record.events.first)
    #expect(record.string(event.type) == "Meeting")
    #expect(event.labels.map { record.string($0.text) } == ["sommet"])
    #expect(event.qualification.status == .reported)
    #expect(adapted.words == ["sommet"])
  }
}
