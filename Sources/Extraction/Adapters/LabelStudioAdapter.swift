internal import JSON

/// Tasks that Label Studio exports, as JSON or JSON-MIN.
///
/// Of several annotations of a task the one that is the ground truth is read, or else the first that
/// is not cancelled; a prediction where there is none.
///
/// - SeeAlso: Label Studio documentation, section "Label Studio JSON format of annotated tasks".
struct LabelStudioAdapter: Adapter {
  static let extractor: String? = "Label Studio"

  static func recognises(_ outline: JSONOutline) -> Bool {
    guard outline.arrayDepth < 2, outline.has("id") else { return false }
    return outline.hasObject("data")
      && (outline.hasArray("annotations") || outline.hasArray("predictions"))
      || outline.has("annotation_id") && outline.has("annotator")
  }

  static func adapt(_ input: AdapterInput, to draft: inout RecordDraft) throws(SyntaxFault) {
    let root = try JSONNode.parse(input)
    let id = try root.member("id", of: "a task")
    // JSON-MIN has a task once for each annotation of it.
    let number = root["data"] == nil ? root["annotation_id"].map { "\(id.text)-\($0.text)" } : nil
    draft.source.id = RecordDraft.Placed(
      RecordDraft.plainID("\(input.settings.stem)-\(number ?? id.text)"), id.offset)
    var reader = LabelStudioReader()
    if let data = root["data"] {
      draft.source.text = try text(data, &draft)
      draft.leaveOut(
        "other members of tasks",
        root.countOthers(than: ["id", "data", "annotations", "predictions"]))
      guard let result = try result(root, &draft) else { return }
      try reader.read(result, &draft)
    } else {
      try readMinimal(root, &reader, &draft)
    }
  }

  /// The text that is annotated: `text`, or else the one string that there is.
  private static func text(
    _ data: JSONNode, _ draft: inout RecordDraft
  ) throws(SyntaxFault) -> RecordDraft.Placed {
    try data.expect(.object, "data")
    let strings = data.members.filter { $0.value.kind == .string }
    guard let text = strings.first(where: { $0.key.text == "text" }) ?? strings.first,
      text.key.text == "text" || strings.count == 1
    else {
      throw SyntaxFault(
        offset: data.offset,
        message: strings.isEmpty
          ? "the task's data has no text"
          : "which of the task's data is the text? expected \"text\"")
    }
    for (key, _) in data.members where key.text != text.key.text {
      draft.leaveOut("data \"\(key.text)\" of tasks")
    }
    return text.value.placed
  }

  /// The results of the annotation that is read; nil where there is none.
  private static func result(
    _ task: JSONNode, _ draft: inout RecordDraft
  ) throws(SyntaxFault) -> [JSONNode]? {
    let annotations = try task.list("annotations")
    let valid = annotations.filter { $0["was_cancelled"]?.text != "true" }
    draft.leaveOut("cancelled annotations", annotations.count - valid.count)
    let predictions = try task.list("predictions")
    let chosen =
      valid.first { $0["ground_truth"]?.text == "true" } ?? valid.first ?? predictions.first
    draft.leaveOut("further annotations of a task", max(valid.count - 1, 0))
    draft.leaveOut("predictions", predictions.count - (valid.isEmpty && chosen != nil ? 1 : 0))
    draft.leaveOut(
      "other members of annotations",
      chosen?.countOthers(than: ["result", "was_cancelled", "ground_truth"]) ?? 0)
    return try chosen?.list("result")
  }

  /// Reads a task of JSON-MIN, whose data and results are its members.
  private static func readMinimal(
    _ task: JSONNode, _ reader: inout LabelStudioReader, _ draft: inout RecordDraft
  ) throws(SyntaxFault) {
    let known: Set = ["id", "text", "annotator", "annotation_id"]
    draft.source.text = try task.text("text", of: "a task")
    for (key, value) in task.members where !known.contains(key.text) {
      if value.kind == .array, value.elements.contains(where: { $0["labels"] != nil }) {
        for region in value.elements { try reader.readRegion(region, region, &draft) }
      } else {
        draft.leaveOut("data \"\(key.text)\" of tasks")
      }
    }
  }
}

/// Reads the results of an annotation.
private struct LabelStudioReader {
  /// What each region became; nil of what is left out.
  private var regions: [String: RecordDraft.Item?] = [:]
  private var count = 0

  /// The members of a region, or of its value, that are read or only say where it is labelled.
  private static let known: Set = [
    "id", "type", "value", "from_name", "to_name", "start", "end", "text", "labels",
    "globalOffsets",
  ]

  init() {}

  mutating func read(_ results: [JSONNode], _ draft: inout RecordDraft) throws(SyntaxFault) {
    var relations: [JSONNode] = []
    for result in results {
      let type = try result.text("type", of: "a result").text
      switch type {
      case "labels":
        try readRegion(result, try result.member("value", of: "a result"), &draft)
      case "relation": relations.append(result)
      default: draft.leaveOut("results of type \"\(type)\"")
      }
    }
    for relation in relations { try read(relation: relation, &draft) }
  }

  mutating func readRegion(
    _ result: JSONNode, _ value: JSONNode, _ draft: inout RecordDraft
  ) throws(SyntaxFault) {
    count += 1
    let given = result["id"].flatMap { id in id.string.map { RecordDraft.Placed($0, id.offset) } }
    let id = RecordDraft.Placed(
      given.map { RecordDraft.plainID($0.text) } ?? "e\(count)", result.offset)
    if let given, regions[given.text] == nil { regions[given.text] = .some(nil) }
    let labels = try value.list("labels")
    guard value["start"]?.kind != .string else { return draft.leaveOut("regions in HTML") }
    guard let label = labels.first else { return draft.leaveOut("regions without a label") }
    draft.leaveOut("further labels of regions", labels.count - 1)
    draft.leaveOut("other members of regions", result.countOthers(than: Self.known))
    let words = value["text"].flatMap { $0.kind == .string ? $0.text : nil }
    let item = draft.add(
      RecordDraft.Mention(
        id: id, type: label.placed, name: words,
        span: RecordDraft.Span(
          start: try value.whole("start", of: "a region"),
          end: try value.whole("end", of: "a region"),
          words: words, offset: value["start"]?.offset ?? value.offset)))
    if let given { regions[given.text] = .some(item) }
  }

  private func read(relation: JSONNode, _ draft: inout RecordDraft) throws(SyntaxFault) {
    var ends: [RecordDraft.Placed] = []
    for key in ["from_id", "to_id"] {
      let region = try relation.text(key, of: "a relation")
      guard let known = regions[region.text] else {
        throw SyntaxFault(
          offset: region.offset, message: "no region of this annotation is \"\(region.text)\"")
      }
      switch known {
      case .entity(let index)?:
        ends.append(RecordDraft.Placed(draft.entities[index].id.text, region.offset))
      case .event(let index)?:
        ends.append(RecordDraft.Placed(draft.events[index].id.text, region.offset))
      case nil: return draft.leaveOut("relations of what is left out")
      }
    }
    let direction = relation["direction"]?.text ?? "right"
    let labels = try relation.list("labels")
    guard !labels.isEmpty else { return draft.leaveOut("relations without a label") }
    for label in labels {
      // An arrow both ways is a relation each way.
      for isForward in direction == "bi" ? [true, false] : [direction != "left"] {
        let id = RecordDraft.Placed("r\(draft.relations.count + 1)", relation.offset)
        draft.add(
          relation: label.placed, id: id, ("from", ends[isForward ? 0 : 1]),
          ("to", ends[isForward ? 1 : 0]))
      }
    }
  }
}
