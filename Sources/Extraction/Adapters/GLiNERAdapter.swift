internal import JSON

/// Entities that GLiNER predicts, and relations with them.
///
/// A document is a list of entities, as `predict_entities` gives it, or an object of such a list
/// `entities`, one of `relations` and the `text`. A list alone is of the text in a file beside it
/// with its name and the ending `.txt`, where there is one.
///
/// - SeeAlso: GLiNER API, sections "predict_entities" and "predict_relations".
struct GLiNERAdapter: Adapter {
  static let extractor: String? = "GLiNER"
  static let isArray = true

  private static let entityKeys: Set = ["start", "end", "text", "label"]
  private static let relationKeys: Set = ["head", "tail", "relation", "score"]

  private struct Place: Hashable {
    let start: Int
    let end: Int
    let label: String
  }

  static func recognises(_ outline: JSONOutline) -> Bool {
    if outline.arrayDepth == 1 || outline.arrayDepth == 2 {
      return outline.keys.keys.contains("score") && entityKeys.isSubset(of: outline.keys.keys)
    }
    return outline.arrayDepth == 0 && outline.hasArray("entities")
      && outline.keys["text"] == UInt8(ascii: "\"")
  }

  static func adapt(_ input: AdapterInput, to draft: inout RecordDraft) throws(SyntaxFault) {
    let root = try JSONNode.parse(input)
    draft.source.id.offset = root.offset
    let entities: [JSONNode]
    var relations: [JSONNode] = []
    if root.kind == .object {
      entities = try root.member("entities", of: "a document of GLiNER").elements
      relations = try root.list("relations")
      if root["text"] != nil { draft.source.text = try root.text("text", of: "a document") }
      for (key, _) in root.members where !["entities", "relations", "text"].contains(key.text) {
        draft.leaveOut("\"\(key.text)\" of documents")
      }
    } else {
      try root.expect(.array, "a document of GLiNER")
      entities = root.elements
    }
    if draft.source.text == nil { input.nameText(of: &draft) }
    var places: [Place: String] = [:]
    var ids: [String?] = []
    for entity in entities {
      ids.append(try add(entity, "label", &places, &draft))
    }
    for (index, relation) in relations.enumerated() {
      try add(relation, index + 1, ids, &places, &draft)
    }
  }

  /// Adds an entity, once for a place and label; gives its id where it is in the record.
  private static func add(
    _ entity: JSONNode, _ labelKey: String, _ places: inout [Place: String],
    _ draft: inout RecordDraft
  ) throws(SyntaxFault) -> String? {
    let label = try entity.text(labelKey, of: "an entity")
    let place = Place(
      start: try entity.whole("start", of: "an entity"),
      end: try entity.whole("end", of: "an entity"),
      label: label.text)
    if let known = places[place] { return known }
    let words = try entity.text("text", of: "an entity").text
    let id = "e\(places.count + 1)"
    places[place] = id
    for (key, _) in entity.members
    where !entityKeys.contains(key.text) && !["type", "entity_idx"].contains(key.text) {
      draft.leaveOut("\"\(key.text)\" of entities")
    }
    let added = draft.add(
      RecordDraft.Mention(
        id: RecordDraft.Placed(id, entity.offset), type: label, name: words,
        span: RecordDraft.Span(
          start: place.start, end: place.end, words: words,
          offset: entity["start"]?.offset ?? entity.offset)))
    return added == nil ? nil : id
  }

  private static func add(
    _ relation: JSONNode, _ number: Int, _ ids: [String?], _ places: inout [Place: String],
    _ draft: inout RecordDraft
  ) throws(SyntaxFault) {
    let name = try relation.text("relation", of: "a relation")
    var ends: [RecordDraft.Placed] = []
    for key in ["head", "tail"] {
      let end = try relation.member(key, of: "a relation")
      let index = end["entity_idx"]?.integer
      let id =
        if let index, ids.indices.contains(index) {
          ids[index]
        } else {
          try add(end, "type", &places, &draft)
        }
      guard let id else { return draft.leaveOut("relations of what is left out") }
      ends.append(RecordDraft.Placed(id, end.offset))
    }
    for (key, _) in relation.members where !relationKeys.contains(key.text) {
      draft.leaveOut("\"\(key.text)\" of relations")
    }
    let id = RecordDraft.Placed("r\(number)", relation.offset)
    guard let added = draft.add(relation: name, id: id, ("head", ends[0]), ("tail", ends[1])) else {
      return
    }
    draft.relations[added].confidence = relation["score"]?.placed
  }
}
