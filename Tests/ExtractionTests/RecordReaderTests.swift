import Extraction
import RDF
import Testing

@Suite struct RecordReaderTests {
  private func record(_ rest: String, source: String = "") -> String {
    "{\"griot\": 1, \"source\": {\"id\": \"a\", \"language\": \"fr\"\(source)},\n\(rest)}"
  }

  private func messages(_ text: String) -> [String] {
    RecordReader().read(Array(text.utf8), file: "r.json").diagnostics
      .filter { $0.severity == .error }.map(\.description)
  }

  @Test(arguments: [
    (
      #""entites": []"#,
      #"r.json:2:1: error: unknown key "entites" in a record; did you mean "entities"?"#
    ),
    (#""entities": {}"#, "r.json:2:13: error: entities is an object; expected an array"),
    (#""entities": [{"type": "Person"}]"#, #"r.json:2:14: error: an entity has no "id""#),
    (
      #""entities": [{"id": "a b", "type": "Person"}]"#,
      #"r.json:2:21: error: the id of an entity "a b" cannot be part of an IRI; expected letters, digits, "-", ".", "_" or "~", or an absolute IRI"#
    ),
    (
      #""entities": [{"id": "x", "type": "P"}, {"id": "x", "type": "P"}]"#,
      #"r.json:2:47: error: the id "x" is given to two items of the record"#
    ),
    (
      #""entities": [{"id": "x", "type": "P", "label": {"fr_FR": "x"}}]"#,
      #"r.json:2:49: error: "fr_FR" is not a language tag; expected one such as fr or fr-ML (BCP 47)"#
    ),
    (
      #""entities": [{"id": "x", "type": "P", "named": false, "same": ["http://e/"]}]"#,
      #"r.json:2:63: error: "same" is given to an entity with "named": false, which is the article's alone"#
    ),
    (
      #""entities": [{"id": "x", "type": "P", "same": ["https://fr.wikipedia.org/wiki/Mali"]}]"#,
      #"r.json:2:48: error: "https://fr.wikipedia.org/wiki/Mali" is a web page about the thing, not the thing; put it under "pages""#
    ),
    (
      #""relations": [{"id": "r", "type": "t", "subject": "minusam", "object": "m", "status": "asserted"}], "entities": [{"id": "minusma", "type": "P"}, {"id": "m", "type": "P"}]"#,
      #"r.json:2:51: error: no item of the record has the id "minusam"; did you mean "minusma"?"#
    ),
    (#""events": [{"id": "v", "type": "t"}]"#, #"r.json:2:12: error: an event has no "status""#),
    (
      #""events": [{"id": "v", "type": "t", "status": "planed"}]"#,
      #"r.json:2:47: error: unknown status "planed"; expected one of asserted, planned, possible, reported, denied; did you mean "planned"?"#
    ),
    (
      #""events": [{"id": "v", "type": "t", "status": "asserted", "date": "2024-02-30"}]"#,
      "r.json:2:67: error: date: there is no such date as 2024-02-30"
    ),
    (
      #""events": [{"id": "v", "type": "t", "status": "asserted", "confidence": 2}]"#,
      "r.json:2:73: error: confidence is 2; expected a number from 0 to 1"
    ),
    (
      #""events": [{"id": "v", "type": "t", "status": "asserted", "duration": "1d"}]"#,
      "r.json:2:71: error: a duration is not one of ISO 8601; expected one such as P1M or P3DT12H"
    ),
  ])
  func brokenRecord(_ rest: String, _ message: String) {
    #expect(messages(record(rest)) == [message])
  }

  @Test(arguments: [
    (
      3, 11,
      #"r.json:2:62: error: "Minusma" does not stand at 3-11, where "Minusma " does; it stands at 3-10"#
    ),
    (3, 99, "r.json:2:62: error: the span 3-99 lies beyond the text, which has 27 code points"),
    (5, 5, "r.json:2:62: error: the span 5-5 is empty; expected an end beyond its start"),
    (9, 5, "r.json:2:62: error: the span 9-5 ends before it starts"),
  ])
  func brokenSpan(_ start: Int, _ end: Int, _ message: String) {
    let rest =
      "\"entities\": [{\"id\": \"x\", \"type\": \"P\", \"mentions\": [{\"start\": \(start), \"end\": \(end), \"text\": \"Minusma\"}]}]"
    #expect(
      messages(record(rest, source: #", "text": "La Minusma a quitté le Mali""#)) == [message])
  }

  /// A decomposed accent and an emoji before the words, in each unit.
  @Test(arguments: [("codepoint", 8, 12), ("utf8", 12, 16), ("utf16", 9, 13)])
  func unitsOfOffsets(_ unit: String, _ start: Int, _ end: Int) throws {
    let source = ", \"text\": \"Se\u{301}cu \u{1F54A} Mali\", \"offsetUnit\": \"\(unit)\""
    let rest =
      "\"entities\": [{\"id\": \"m\", \"type\": \"P\", \"mentions\": [{\"start\": \(start), \"end\": \(end), \"text\": \"Mali\"}]}]"
    let result = RecordReader().read(Array(record(rest, source: source).utf8), file: "r.json")
    #expect(result.diagnostics.isEmpty)
    let span = try #require(result.record?.entities.first?.mentions.first)
    #expect(span.start == 8 && span.end == 12)
  }

  @Test func insideACharacter() {
    let source = ", \"text\": \"\u{1F54A} Mali\", \"offsetUnit\": \"utf16\""
    let rest =
      #""entities": [{"id": "m", "type": "P", "mentions": [{"start": 1, "end": 3}]}]"#
    #expect(
      messages(record(rest, source: source)) == [
        "r.json:2:62: error: the span 1-3 begins or ends inside a character, counted in units of UTF-16"
      ])
  }

  @Test func allErrorsOfARecord() {
    let found = messages(
      record(#""entities": [{"id": "x"}, {"type": "P"}], "events": [{"id": "v", "type": "t"}]"#))
    #expect(found.count == 3)
  }

  @Test func unknownVersion() {
    #expect(
      messages(#"{"griot": 2, "source": {"id": "a", "language": "fr"}}"#) == [
        "r.json:1:11: error: the record is of format 2; this griot reads format 1"
      ])
  }

  @Test func wrongDigest() {
    let source =
      #", "text": "x", "sha256": "\#(String(repeating: "0", count: 64))""#
    #expect(
      messages(record(#""events": []"#, source: source)) == [
        "r.json:1:77: error: the text's SHA-256 is 2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881; is it the text that was annotated?"
      ])
  }
}
