internal import JSON

/// When something is, as the text puts it, with the days between which it can begin and end.
struct ViewTime {
  /// The date or interval in EDTF.
  let edtf: String?
  /// The part of the date that the text names: its beginning, middle, end or evening.
  let parts: [Int]
  /// The words of the text.
  let text: String?
  /// Whether it is approximate or uncertain.
  let qualifiers: [Int]
  /// Earliest begin, latest begin, earliest end, latest end; nil where it is open.
  let bounds: [String?]

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("edtf", edtf)
    writer.member("parts", parts)
    writer.member("text", text)
    writer.member("qualifiers", qualifiers)
    writer.key("bounds")
    writer.beginArray()
    for bound in bounds {
      if let bound { writer.value(bound) } else { writer.null() }
    }
    writer.endArray()
    writer.endObject()
  }
}
