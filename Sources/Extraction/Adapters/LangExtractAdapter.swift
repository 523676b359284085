internal import JSON

/// Annotated documents of Google LangExtract, a line each.
///
/// An extraction whose words were found in the text as they are is a mention of those words; one
/// that was aligned with others is a mention of these others. Without a place it is no mention.
///
/// - SeeAlso: LangExtract API, sections "AnnotatedDocument" and "save_annotated_documents".
struct LangExtractAdapter: Adapter {
  static let extractor: String? = "LangExtract"

  /// The members of an extraction; its number is that of its place in the list.
  private static let known: Set = [
    "extraction_class", "extraction_text", "char_interval", "alignment_status",
    "extraction_index", "group_index", "description", "attributes",
  ]

  static func recognises(_ outline: JSONOutline) -> Bool {
    outline.arrayDepth < 2 && outline.has("extractions") && outline.has("text")
  }

  static func adapt(_ input: AdapterInput, to draft: inout RecordDraft) throws(SyntaxFault) {
    let root = try JSONNode.parse(input)
    draft.source.id.offset = root.offset
    if let id = root["document_id"], let name = id.string {
      draft.source.id = RecordDraft.Placed(RecordDraft.plainID(name), id.offset)
    }
    draft.source.text = try root.text("text", of: "a document of LangExtract")
    draft.leaveOut(
      "other members of documents",
      root.countOthers(than: ["document_id", "text", "extractions"]))
    for (index, extraction) in try root.list("extractions").enumerated() {
      try add(extraction, index + 1, &draft)
    }
  }

  private static func add(
    _ extraction: JSONNode, _ number: Int, _ draft: inout RecordDraft
  ) throws(SyntaxFault) {
    let type = try extraction.text("extraction_class", of: "an extraction")
    let words = try extraction.text("extraction_text", of: "an extraction").text
    let id = RecordDraft.Placed("e\(number)", extraction.offset)
    var mention = RecordDraft.Mention(id: id, type: type, name: words)
    if let interval = extraction["char_interval"], interval.kind == .object,
      interval["start_pos"]?.kind != .null
    {
      // What was aligned otherwise has other words, and what was exactly other spaces and letters.
      let isExact = extraction["alignment_status"]?.string ?? "match_exact" == "match_exact"
      mention.span = RecordDraft.Span(
        start: try interval.whole("start_pos", of: "a char_interval"),
        end: try interval.whole("end_pos", of: "a char_interval"), words: isExact ? words : nil,
        offset: interval["start_pos"]?.offset ?? interval.offset, isLoose: true)
      if !isExact { draft.leaveOut("inexact alignments") }
    } else {
      draft.note(extraction.offset, "\"\(words)\" was found nowhere in the text: it is no mention")
    }
    let item = draft.add(mention)
    draft.leaveOut("other members of extractions", extraction.countOthers(than: known))
    if extraction["description"]?.string != nil { draft.leaveOut("descriptions") }
    if let group = extraction["group_index"], group.kind != .null { draft.leaveOut("groups") }
    guard let attributes = extraction["attributes"], attributes.kind != .null else { return }
    try attributes.expect(.object, "attributes")
    for (key, value) in attributes.members {
      add(key, value, to: item, &draft)
    }
  }

  /// Adds an attribute as a property where the profile says which.
  private static func add(
    _ key: JSONNode, _ value: JSONNode, to item: RecordDraft.Item?, _ draft: inout RecordDraft
  ) {
    let given = value.kind == .array ? value.elements : [value]
    let values = given.filter { $0.kind == .string || $0.kind == .number || $0.kind == .boolean }
    guard case .entity(let index)? = item, !values.isEmpty,
      case .name(let property)? = draft.settings.profile.properties[key.text]
    else { return draft.leaveOut("attributes \"\(key.text)\"") }
    draft.entities[index].add(
      RecordDraft.Placed(property, key.offset),
      values.map { RecordDraft.Value(placed: $0.placed, kind: $0.kind) })
  }
}
