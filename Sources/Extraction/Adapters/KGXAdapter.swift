internal import JSON
internal import RDF

/// KGX: the nodes and edges of a graph in the Biolink Model's words, as two files of columns, as two
/// of JSON Lines, or as one of JSON.
///
/// A node that is given more than once is put together; each edge is a relation of its own, even
/// where two say the same. An edge that is negated is denied, and one that is a prediction possible.
///
/// - SeeAlso: KGX Format, sections "KGX format as TSV", "KGX format as JSON" and "KGX format as JSON Lines".
struct KGXAdapter: Adapter {
  static let extractor: String? = "KGX"
  static let part = ExtractorFormat.Part.file

  private static let separator: Character = "|"
  /// The category of a node that names none.
  private static let general = "biolink:NamedThing"
  private static let ends = (subject: "subject", object: "object")
  private static let edgeKeys = ["subject", "predicate", "object"]

  static func recognises(columns: [String]) -> Bool {
    columns.contains("id") && columns.contains("category")
      || edgeKeys.allSatisfy { columns.contains($0) }
  }

  static func recognises(_ outline: JSONOutline) -> Bool {
    guard outline.arrayDepth == 0 else { return false }
    return outline.hasArray("nodes") && outline.hasArray("edges")
      || edgeKeys.allSatisfy { outline.has($0) } || outline.has("id") && outline.has("category")
  }

  /// The name of the file that holds a graph's other half: its nodes of one of edges, its edges of
  /// one of nodes; nil of another name.
  static func otherHalf(of name: String) -> (name: String, isOfNodes: Bool)? {
    for (own, other) in [("nodes", "edges"), ("edges", "nodes")] {
      for ending in [".tsv", ".jsonl"] {
        for packing in ["", ".gz", ".zst"] where name.hasSuffix(own + ending + packing) {
          let stem = name.dropLast((own + ending + packing).count)
          return (stem + other + ending + packing, own == "edges")
        }
      }
    }
    return nil
  }

  /// What a part holds, as its file's name says; nil of another name.
  private static func half(of input: AdapterInput, _ part: Range<Int>) -> Half? {
    let name =
      input.settings.parts.first { $0.start == part.lowerBound }?.file ?? input.settings.stem
    if name.contains("nodes") != name.contains("edges") {
      return name.contains("nodes") ? .nodes : .edges
    }
    return nil
  }

  /// What a file of columns holds.
  fileprivate enum Half {
    case nodes, edges
  }

  /// The name of a graph, of that of one of its files without endings.
  static func graphName(of stem: String) -> String {
    for half in ["_nodes", "_edges"] where stem.hasSuffix(half) && stem != half {
      return String(stem.dropLast(half.count))
    }
    return stem
  }

