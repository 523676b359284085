internal import JSON
internal import RDF

/// Reads spans and, where the article's text is at hand, holds them against it.
struct SpanReader {
  let text: ArticleText?
  let unit: OffsetUnit
  /// How many words were looked for elsewhere in the text; each look costs the text's length.
  private var lookCount = 0

  private static let lookLimit = 100

  init(text: ArticleText?, unit: OffsetUnit) {
    self.text = text
    self.unit = unit
  }

  mutating func read(
    _ value: JSONValue?, _ what: String, _ fields: inout RecordFields
  ) -> [RecordSpan] {
    guard let value else { return [] }
    var spans: [RecordSpan] = []
    spans.reserveCapacity(fields.document.count(of: value))
    for one in fields.list(value, what) {
      if let span = span(one, what, &fields) { spans.append(span) }
    }
    return spans
  }

  private mutating func span(
    _ value: JSONValue, _ what: String, _ fields: inout RecordFields
  ) -> RecordSpan? {
    guard let members = fields.object(value, "a span of \(what)", .span) else { return nil }
    let words = fields.text(members[.text], "text")
    guard let startValue = members[.start], let endValue = members[.end],
      let start = offset(startValue, "start", &fields), let end = offset(endValue, "end", &fields)
    else { return nil }
    guard start < end else {
      fields.report(
        startValue,
        start == end
          ? "the span \(start)-\(end) is empty; expected an end beyond its start"
          : "the span \(start)-\(end) ends before it starts")
      return nil
    }
    var span = RecordSpan(
      start: unit == .codepoint ? start : nil, end: unit == .codepoint ? end : nil,
      givenStart: start, givenEnd: end, text: words, offset: fields.offset(startValue))
    guard let text else { return span }
    guard end <= text.count else {
      fields.report(
        startValue,
        "the span \(start)-\(end) lies beyond the text, which has \(text.count) "
          + unitName)
      return nil
    }
    guard let first = text.codePoint(at: start), let last = text.codePoint(at: end) else {
      fields.report(
        startValue,
        "the span \(start)-\(end) begins or ends inside a character, "
          + "counted in \(unitName)")
      return nil
    }
    span.start = first
    span.end = last
    if let words {
      let wanted = fields.document.strings[words.range]
      let found = text.text(first..<last)
      if !found.elementsEqual(wanted) {
        lookCount += 1
        let place = lookCount > Self.lookLimit ? nil : text.place(of: wanted, near: start)
        let nowhere =
          lookCount > Self.lookLimit ? "it may stand elsewhere" : "it stands nowhere in the text"
        fields.report(
          startValue,
          "\"\(fields.string(words))\" does not stand at \(start)-\(end), where "
            + "\"\(String(decoding: found, as: UTF8.self))\" does; "
            + (place.map { "it stands at \($0.lowerBound)-\($0.upperBound)" }
              ?? nowhere))
        return nil
      }
    }
    return span
  }

  private var unitName: String { unit.words }

  private func offset(
    _ value: JSONValue, _ what: String, _ fields: inout RecordFields
  ) -> Int? {
    if let number = fields.shortNumber(value) { return number }
    let given = fields.document.text(of: value)
    guard fields.document.kind(of: value) == .number else {
      fields.report(
        value, "\(what) is \(fields.document.kind(of: value).name); expected a whole number")
      return nil
    }
    guard let number = Int(given), number >= 0, number < Int(Int32.max) else {
      fields.report(value, "\(what) is \(given); expected a whole number from 0 to 2147483646")
      return nil
    }
    return number
  }
}
