import Extraction
import Testing

/// Lists of entities and relations as GLiNER gives them.
@Suite struct GLiNERAdapterTests {
  @Test func entitiesAndRelationsWithTheirText() throws {
    let text = """
      {"text": "😀 L’ONU à Bamako", "entities": [
        {"start": 4, "end": 7, "text": "ONU", "label": "organization", "score": 0.98},
        {"start": 4, "end": 7, "text": "ONU", "label": "organization", "score": 0.5},
        {"start": 10, "end": 16, "text": "Bamako", "label": "city", "score": 0.9}],
       "relations": [{"head": {"start": 4, "end": 7, "text": "ONU", "type": "organization", "entity_idx": 0},
        "tail": {"start": 10, "end": 16, "text": "Bamako", "type": "city", "entity_idx": 2},
        "relation": "operates in", "score": 0.75}]}
      """
    #expect(ExtractorFormat(json: Array(text.utf8)) == .gliner)
    let adapted = try Adapted(.gliner, text, language: "fr")
    #expect(adapted.errors.isEmpty)
    #expect(adapted.entities == ["e1 Organisation ONU 4-7", "e2 City Bamako 10-16"])
    #expect(adapted.relations == ["e1 operatesIn e2 asserted"])
    let record = try #require(adapted.result.record)
    let confidence = try #require(record.relations.first?.qualification.confidence)
    #expect(record.string(confidence) == "0.75")
    #expect(adapted.result.omissions == ["\"score\" of entities": 2])
  }

  @Test func aListIsOneDocumentAndOneOfListsSeveral() throws {
    let one = #"[{"start": 0, "end": 6, "text": "Bamako", "label": "city", "score": 1}]"#
    let two = "[\(one), \(one)]"
    for text in [one, two] { #expect(ExtractorFormat(json: Array(text.utf8)) == .gliner) }
    #expect(ExtractorDocuments(Array(one.utf8), .gliner).ranges == [0..<one.utf8.count])
    #expect(ExtractorDocuments(Array(two.utf8), .gliner).ranges.count == 2)
    let adapted = try Adapted(.gliner, one, language: "fr")
    #expect(adapted.entities == ["e1 City Bamako 0-6"])
    #expect(adapted.messages.contains { $0.contains("evidence not checked") })
  }

  @Test func unitsOfUTF16AreFoundOut() throws {
    let adapted = try Adapted(
      .gliner,
      """
      {"text": "😀 Bamako", "entities": [{"start": 3, "end": 9, "text": "Bamako", "label": "city", "score": 1}]}
      """, language: "fr")
    #expect(adapted.entities == ["e1 City Bamako 2-8"])
    #expect(adapted.words == ["Bamako"])
  }

  @Test func relationsOfWhatIsLeftOut() throws {
    let adapted = try Adapted(
      .gliner,
      """
      {"text": "Bamako 2024", "entities": [
       {"start": 0, "end": 6, "text": "Bamako", "label": "city", "score": 1},
       {"start": 7, "end": 11, "text": "2024", "label": "date", "score": 1}],
       "relations": [{"head": {"entity_idx": 0}, "tail": {"entity_idx": 1}, "relation": "in", "score": 1}]}
      """, language: "fr")
    #expect(adapted.relations.isEmpty)
    #expect(adapted.result.omissions["relations of what is left out"] == 1)
    #expect(adapted.result.omissions["types \"date\""] == 1)
  }
}
