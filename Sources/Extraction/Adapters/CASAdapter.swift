internal import JSON

/// UIMA CAS JSON 0.4, which INCEpTION exports: named entities and relations of a text.
///
/// Annotations of a layer that the profile names, and those of the layer of named entities by their
/// value, are entities; what has a governor and a dependent that are, is a relation. Of several views
/// the initial one is read.
///
/// - SeeAlso: UIMA CAS JSON 0.4, section "Feature structures".
struct CASAdapter: Adapter {
  static let unit = OffsetUnit.utf16

  static func recognises(_ outline: JSONOutline) -> Bool {
    outline.arrayDepth == 0
      && (outline.has("%FEATURE_STRUCTURES") || outline.hasObject("%VIEWS"))
  }

  static func adapt(_ input: AdapterInput, to draft: inout RecordDraft) throws(SyntaxFault) {
    let root = try JSONNode.parse(input)
    draft.source.id.offset = root.offset
    try root.expect(.object, "a CAS")
    var reader = CASReader(view: try view(of: root))
    for structure in try structures(root) { try reader.sort(structure) }
    try reader.finish(&draft)
  }

  /// The number of the text that the initial view is of; nil of a CAS without views.
  private static func view(of root: JSONNode) throws(SyntaxFault) -> String? {
    guard let views = root["%VIEWS"] else { return nil }
    try views.expect(.object, "%VIEWS")
    return views["_InitialView"]?["%SOFA"]?.text
  }

  private static func structures(
    _ root: JSONNode
  ) throws(SyntaxFault) -> [(id: String, node: JSONNode)] {
    let all = try root.member("%FEATURE_STRUCTURES", of: "a CAS")
    if all.kind == .object { return all.members.map { ($0.key.text, $0.value) } }
    try all.expect(.array, "%FEATURE_STRUCTURES")
    var found: [(id: String, node: JSONNode)] = []
    for node in all.elements {
      found.append((try node.member("%ID", of: "a feature structure").text, node))
    }
    return found
  }
}

/// Sorts the feature structures of a CAS by what they are to a record.
private struct CASReader {
  private let view: String?
  private var text: RecordDraft.Placed?
  private var metadata: JSONNode?
  private var annotations: [(id: String, type: RecordDraft.Placed, node: JSONNode)] = []
  private var others: [String: Int] = [:]

  init(view: String?) {
    self.view = view
  }

  /// The features of an annotation that are read.
  private static let known: Set = [
    "%ID", "%TYPE", "@sofa", "begin", "end", "value", "identifier", "%FLAGS",
  ]

  /// The last part of a type's name.
  private static func shortName(_ type: String) -> String {
    type.split(separator: ".").last.map(String.init) ?? type
  }

  mutating func sort(_ structure: (id: String, node: JSONNode)) throws(SyntaxFault) {
    let (id, node) = structure
    let type = try node.text("%TYPE", of: "a feature structure")
    let name = Self.shortName(type.text)
    switch name {
    case "Sofa":
      guard view == nil || view == id else {
        others["further texts", default: 0] += 1
        return
      }
      text = node["sofaString"]?.placed ?? text
    case "DocumentMetaData": metadata = node
    case "DocumentAnnotation": metadata = metadata ?? node
    default:
      if node["begin"] != nil, node["end"] != nil {
        guard view == nil || node["@sofa"]?.text == view else {
          others["annotations of further texts", default: 0] += 1
          return
        }
        annotations.append((id, type, node))
      } else {
        others["\(name) of the CAS", default: 0] += 1
      }
    }
  }

  mutating func finish(_ draft: inout RecordDraft) throws(SyntaxFault) {
    guard let text else {
      throw SyntaxFault(
        offset: draft.source.id.offset,
        message: "the CAS has no text; expected a Sofa with its sofaString")
    }
    draft.source.text = text
    readMetadata(&draft)
    let types = draft.settings.profile
    var items: [String: RecordDraft.Item] = [:]
    var pairs: [(id: String, type: RecordDraft.Placed, node: JSONNode)] = []
    for (id, type, node) in annotations {
      if node["@Governor"] != nil, node["@Dependent"] != nil {
        pairs.append((id, type, node))
        continue
      }
      let name = Self.shortName(type.text)
      let layer = [type.text, name].first { types.types[$0] != nil || types.events[$0] != nil }
      var given = layer.map { RecordDraft.Placed($0, type.offset) }
      if given == nil, name == "NamedEntity" {
        guard let value = node["value"], let text = value.string else {
          draft.leaveOut("named entities without a value")
          continue
        }
        given = RecordDraft.Placed(text, value.offset)
      }
      guard let given else {
        draft.leaveOut("\(name) annotations")
        continue
      }
      let place = RecordDraft.Span(
        start: try node.whole("begin", of: "an annotation"),
        end: try node.whole("end", of: "an annotation"),
        offset: node["begin"]?.offset ?? node.offset)
      draft.leaveOut("other features of \(name)", node.countOthers(than: Self.known))
      let link = node["identifier"].flatMap { link in
        link.string.map { RecordDraft.Placed($0, link.offset) }
      }
      items[id] = draft.add(
        RecordDraft.Mention(
          id: RecordDraft.Placed("a\(RecordDraft.plainID(id))", node.offset), type: given,
          span: place, link: link))
    }
    for (id, type, node) in pairs { try add(id, type, node, items, &draft) }
    for (what, count) in others { draft.leaveOut(what, count) }
  }

  private func readMetadata(_ draft: inout RecordDraft) {
    guard let metadata else { return }
    if let id = metadata["documentId"] ?? metadata["documentTitle"], let name = id.string {
      draft.source.id = RecordDraft.Placed(RecordDraft.plainID(name), id.offset)
    }
    if let title = metadata["documentTitle"], title.string != nil {
      draft.source.title = title.placed
    }
    draft.leaveOut(
      "other features of the document",
      metadata.countOthers(
        than: Self.known.union(["documentId", "documentTitle", "language"])))
    // UIMA's x-unspecified is no language.
    if let language = metadata["language"], let tag = language.string, tag != "x-unspecified" {
      draft.source.language = RecordDraft.Placed(tag, language.offset)
    }
  }

  /// Adds a relation between two annotations that are in the record.
  private func add(
    _ id: String, _ type: RecordDraft.Placed, _ node: JSONNode,
    _ items: [String: RecordDraft.Item], _ draft: inout RecordDraft
  ) throws(SyntaxFault) {
    let name = Self.shortName(type.text)
    var ends: [RecordDraft.Placed] = []
    for key in ["@Governor", "@Dependent"] {
      let reference = try node.member(key, of: "a relation")
      switch items[reference.text] {
      case .entity(let index)?:
        ends.append(RecordDraft.Placed(draft.entities[index].id.text, reference.offset))
      case .event(let index)?:
        ends.append(RecordDraft.Placed(draft.events[index].id.text, reference.offset))
      case nil: return draft.leaveOut("\(name) annotations")
      }
    }
    let labels = ["value", "label", "relation", "role"]
    let label = labels.lazy.compactMap { node[$0] }.first { $0.string != nil }
    draft.leaveOut(
      "other features of \(name)",
      node.countOthers(than: Self.known.union(labels).union(["@Governor", "@Dependent"])))
    draft.add(
      relation: label?.placed ?? RecordDraft.Placed(name, type.offset),
      id: RecordDraft.Placed("r\(RecordDraft.plainID(id))", node.offset), ("Governor", ends[0]),
      ("Dependent", ends[1]))
  }
}
