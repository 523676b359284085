import Extraction
import Testing

/// A CAS that dkpro-cassis wrote, which counts UTF-16.
@Suite struct CASAdapterTests {
  @Test func entitiesAndRelations() throws {
    #expect(try Adapted.recognised("cas/kidal.json") == .cas)
    let adapted = try #require(
      try Adapted.documents("cas/kidal.json", .cas, language: nil).first)
    #expect(adapted.errors.isEmpty)
    #expect(
      adapted.entities.map { $0.split(separator: " ", maxSplits: 1).last.map(String.init) } == [
        "Organisation Minusma 5-12", "Place Kidal 20-25", "Person Assimi Goïta 31-43",
        "Place Bamako 47-53 http://www.wikidata.org/entity/Q3703",
        "Organisation ONU 94-97 http://www.wikidata.org/entity/Q1065",
      ])
    #expect(adapted.words == ["Minusma", "Kidal", "Assimi Goïta", "Bamako", "ONU"])
    let relation = try #require(adapted.relations.first?.split(separator: " "))
    #expect(relation[1] == "operatesIn")
    #expect(adapted.entities[0].hasPrefix("\(relation[0]) "))
    #expect(adapted.entities[1].hasPrefix("\(relation[2]) "))
    let record = try #require(adapted.result.record)
    #expect(record.string(record.source.id) == "kidal")
    #expect(record.string(record.source.language) == "fr")
    #expect(adapted.result.omissions == ["Token annotations": 5])
  }

  private func cas(_ structures: String, views: String) -> String {
    """
    {"%TYPES": {}, "%FEATURE_STRUCTURES": [
      {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaID": "_InitialView", "sofaString": "Kidal"},
      {"%ID": 2, "%TYPE": "uima.cas.Sofa", "sofaID": "other", "sofaString": "Elsewhere"},
      \(structures)], "%VIEWS": \(views)}
    """
  }

  @Test func theInitialViewAndLayersOfOnesOwn() throws {
    let text = cas(
      """
      {"%ID": 3, "%TYPE": "custom.Town", "@sofa": 1, "begin": 0, "end": 5},
      {"%ID": 4, "%TYPE": "custom.Town", "@sofa": 2, "begin": 0, "end": 9},
      {"%ID": 5, "%TYPE": "x.NamedEntity", "@sofa": 1, "begin": 0, "end": 5},
      {"%ID": 6, "%TYPE": "x.Tag"}
      """, views: #"{"_InitialView": {"%SOFA": 1, "%MEMBERS": [3, 5]}}"#)
    let adapted = try Adapted(.cas, text, profile: "types: {Town: City}", language: "fr")
    #expect(adapted.entities == ["a3 City Kidal 0-5"])
    #expect(
      adapted.result.omissions == [
        "further texts": 1, "annotations of further texts": 1,
        "named entities without a value": 1, "Tag of the CAS": 1,
      ])
  }
}
