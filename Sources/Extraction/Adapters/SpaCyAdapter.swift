internal import JSON

/// What spaCy's `Doc.to_json` gives: a text with its entities and its groups of spans.
///
/// The entities have no links; those are in groups of spans, and a span where an entity of its label
/// is gives that its link. Entities of one label with one link are one.
///
/// - SeeAlso: spaCy API, section "Doc.to_json".
struct SpaCyAdapter: Adapter {
  static let extractor: String? = "spaCy"

  /// What of a document is no record's matter, by its key.
  private static let others = [
    "tokens": "tokens", "sents": "sentences", "cats": "categories of texts",
    "_": "custom attributes",
  ]

  private static let spanKeys: Set = ["start", "end", "label", "kb_id"]

  private struct Place: Hashable {
    let start: Int
    let end: Int
    let label: String
  }

  static func recognises(_ outline: JSONOutline) -> Bool {
    outline.arrayDepth < 2 && outline.keys["text"] == UInt8(ascii: "\"")
      && outline.hasArray("tokens")
  }

  static func adapt(_ input: AdapterInput, to draft: inout RecordDraft) throws(SyntaxFault) {
    let root = try JSONNode.parse(input)
    draft.source.text = try root.text("text", of: "a document of spaCy")
    draft.source.id.offset = root.offset
    var groups: [JSONNode] = []
    if let spans = root["spans"], spans.kind != .null {
      try spans.expect(.object, "spans")
      draft.leaveOut("names of groups of spans", spans.count)
      for (name, group) in spans.members {
        try group.expect(.array, "the group \"\(name.text)\" of spans")
        groups += group.elements
      }
    }
    var links: [Place: RecordDraft.Placed] = [:]
    for span in groups {
      guard let link = span["kb_id"], let text = link.string else { continue }
      links[try place(of: span)] = RecordDraft.Placed(text, link.offset)
    }
    var seen: Set<Place> = []
    for span in try root.list("ents") + groups {
      let place = try place(of: span)
      draft.leaveOut("other members of spans", span.countOthers(than: spanKeys))
      guard seen.insert(place).inserted else { continue }
      guard !place.label.isEmpty else {
        draft.leaveOut("spans without a label")
        continue
      }
      draft.addMerging(
        RecordDraft.Mention(
          id: RecordDraft.Placed("e\(seen.count)", span.offset),
          type: try span.text("label", of: "a span"),
          span: RecordDraft.Span(
            start: place.start, end: place.end, offset: span["start"]?.offset ?? span.offset),
          link: links[place]))
    }
    for (key, value) in root.members {
      if let what = others[key.text] { draft.leaveOut(what, value.count) }
    }
    draft.leaveOut(
      "other members of documents",
      root.countOthers(than: Set(others.keys).union(["text", "ents", "spans"])))
  }

  private static func place(of span: JSONNode) throws(SyntaxFault) -> Place {
    Place(
      start: try span.whole("start", of: "a span"), end: try span.whole("end", of: "a span"),
      label: try span.text("label", of: "a span").text)
  }
}
