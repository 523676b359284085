internal import JSON
internal import RDF

/// A property graph of LlamaIndex, as its simple store keeps it: nodes and relations by their keys,
/// and which of them are triplets.
///
/// Chunks of text and embeddings are left out. A node's name is its id.
///
/// - SeeAlso: LlamaIndex API, section "graph_stores.types".
struct LlamaIndexAdapter: Adapter {
  static let extractor: String? = "LlamaIndex"
  static let profile: String? = "labels"
  static let part = ExtractorFormat.Part.file

  static func recognises(_ outline: JSONOutline) -> Bool {
    outline.arrayDepth == 0 && outline.hasObject("nodes") && outline.hasObject("relations")
  }

  static func adapt(_ input: AdapterInput, to draft: inout RecordDraft) throws(SyntaxFault) {
    let root = try JSONNode.parse(input.bytes, 0..<input.bytes.count)
    guard root["nodes"]?.kind == .object, root["relations"]?.kind == .object else {
      throw SyntaxFault(
        offset: root.offset,
        message: "the property graph has no nodes and relations; expected both, as objects")
    }
    draft.source.id.offset = root.offset
    var reader = LlamaIndexReader()
    for (key, node) in root["nodes"]?.members ?? [] { reader.readNode(key, node, &draft) }
    for (_, relation) in root["relations"]?.members ?? [] { reader.readRelation(relation, &draft) }
    for (key, _) in root.members where !["nodes", "relations", "triplets"].contains(key.text) {
      draft.leaveOut("keys \"\(key.text)\"")
    }
    if let triplets = root["triplets"] { reader.readTriplets(triplets, &draft) }
    reader.graph.write(to: &draft)
  }

  fileprivate struct LlamaIndexReader {
    var graph = GraphAssembly(
      ends: (subject: "source", object: "target"), matching: .folded)
    private var chunks: Set<String> = []
    private var triplets: Set<[String]> = []

    init() {
      graph.isNamedByID = true
      graph.nodesPlace = "the nodes"
    }

    mutating func readNode(_ key: JSONNode, _ value: JSONNode, _ draft: inout RecordDraft) {
      guard value.kind == .object else {
        draft.fault(value.offset, "a node is \(value.kind.name); expected an object")
        return
      }
      guard let name = value["name"] else {
        guard value["text"]?.kind == .string else {
          draft.fault(value.offset, "the node has no name; expected one, or the text of a chunk")
          return
        }
        chunks.insert(key.text)
        draft.leaveOut("chunks of text")
        return
      }
      guard name.string != nil else {
        draft.fault(
          name.offset,
          "name is \(name.kind == .string ? "empty" : name.kind.name); expected a text")
        return
      }
      let label = value["label"]
      if let label, label.string == nil {
        draft.fault(label.offset, "the label of a node is \(label.kind.name); expected a text")
        return
      }
      var node = GraphAssembly.Node(
        key: key.text, id: name.placed,
        types: [label?.placed ?? RecordDraft.Placed("entity", value.offset)])
      for (key, member) in value.members where !["name", "label"].contains(key.text) {
        switch key.text {
        case "properties": node.properties = draft.properties(of: member)
        case "embedding":
          if member.kind != .null { draft.leaveOut("embeddings") }
        default: if member.kind != .null { draft.leaveOut("keys \"\(key.text)\"") }
        }
      }
      graph.add(node)
    }

    mutating func readRelation(_ value: JSONNode, _ draft: inout RecordDraft) {
      guard value.kind == .object else {
        draft.fault(value.offset, "a relation is \(value.kind.name); expected an object")
        return
      }
      var texts: [RecordDraft.Placed] = []
      for name in ["source_id", "label", "target_id"] {
        guard let text = value[name], text.string != nil else {
          draft.fault((value[name] ?? value).offset, "the relation has no \(name); expected a text")
          return
        }
        texts.append(text.placed)
      }
      var properties: [GraphAssembly.Property] = []
      for (key, member) in value.members
      where !["source_id", "label", "target_id"].contains(key.text) {
        if key.text == "properties" {
          properties = draft.properties(of: member)
        } else if member.kind != .null {
          draft.leaveOut("keys \"\(key.text)\"")
        }
      }
      triplets.insert(texts.map(\.text))
      add(texts, properties, &draft)
    }

    /// Adds the triplets that no relation has said yet.
    mutating func readTriplets(_ value: JSONNode, _ draft: inout RecordDraft) {
      for triplet in draft.array(value, "triplets") {
        let parts = triplet.elements
        guard triplet.kind == .array, parts.count == 3, parts.allSatisfy({ $0.string != nil })
        else {
          draft.fault(
            triplet.offset, "a triplet is not three texts; expected a node, a label and a node")
          continue
        }
        if triplets.insert(parts.map(\.text)).inserted { add(parts.map(\.placed), [], &draft) }
      }
    }

    private mutating func add(
      _ texts: [RecordDraft.Placed], _ properties: [GraphAssembly.Property],
      _ draft: inout RecordDraft
    ) {
      if chunks.contains(texts[0].text) || chunks.contains(texts[2].text) {
        draft.leaveOut("relations \"\(texts[1].text)\" of chunks of text")
        return
      }
      graph.add(
        GraphAssembly.Edge(
          type: texts[1], subject: GraphAssembly.End(key: texts[0].text, id: texts[0]),
          object: GraphAssembly.End(key: texts[2].text, id: texts[2]), properties: properties))
    }
  }
}
