import Extraction
import Foundation
import RDF
import Testing

/// Extractors' files that were cut or changed: each is read or refused at a place that it has.
@Suite struct ChangedFileTests {
  /// Numbers that are the same on every run.
  private struct Dice {
    private var state: UInt64

    init(_ seed: UInt64) {
      state = seed
    }

    mutating func next(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
  }

  private static let brat = """
    *\tEquiv T1 T3
    T1\tPerson 0 4;6 9\tJean Guy
    T2\tLocation 12 18\tBamako
    T3\tPerson 21 24\tGuy
    E1\tattack:T3 Place:T2 Place2:E1
    R1\tlocated_in Arg1:T1 Arg2:T2
    A1\tNegation E1
    N1\tReference T2 Wikidata:Q3703\tBamako
    #1\tAnnotatorNotes T1\tsure?

    """
  private static let gliner = """
    {"text": "😀 ONU à Bamako", "entities": [
     {"start": 2, "end": 5, "text": "ONU", "label": "organization", "score": 1},
     {"start": 8, "end": 14, "text": "Bamako", "label": "city", "score": 0.5}],
     "relations": [{"head": {"entity_idx": 0}, "tail": {"start": 8, "end": 14, "text": "Bamako", "type": "city"},
      "relation": "operates in", "score": 0.5}]}
    """
  private static let hipe = """
    TOKEN\tNE-COARSE-LIT\tNEL-LIT\tMISC
    # hipe2022:document_id = d1
    # hipe2022:language = fr
    À\tO\t_\t_
    Bama\tB-LOC\tQ1\tNoSpaceAfter|EndOfLine
    ko\tI-LOC\tQ1\t_
    """

  private static let files = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Extractors")

  private func check(_ bytes: [UInt8], _ format: ExtractorFormat) throws {
    let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
    let ranges = ExtractorDocuments(bytes, format).ranges
    for range in format.part == .value ? ranges : [bytes.indices] {
      let columns = ExtractorFormat.columns(bytes.prefix { $0 != 0x0A })
      let adapted = try Adapted(
        format, columns: columns, profile: "events: {attack: ArmedAttack}", language: "fr",
        bytes: Array(bytes[range]))
      #expect((adapted.result.record == nil) == !adapted.errors.isEmpty)
      for found in adapted.result.diagnostics {
        let place = try #require(found.position)
        #expect((1...lines).contains(place.line))
      }
    }
  }

  @Test(arguments: [
    (ExtractorFormat.spacy, "spacy/both.jsonl"), (.cas, "cas/kidal.json"),
    (.langextract, "langextract/articles.jsonl"), (.labelstudio, "labelstudio/export.json"),
    (.ftm, "followthemoney/entities.ftm.json"), (.ftm, "followthemoney/targets.nested.json"),
    (.kgx, "kgx/small.json"), (.kgx, "kgx/small_nodes.tsv"), (.kgx, "kgx/small_edges.jsonl"),
    (.langchain, "langchain/graph-documents.jsonl"),
    (.llamaindex, "llamaindex/property_graph_store.json"),
    (.labelstudio, "labelstudio/export-min.json"), (.brat, ""), (.gliner, ""), (.hipe, ""),
  ])
  func isReadOrRefused(_ format: ExtractorFormat, _ name: String) throws {
    let whole: [UInt8] =
      switch format {
      case .brat: Array(Self.brat.utf8)
      case .gliner: Array(Self.gliner.utf8)
      case .hipe: Array(Self.hipe.utf8)
      default: Array(try Data(contentsOf: Self.files.appending(path: name)))
      }
    try check(whole, format)
    var dice = Dice(UInt64(whole.count))
    let pieces = [
      "\"", "{", "]", ":", ",", "\t", "\n", "-1", "99999999999999999999", "null", "é", "\\",
    ]
    for _ in 0..<400 {
      var bytes = whole
      let place = dice.next(below: bytes.count)
      switch dice.next(below: 5) {
      case 0: bytes.removeSubrange(place...)
      case 1: bytes[place] = UInt8(dice.next(below: 256))
      case 2: bytes.insert(contentsOf: pieces[dice.next(below: pieces.count)].utf8, at: place)
      case 3:
        // Numbers become others, which are places elsewhere.
        if let digit = bytes[place...].firstIndex(where: { (0x30...0x39).contains($0) }) {
          bytes[digit] = UInt8(0x30 + dice.next(below: 10))
        }
      default:
        let end = min(place + dice.next(below: 40), bytes.count)
        bytes.removeSubrange(place..<end)
      }
      try check(bytes, format)
    }
  }

  @Test func bytesThatAreNoUTF8() throws {
    let adapted = try Adapted(
      .brat, language: "fr", bytes: Array("T1\tPerson 0 2\t".utf8) + [0xE9, 0x0A])
    #expect(adapted.errors == ["a:1:15: error: the byte 0xE9 is not UTF-8"])
  }
}