  static func adapt(_ input: AdapterInput, to draft: inout RecordDraft) throws(SyntaxFault) {
    var reader = KGXReader()
    for part in input.parts {
      guard let first = input.bytes[part].first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) })
      else { continue }
      if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
        try reader.readJSON(input.bytes, part, &draft)
      } else {
        try reader.readColumns(input, part, half(of: input, part), &draft)
      }
    }
    if reader.graph.nodes.isEmpty, let edge = reader.graph.edges.first {
      draft.fault(
        edge.subject.id.offset,
        "the nodes of the edges are in no file; expected them beside it, in a file with the same "
          + "name but for nodes in place of edges")
      return
    }
    reader.graph.write(to: &draft)
  }

  fileprivate struct KGXReader {
    var graph: GraphAssembly

    init() {
      graph = GraphAssembly(ends: KGXAdapter.ends, matching: .exact)
      graph.hasPrefixedIDs = true
      graph.generalType = KGXAdapter.general
      graph.nodesPlace = "the nodes"
    }

    // MARK: Columns

    mutating func readColumns(
      _ input: AdapterInput, _ part: Range<Int>, _ half: Half?, _ draft: inout RecordDraft
    ) throws(SyntaxFault) {
      guard !input.bytes[part].starts(with: [0xEF, 0xBB, 0xBF]) else {
        throw SyntaxFault(
          offset: part.lowerBound,
          message: "the text begins with a byte order mark; expected UTF-8 without one")
      }
      var columns: [RecordDraft.Placed] = []
      try input.forEachLine(in: part) { line throws(SyntaxFault) in
        guard !line.isEmpty else { return }
        let cells = line.split(separator: 0x09, omittingEmptySubsequences: false)
        guard !columns.isEmpty else {
          for cell in cells { columns.append(Self.text(cell)) }
          let names = columns.map(\.text)
          guard KGXAdapter.recognises(columns: names) else {
            throw SyntaxFault(
              offset: line.startIndex,
              message: "the first line does not head columns of kgx; expected id and category, or "
                + "subject, predicate and object among them, with tabs between")
          }
          return
        }
        // Columns that are not there at the end are empty, as KGX itself reads them.
        guard cells.count <= columns.count else {
          throw SyntaxFault(
            offset: line.startIndex,
            message: "the line has \(cells.count) columns; expected \(columns.count), as the first "
              + "line names")
        }
        var row = Row(offset: line.startIndex)
        for (column, cell) in zip(columns, cells) where !cell.isEmpty {
          row.cells.append((column, [RecordDraft.Value(placed: Self.text(cell))]))
        }
        // KGX may head one file with the columns of both.
        let isEdge =
          half.map { $0 == .edges } ?? KGXAdapter.edgeKeys.contains { row.text($0) != nil }
        isEdge ? addEdge(row, &draft) : addNode(row, &draft)
      }
    }

    private static func text(_ cell: ArraySlice<UInt8>) -> RecordDraft.Placed {
      RecordDraft.Placed(String(decoding: cell, as: UTF8.self), cell.startIndex)
    }

    // MARK: JSON

    mutating func readJSON(
      _ bytes: [UInt8], _ part: Range<Int>, _ draft: inout RecordDraft
    ) throws(SyntaxFault) {
      try JSONRoots.forEach(bytes, in: part) { root throws(SyntaxFault) in
        guard root.kind == .object else {
          throw SyntaxFault(
            offset: root.offset,
            message: "a graph is \(root.kind.name); expected an object with nodes and edges, or a "
              + "node or an edge a line")
        }
        guard root["nodes"] != nil || root["edges"] != nil else {
          if let row = Self.row(root, &draft) {
            let isEdge = KGXAdapter.edgeKeys.contains { root[$0] != nil }
            isEdge ? addEdge(row, &draft) : addNode(row, &draft)
          }
          return
        }
        for (key, value) in root.members {
          guard key.text == "nodes" || key.text == "edges" else {
            draft.leaveOut("keys \"\(key.text)\"")
            continue
          }
          guard value.kind == .array else {
            draft.fault(
              value.offset, "\(key.text) is \(value.kind.name); expected an array of objects")
            continue
          }
          for element in value.elements {
            guard let row = Self.row(element, &draft) else { continue }
            key.text == "nodes" ? addNode(row, &draft) : addEdge(row, &draft)
          }
        }
      }
    }

    private static func row(_ node: JSONNode, _ draft: inout RecordDraft) -> Row? {
      guard node.kind == .object else {
        draft.fault(node.offset, "a node or an edge is \(node.kind.name); expected an object")
        return nil
      }
      var row = Row(offset: node.offset)
      row.isSplit = true
      for (key, value) in node.members {
        let values = draft.scalars(of: value, under: key.text)
        if !values.isEmpty { row.cells.append((key.placed, values)) }
      }
      return row
    }

    // MARK: Nodes and edges

    /// A node or an edge, by its columns or keys.
    private struct Row {
      let offset: Int
      /// Whether lists are lists already.
      var isSplit = false
      var cells: [(name: RecordDraft.Placed, values: [RecordDraft.Value])] = []

      init(offset: Int) {
        self.offset = offset
      }

      func text(_ name: String) -> RecordDraft.Placed? {
        cells.first { $0.name.text == name }?.values.first?.placed
      }

      /// A text that is one in JSON too.
      func id(_ name: String) -> RecordDraft.Placed? {
        let values = cells.first { $0.name.text == name }?.values
        return values?.count == 1 && values?[0].kind == .string ? values?[0].placed : nil
      }

      /// The members of a list, which columns have with `|` between.
      func list(
        _ name: RecordDraft.Placed, _ values: [RecordDraft.Value]
      ) -> [RecordDraft.Value] {
        guard !isSplit, values.contains(where: { $0.placed.text.contains(KGXAdapter.separator) })
        else { return values }
        return values.flatMap { value in
          var offset = value.placed.offset
          return value.placed.text.split(
            separator: KGXAdapter.separator, omittingEmptySubsequences: false
          ).compactMap { part in
            defer { offset += part.utf8.count + 1 }
            return part.isEmpty
              ? nil : RecordDraft.Value(placed: RecordDraft.Placed(String(part), offset))
          }
        }
      }
    }

    /// The names of columns that hold one text, in which `|` is a sign as others.
    private static let texts = ["id", "name", "description", "subject", "predicate", "object"]

    private func properties(
      of row: Row, but names: [String]
    ) -> [GraphAssembly.Property] {
      row.cells.filter { !names.contains($0.name.text) }.flatMap { name, values in
        (Self.texts.contains(name.text) ? values : row.list(name, values)).map {
          GraphAssembly.Property(name: name, value: $0)
        }
      }
    }

    private mutating func addNode(_ row: Row, _ draft: inout RecordDraft) {
      guard let id = row.id("id") else {
        draft.fault(row.offset, "the node has no id; expected a text")
        return
      }
      let category = row.cells.first { $0.name.text == "category" }
      let types = category.map { row.list($0.name, $0.values).map(\.placed) } ?? []
      graph.add(
        GraphAssembly.Node(
          key: id.text, id: id,
          types: types.isEmpty ? [RecordDraft.Placed(KGXAdapter.general, id.offset)] : types,
          properties: properties(of: row, but: ["id", "category"])))
    }

    private mutating func addEdge(_ row: Row, _ draft: inout RecordDraft) {
      var ends: [RecordDraft.Placed] = []
      for name in KGXAdapter.edgeKeys {
        guard let text = row.id(name) else {
          draft.fault(row.offset, "the edge has no \(name); expected a text")
          return
        }
        ends.append(text)
      }
      var edge = GraphAssembly.Edge(
        id: row.text("id"), type: ends[1],
        subject: GraphAssembly.End(key: ends[0].text, id: ends[0]),
        object: GraphAssembly.End(key: ends[2].text, id: ends[2]))
      var read = ["id"] + KGXAdapter.edgeKeys
      if let negated = row.text("negated") {
        switch negated.text.lowercased() {
        case "true": edge.status = .denied
        case "false": break
        default:
          draft.fault(
            negated.offset, "negated is \"\(negated.text)\"; expected true or false")
        }
        read.append("negated")
      }
      if row.text("knowledge_level")?.text == "prediction" {
        if edge.status == nil { edge.status = .possible }
        read.append("knowledge_level")
      }
      edge.properties = properties(of: row, but: read)
      graph.add(edge)
    }
  }
}
