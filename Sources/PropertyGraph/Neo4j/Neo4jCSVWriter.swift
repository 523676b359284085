/// Writes a property graph as the two files that Neo4j's bulk import reads.
///
/// A node's id is its IRI, so the files of several exports can be imported together. A column with
/// several values is an array, unless one of them holds the separator `;`, which arrays cannot
/// escape: it then stays text, in which `\;` stands for it. Cells are exact: a spreadsheet may take
/// some for formulas.
///
/// - SeeAlso: Neo4j Operations Manual, section "CSV file header format".
public enum Neo4jCSVWriter {
  /// The files.
  public struct Files: Sendable {
    /// The nodes.
    public let nodes: [UInt8]
    /// The relationships.
    public let relationships: [UInt8]
  }

  /// Serialises a graph.
  public static func write(_ graph: PropertyGraph) -> Files {
    let nodeColumns = columns(
      graph.nodeKeys, graph.nodes.map(\.values), omitting: ["iri", "types"])
    var nodes = CSVWriter(.exact)
    nodes.append(["iri:ID", ":LABEL"] + nodeColumns.map(\.header))
    for node in graph.nodes {
      var row: [String?] = [node.iri, labels(of: node)]
      for column in nodeColumns { row.append(column.cell(node.values)) }
      nodes.append(row)
    }
    let edgeColumns = columns(graph.edgeKeys, graph.edges.map(\.values), omitting: ["labelE"])
    var edges = CSVWriter(.exact)
    edges.append([":START_ID", ":END_ID", ":TYPE"] + edgeColumns.map(\.header))
    for edge in graph.edges {
      var row: [String?] = [
        graph.nodes[edge.source].iri, graph.nodes[edge.target].iri,
        edge.values.text("labelE") ?? "RELATED",
      ]
      for column in edgeColumns { row.append(column.cell(edge.values)) }
      edges.append(row)
    }
    return Files(nodes: nodes.bytes, relationships: edges.bytes)
  }

  private struct Column {
    let key: String
    let header: String
    let isArray: Bool

    /// A value; nil where there is none.
    func cell(_ values: [GraphValue]) -> String? {
      guard let value = values.value(key) else { return nil }
      return isArray ? value.texts.joined(separator: ";") : value.text
    }
  }

  private static func columns(
    _ keys: [GraphKey], _ rows: [[GraphValue]], omitting omitted: Set<String>
  ) -> [Column] {
    let separator = UInt8(ascii: ";")
    var separated = Set<String>()
    for value in rows.joined() where value.texts.count > 1 || value.text.utf8.contains(separator) {
      // An item without text would be lost, too.
      if value.texts.contains(where: { $0.isEmpty || $0.utf8.contains(separator) }) {
        separated.insert(value.key)
      }
    }
    var used = omitted
    return GraphColumn.columns(keys, rows, omitting: omitted).map { column in
      let isArray = column.kind == .list && !separated.contains(column.name)
      let type =
        switch column.kind {
        case .long: "long"
        case .double: "double"
        case .boolean: "boolean"
        case .text: "string"
        case .list: isArray ? "string[]" : "string"
        }
      // A colon ends the name.
      let base = column.name.replacing(":", with: "_")
      var name = base
      var number = 1
      while !used.insert(name).inserted {
        number += 1
        name = "\(base)_\(number)"
      }
      return Column(key: column.name, header: "\(name):\(type)", isArray: isArray)
    }
  }

  /// A node's classes, the most specific one first; nil without one.
  private static func labels(of node: GraphNode) -> String? {
    var labels: [String] = []
    let texts =
      (node.values.value("labelV")?.texts ?? [])
      + (node.values.value("types")?.texts ?? []).map { GraphNames.local($0) }
    for text in texts where !text.isEmpty {
      let label = text.replacing(";", with: "_")
      if !labels.contains(label) { labels.append(label) }
    }
    return labels.isEmpty ? nil : labels.joined(separator: ";")
  }
}
