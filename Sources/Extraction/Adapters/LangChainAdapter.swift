internal import JSON
internal import RDF

/// A graph document of LangChain: nodes and relationships that a language model found in a text.
///
/// Nodes of one id and type are one; a node's id is its name. The text is that of `source`, and its
/// metadata say what article it is.
///
/// - SeeAlso: LangChain API, section "GraphDocument".
struct LangChainAdapter: Adapter {
  static let extractor: String? = "LangChain"
  static let profile: String? = "labels"

  static func recognises(_ outline: JSONOutline) -> Bool {
    outline.arrayDepth < 2 && outline.hasArray("nodes") && outline.hasArray("relationships")
  }

  static func adapt(_ input: AdapterInput, to draft: inout RecordDraft) throws(SyntaxFault) {
    let root = try JSONNode.parse(input.bytes, 0..<input.bytes.count)
    guard root.kind == .object else {
      throw SyntaxFault(
        offset: root.offset,
        message: "a graph document is \(root.kind.name); expected an object with nodes, "
          + "relationships and source")
    }
    draft.source.id.offset = root.offset
    var graph = GraphAssembly(ends: (subject: "source", object: "target"), matching: .folded)
    graph.isNamedByID = true
    for (key, value) in root.members {
      switch key.text {
      case "nodes":
        for element in draft.array(value, "nodes") {
          if let node = node(element, &draft) { graph.add(node) }
        }
      case "relationships":
        for element in draft.array(value, "relationships") { read(element, &graph, &draft) }
      case "source": readSource(value, &draft)
      default: leaveOut(key, value, &draft)
      }
    }
    graph.write(to: &draft)
  }

  /// Counts what has no place, but for what says nothing.
  private static func leaveOut(_ key: JSONNode, _ value: JSONNode, _ draft: inout RecordDraft) {
    // Dumps name the class of each object under `type`, and nil where nothing is known.
    if value.kind != .null { draft.leaveOut("keys \"\(key.text)\"") }
  }

  private static func node(_ value: JSONNode, _ draft: inout RecordDraft) -> GraphAssembly.Node? {
    guard value.kind == .object else {
      draft.fault(value.offset, "a node is \(value.kind.name); expected an object")
      return nil
    }
    guard let id = value["id"], id.string != nil || id.kind == .number else {
      draft.fault(
        (value["id"] ?? value).offset, "the node has no id; expected a text or a whole number")
      return nil
    }
    let type = value["type"]
    if let type, type.string == nil {
      draft.fault(type.offset, "the type of a node is \(type.kind.name); expected a text")
      return nil
    }
    let placed = type?.placed ?? RecordDraft.Placed("Node", value.offset)
    var node = GraphAssembly.Node(
      key: "\(placed.text)\u{0}\(id.text)", id: id.placed, types: [placed])
    for (key, member) in value.members where !["id", "type"].contains(key.text) {
      if key.text == "properties" {
        node.properties = draft.properties(of: member)
      } else {
        leaveOut(key, member, &draft)
      }
    }
    return node
  }

  private static func read(
    _ value: JSONNode, _ graph: inout GraphAssembly, _ draft: inout RecordDraft
  ) {
    guard value.kind == .object else {
      draft.fault(value.offset, "a relationship is \(value.kind.name); expected an object")
      return
    }
    guard let type = value["type"], type.string != nil else {
      draft.fault((value["type"] ?? value).offset, "the relationship has no type; expected a text")
      return
    }
    var ends: [GraphAssembly.End] = []
    for name in ["source", "target"] {
      guard let end = value[name] else {
        draft.fault(value.offset, "the relationship has no \(name)")
        return
      }
      guard let node = node(end, &draft) else { return }
      graph.add(node)
      ends.append(GraphAssembly.End(key: node.key, id: node.id))
    }
    var edge = GraphAssembly.Edge(type: type.placed, subject: ends[0], object: ends[1])
    for (key, member) in value.members
    where !["source", "target", "type"].contains(key.text) {
      if key.text == "properties" {
        edge.properties = draft.properties(of: member)
      } else {
        leaveOut(key, member, &draft)
      }
    }
    graph.add(edge)
  }

  // MARK: The article

  private static func readSource(_ value: JSONNode, _ draft: inout RecordDraft) {
    guard value.kind != .null else { return }
    guard value.kind == .object else {
      draft.fault(value.offset, "source is \(value.kind.name); expected an object")
      return
    }
    for (key, member) in value.members {
      switch key.text {
      case "page_content" where member.kind == .string: draft.source.text = member.placed
      case "metadata": readMetadata(member, &draft)
      case "id" where member.string != nil:
        draft.source.id = RecordDraft.Placed(RecordDraft.plainID(member.text), member.offset)
      // What class of LangChain's the source is.
      case "type": break
      default: leaveOut(key, member, &draft)
      }
    }
  }

  private static func readMetadata(_ value: JSONNode, _ draft: inout RecordDraft) {
    for property in draft.properties(of: value) {
      let placed = property.value.placed
      guard property.value.kind == .string else {
        draft.leaveOut("metadata \"\(property.name.text)\"")
        continue
      }
      switch property.name.text.lowercased() {
      case "title" where draft.source.title == nil: draft.source.title = placed
      case "language" where draft.source.language == nil && LanguageTag(placed.text) != nil:
        draft.source.language = placed
      case "published", "date", "publish_date":
        if draft.source.published == nil, (try? EDTF(placed.text)) != nil {
          draft.source.published = placed
        } else {
          draft.leaveOut("metadata \"\(property.name.text)\"")
        }
      case "source", "url":
        if draft.source.url == nil, placed.text.contains("://"),
          IRISyntax.fault(in: placed.text) == nil
        {
          draft.source.url = placed
        } else {
          draft.leaveOut("metadata \"\(property.name.text)\"")
        }
      case "publisher" where draft.source.publisher == nil: draft.source.publisher = placed
      default: draft.leaveOut("metadata \"\(property.name.text)\"")
      }
    }
  }
}
