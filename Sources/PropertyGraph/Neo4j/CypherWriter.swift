/// Writes a property graph as a Cypher script, which can be run again and again.
///
/// Nodes are merged by their IRI under the label `Resource`, relationships by a key of their own.
/// Each is a statement, so the script is for small graphs: ``limit``.
public enum CypherWriter {
  /// The most nodes and edges that a script takes.
  public static let limit = 20_000

  /// Serialises a graph.
  ///
  /// - Returns: the script in UTF-8; nil where the graph has more than ``limit`` nodes and edges.
  public static func write(_ graph: PropertyGraph) -> [UInt8]? {
    guard graph.nodes.count + graph.edges.count <= limit else { return nil }
    var text =
      "CREATE CONSTRAINT griot_resource IF NOT EXISTS FOR (n:Resource) REQUIRE n.iri IS UNIQUE;\n"
    let nodeColumns = GraphColumn.columns(
      graph.nodeKeys, graph.nodes.map(\.values), omitting: ["iri", "types"])
    for node in graph.nodes {
      var labels: [String] = []
      let types =
        (node.values.value("labelV")?.texts ?? [])
        + (node.values.value("types")?.texts ?? []).map { GraphNames.local($0) }
      for type in types where !type.isEmpty && !labels.contains(type) { labels.append(type) }
      text += "MERGE (n:Resource {iri: \(literal(node.iri))}) SET n += "
      text += properties(node.values, nodeColumns)
      if !labels.isEmpty { text += ", n:" + labels.map { name($0) }.joined(separator: ":") }
      text += ";\n"
    }
    let edgeColumns = GraphColumn.columns(
      graph.edgeKeys, graph.edges.map(\.values), omitting: ["labelE"])
    var used: [String: Int] = [:]
    for edge in graph.edges {
      let ends = (graph.nodes[edge.source].iri, graph.nodes[edge.target].iri)
      let type = edge.values.text("labelE") ?? "RELATED"
      // A plain triple has no IRI; it is the one of its article.
      let base =
        edge.values.text("iri")
        ?? [ends.0, type, ends.1, edge.values.text("source") ?? ""].joined(separator: " ")
      let number = (used[base] ?? 0) + 1
      used[base] = number
      let key = number == 1 ? base : "\(base) \(number)"
      text += "MATCH (a:Resource {iri: \(literal(ends.0))}), (b:Resource {iri: \(literal(ends.1))})"
      text += " MERGE (a)-[r:\(name(type)) {key: \(literal(key))}]->(b) SET r += "
      text += properties(edge.values, edgeColumns) + ";\n"
    }
    return Array(text.utf8)
  }

  private static func properties(_ values: [GraphValue], _ columns: [GraphColumn]) -> String {
    var members: [String] = []
    for column in columns {
      guard let value = values.value(column.name) else { continue }
      let written =
        switch column.kind {
        case .boolean: value.text
        case .long: whole(value.text)
        // Cypher has no plus in an exponent, and a number without a point is a whole one.
        case .double: Double(value.text).map { "\($0)".replacing("e+", with: "e") } ?? "null"
        case .text: literal(value.text)
        case .list: "[" + value.texts.map { literal($0) }.joined(separator: ", ") + "]"
        }
      members.append("\(name(column.name)): \(written)")
    }
    return "{" + members.joined(separator: ", ") + "}"
  }

  private static func whole(_ text: String) -> String {
    guard let number = Int64(text) else { return "null" }
    // The minus is an operator, and what it would be applied to is too large.
    return number == .min ? "toInteger('\(number)')" : "\(number)"
  }

  /// A name between backticks, in which nothing ends it.
  static func name(_ text: String) -> String {
    // Some versions read \u0060 as a backtick before they look for the end of a name; names are
    // parts of IRIs, which have no backslash.
    let plain = text.replacing("\\", with: "_")
    return "`" + plain.replacing("`", with: "``") + "`"
  }

  /// A string literal.
  ///
  /// Some versions read \uXXXX before anything else, even after another backslash, so a literal ends
  /// between a backslash and a u that follows it, and a second one begins.
  static func literal(_ text: String) -> String {
    var result = "'"
    var wasBackslash = false
    for scalar in text.unicodeScalars {
      if wasBackslash, scalar == "u" || scalar == "U" { result += "' + '" }
      wasBackslash = scalar == "\\"
      switch scalar {
      case "\\": result += "\\\\"
      case "'": result += "\\'"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if scalar.value < 0x20 {
          let digits = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "'"
  }
}
