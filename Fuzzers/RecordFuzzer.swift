import Extraction
import JSON
import RDF

/// Checks what a reader says of a record: places within the file, and of an accepted record that
/// texts, dates, references and spans are what the record and its inline text allow.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  let result = RecordReader().read(bytes, file: "r.json", firstLine: 7)
  LineEnds(bytes).check(result.diagnostics, file: "r.json", firstLine: 7)
  let hasErrors = result.diagnostics.contains { $0.severity == .error }
  expect((result.record == nil) == hasErrors, "no record without an error, or one with")
  guard let record = result.record else { return 0 }
  guard let document = try? JSONDocument.parse(bytes) else { fatalError("a record not of JSON") }
  RecordCheck(record: record, article: Article(document), length: bytes.count).check()
  return 0
}

/// The inline text of a record as JSON has it, with where each scalar begins in the unit named.
private struct Article {
  let unit: String
  let scalars: [Unicode.Scalar]?
  private(set) var offsets: [Int] = [0]

  init(_ document: JSONDocument) {
    func member(_ name: String, of value: JSONValue?) -> JSONValue? {
      guard let value else { return nil }
      return document.members(of: value).first { document.text(of: $0.key) == name }?.value
    }
    let source = member("source", of: document.root)
    let unit = member("offsetUnit", of: source).map { document.text(of: $0) } ?? "codepoint"
    self.unit = unit
    scalars = member("text", of: source).map { Array(document.text(of: $0).unicodeScalars) }
    for scalar in scalars ?? [] {
      let width =
        switch unit {
        case "utf8": String(scalar).utf8.count
        case "utf16": String(scalar).utf16.count
        default: 1
        }
      offsets.append((offsets.last ?? 0) + width)
    }
  }
}

private struct RecordCheck {
  let record: ExtractionRecord
  let article: Article
  let length: Int

  func check() {
    let source = record.source
    let texts = [
      source.id, source.language, source.title, source.url, source.publisher, source.rights,
      source.revisionOf, source.textFile, source.sha256, record.extractor?.name,
      record.extractor?.version,
    ]
    for text in texts + source.authors { check(text) }
    for date in [source.published, source.modified, record.extractor?.run] { check(date) }
    if let wanted = source.sha256, let scalars = article.scalars {
      var text = ""
      text.unicodeScalars.append(contentsOf: scalars)
      expect(
        Hash.sha256(text.utf8) == record.string(wanted).lowercased(),
        "a text of another digest was accepted")
    }
    for (index, entity) in record.entities.enumerated() {
      guard case .entity(index) = record.item(entity.id) else { fatalError("an entity's id") }
      check(entity)
    }
    for (index, relation) in record.relations.enumerated() {
      guard case .relation(index) = record.item(relation.id) else { fatalError("a relation's id") }
      check(relation.id)
      check(relation.type)
      checkReference(relation.subject)
      check(relation.object)
      check(relation.qualification)
      check(relation.offset)
    }
    for (index, event) in record.events.enumerated() {
      guard case .event(index) = record.item(event.id) else { fatalError("an event's id") }
      check(event)
    }
  }

  private func check(_ entity: RecordEntity) {
    check(entity.id)
    check(entity.type)
    check(entity.labels + entity.aliases)
    check(entity.properties)
    for text in entity.same + entity.pages { check(text) }
    for span in entity.mentions { check(span) }
    check(entity.offset)
  }

  private func check(_ event: RecordEvent) {
    check(event.id)
    check(event.type)
    check(event.labels)
    check(event.date)
    if let duration = event.duration { check(duration) }
    check(event.roles)
    check(event.properties)
    for whole in event.wholes { check(whole) }
    for value in event.roles.flatMap(\.values) + event.wholes {
      guard case .reference = value.content else { fatalError("a filler that is no item") }
    }
    check(event.qualification)
    check(event.offset)
  }

  private func check(_ offset: SourceOffset) {
    expect(offset.rawValue < length, "a thing stands beyond the file")
  }

  private func check(_ text: RecordText?) {
    guard let text else { return }
    check(text.offset)
    expect(text.range.upperBound <= record.strings.count, "a text beyond the strings")
    expect(!text.range.isEmpty, "an empty text was accepted")
  }

  private func checkReference(_ text: RecordText) {
    check(text)
    expect(record.item(text) != nil, "a reference to nothing was accepted")
  }

  private func check(_ labels: [RecordLabel]) {
    for label in labels {
      check(label.language)
      check(label.text)
    }
  }

  private func check(_ properties: [RecordProperty]) {
    for property in properties {
      check(property.name)
      for value in property.values { check(value) }
    }
  }

  private func check(_ value: RecordValue) {
    switch value.content {
    case .string(let text):
      expect(text.range.upperBound <= record.strings.count, "a value beyond the strings")
    case .number(let text): expect(Double(record.string(text)) != nil, "no number")
    case .boolean: break
    case .reference(let text): checkReference(text)
    }
    for text in [value.datatype, value.language, value.words] { check(text) }
    check(value.qualification)
    check(value.offset)
  }

  private func check(_ qualification: Qualification) {
    for text in qualification.attributedTo { checkReference(text) }
    if let via = qualification.via { checkReference(via) }
    if let whole = qualification.alternativeOf { checkReference(whole) }
    if let confidence = qualification.confidence {
      let number = Double(record.string(confidence)) ?? .nan
      expect(number >= 0 && number <= 1, "a confidence out of 0 to 1")
    }
    check(qualification.interval)
    check(qualification.unit)
    for span in qualification.evidence { check(span) }
  }

  private func check(_ date: RecordDate?) {
    guard let date else { return }
    let value = date.value
    expect((try? EDTF(value.text)) == value, "a date that reads back as another")
    let ranges = [
      (value.earliestBegin, value.latestBegin), (value.earliestEnd, value.latestEnd),
      (value.earliestBegin, value.latestEnd),
    ]
    for case (let first?, let last?) in ranges {
      expect(first <= last, "a date whose bounds are reversed")
    }
    check(date.text)
    for span in date.evidence { check(span) }
    check(date.offset)
  }

  private func check(_ span: RecordSpan) {
    check(span.offset)
    check(span.text)
    expect(0 <= span.givenStart && span.givenStart < span.givenEnd, "a span of nothing")
    guard let scalars = article.scalars else {
      let isKnown = article.unit == "codepoint"
      expect(span.start == (isKnown ? span.givenStart : nil), "a start from nowhere")
      expect(span.end == (isKnown ? span.givenEnd : nil), "an end from nowhere")
      return
    }
    guard let start = span.start, let end = span.end else { fatalError("a span not converted") }
    expect(0 <= start && start < end && end <= scalars.count, "a span beyond the text")
    expect(article.offsets[start] == span.givenStart, "a start that is another")
    expect(article.offsets[end] == span.givenEnd, "an end that is another")
    guard let words = span.text else { return }
    let found = scalars[start..<end].flatMap { Array(String($0).utf8) }
    expect(record.strings[words.range].elementsEqual(found), "words that do not stand there")
  }
}
