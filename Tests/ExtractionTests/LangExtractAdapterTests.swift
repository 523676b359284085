import Extraction
import Testing

/// What LangExtract's aligner placed and its writer wrote.
@Suite struct LangExtractAdapterTests {
  @Test func extractionsWithTheirPlaces() throws {
    #expect(try Adapted.recognised("langextract/articles.jsonl") == .langextract)
    let documents = try Adapted.documents("langextract/articles.jsonl", .langextract)
    #expect(documents.flatMap(\.errors).isEmpty)
    #expect(
      documents.map(\.entities) == [
        [
          "e1 Organisation Minusma 5-12", "e2 Place Kidal 20-25", "e3 Person Assimi Goïta 31-43",
          "e4 Person assimi goïta 31-43", "e5 Place Ménaka",
        ],
        ["e1 Organisation UN 4-6", "e2 Person António Guterres said"],
      ])
    #expect(documents[0].words == ["Minusma", "Kidal", "Assimi Goïta", "Assimi Goïta"])
    let record = try #require(documents[0].result.record)
    #expect(record.string(record.source.id) == "doc_mali")
    #expect(documents[0].messages.count { $0.contains("was found nowhere in the text") } == 1)
    #expect(
      documents[0].result.omissions == [
        "groups": 5, "inexact alignments": 1, "attributes \"role\"": 1,
        "attributes \"titles\"": 1,
      ])
  }

  @Test func attributesThatTheProfileNames() throws {
    let text = """
      {"document_id": "d", "text": "1 000 soldats", "extractions": [{"extraction_class": "group",
       "extraction_text": "soldats", "char_interval": {"start_pos": 6, "end_pos": 13},
       "alignment_status": "match_exact", "attributes": {"size": "1000", "sizes": ["1", "2"]}}]}
      """
    let adapted = try Adapted(
      .langextract, text, profile: "properties: {size: strength, sizes: strength}", language: "fr")
    let record = try #require(adapted.result.record)
    let property = try #require(record.entities.first?.properties.first)
    #expect(record.string(property.name) == "strength")
    #expect(property.values.count == 3)
    #expect(adapted.result.omissions.isEmpty)
  }
}
