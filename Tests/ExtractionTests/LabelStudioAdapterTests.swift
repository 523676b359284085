import Extraction
import Testing

/// Tasks that the classes and the converter of Label Studio's SDK wrote.
@Suite struct LabelStudioAdapterTests {
  @Test func tasks() throws {
    #expect(try Adapted.recognised("labelstudio/export.json") == .labelstudio)
    let documents = try Adapted.documents("labelstudio/export.json", .labelstudio)
    #expect(documents.flatMap(\.errors).isEmpty)
    #expect(
      documents.map(\.entities) == [
        [
          "region-0 Organisation Minusma 5-12", "region-1 Place Kidal 20-25",
          "region-2 Person Assimi Goïta 31-43",
        ],
        ["region-0 Organisation UN 4-6", "region-1 Place Kidal 12-17"],
      ])
    #expect(documents[0].relations == ["region-0 operatesIn region-1 asserted"])
    #expect(documents[0].words == ["Minusma", "Kidal", "Assimi Goïta"])
    #expect(
      documents[0].result.omissions == [
        "cancelled annotations": 1, "other members of annotations": 6,
        "data \"source\" of tasks": 1,
      ])
    let ids = documents.compactMap(\.result.record).map { $0.string($0.source.id) }
    #expect(ids == ["a-1", "a-2"])
  }

  @Test func minimalTasks() throws {
    #expect(try Adapted.recognised("labelstudio/export-min.json") == .labelstudio)
    let documents = try Adapted.documents("labelstudio/export-min.json", .labelstudio)
    #expect(documents.flatMap(\.errors).isEmpty)
    #expect(
      documents.map(\.entities) == [
        [
          "e1 Organisation Minusma 5-12", "e2 Place Kidal 20-25", "e3 Person Assimi Goïta 31-43",
        ]
      ])
  }

  private func task(_ annotations: String, _ text: String = "😀 Kidal, Gao") throws -> Adapted {
    try Adapted(
      .labelstudio, #"{"id": 7, "data": {"body": "\#(text)"}, "annotations": [\#(annotations)]}"#,
      language: "fr")
  }

  private func region(_ id: String, _ start: Int, _ end: Int, words: String?) -> String {
    let text = words.map { #", "text": "\#($0)""# } ?? ""
    return
      #"{"id": "\#(id)", "type": "labels", "value": {"start": \#(start), "end": \#(end)\#(text), "labels": ["Location", "Person"]}}"#
  }

  @Test func theGroundTruthIsRead() throws {
    let first = #"{"result": [\#(region("a", 2, 7, words: "Kidal"))]}"#
    let truth = #"{"ground_truth": true, "result": [\#(region("b", 9, 12, words: "Gao"))]}"#
    let adapted = try task("\(first), \(truth)")
    #expect(adapted.entities == ["b Place Gao 9-12"])
    #expect(
      adapted.result.omissions == [
        "further annotations of a task": 1, "further labels of regions": 1,
      ])
  }

  @Test func olderFilesCountUTF16AndSomeHaveNoWords() throws {
    // The words of one tell what the offsets of all count.
    let adapted = try task(
      #"{"result": [\#(region("a", 3, 8, words: "Kidal")), \#(region("b", 10, 13, words: nil))]}"#)
    #expect(adapted.entities == ["a Place Kidal 2-7", "b Place Gao 9-12"])
  }

  @Test func directionsOfRelations() throws {
    func relation(_ direction: String) -> String {
      #"{"type": "relation", "from_id": "a", "to_id": "b", "direction": "\#(direction)", "labels": ["part of"]}"#
    }
    let regions = "\(region("a", 2, 7, words: "Kidal")), \(region("b", 9, 12, words: "Gao"))"
    for (direction, expected) in [
      ("right", ["a partOf b asserted"]), ("left", ["b partOf a asserted"]),
      ("bi", ["a partOf b asserted", "b partOf a asserted"]),
    ] {
      let adapted = try task(#"{"result": [\#(relation(direction)), \#(regions)]}"#)
      #expect(adapted.relations == expected)
    }
  }

  @Test func whatIsNoRegionOfTheText() throws {
    let html =
      ##"{"id": "h", "type": "labels", "value": {"start": "/p[1]/text()[1]", "end": "/p[1]", "labels": ["Person"]}}"##
    let choice = #"{"id": "c", "type": "choices", "value": {"choices": ["x"]}}"#
    let adapted = try task(#"{"result": [\#(html), \#(choice)]}"#)
    #expect(adapted.entities.isEmpty)
    #expect(
      adapted.result.omissions == ["regions in HTML": 1, "results of type \"choices\"": 1])
  }
}
