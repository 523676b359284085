public import Ontology
public import XML

/// Writes a property graph as GEXF 1.3, with the time of what has one.
///
/// A spell reaches from the first day that a date can mean to the last; an open end is left out. A
/// key with several values at least once is a list, written as a JSON array of strings. An edge's
/// kind is its label, with a number where two nodes have several of one label, for readers merge
/// parallel edges of one kind. What may stand where is laid down by the schemas gexf.xsd and
/// dynamics.xsd of version 1.3.
public enum GEXFWriter {
  /// Whether elements of the viz namespace are written, which the schema has no place for.
  public enum Colours: Sendable {
    /// Nodes have the colour of their type, edges that of how they are put.
    case written
    /// There are none, so that the file is valid.
    case leftOut
  }

  /// The keys that GEXF has attributes of its own for, or that repeat the label for other tools.
  private static let ownKeys: Set = ["label", "name", "interaction", "weight"]

  /// Serialises a graph.
  ///
  /// - Parameters:
  ///   - graph: the graph.
  ///   - ontology: what tells the kinds of nodes.
  ///   - colours: whether there are colours.
  /// - Returns: the document as UTF-8.
  /// - Throws: ``XMLError/character(_:in:)`` when a value holds what XML cannot.
  public static func write(
    _ graph: PropertyGraph, ontology: Ontology, colours: Colours = .written
  ) throws(XMLError) -> [UInt8] {
    let spells = (
      nodes: graph.nodes.map { GraphSpell($0.values) },
      edges: graph.edges.map { GraphSpell($0.values) }
    )
    let isDynamic = (spells.nodes + spells.edges).contains { $0 != nil }
    var output = try XMLOutput()
    var names = [("xmlns", "http://gexf.net/1.3")]
    if colours == .written { names.append(("xmlns:viz", "http://gexf.net/1.3/viz")) }
    try output.start("gexf", names + [("version", "1.3")])
    var meta = XMLMarkup()
    try meta.open("meta", [])
    try meta.open("creator", [])
    try meta.text("griot")
    meta.close("creator")
    meta.close("meta")
    meta.newLine()
    try output.write(meta)
    let time = [("mode", "dynamic"), ("timeformat", "date"), ("timerepresentation", "interval")]
    try output.start(
      "graph",
      [("defaultedgetype", "directed"), ("idtype", "string")]
        + (isDynamic ? time : [("mode", "static")]))
    let nodeColumns = GraphColumn.columns(
      graph.nodeKeys, graph.nodes.lazy.map(\.values), omitting: ownKeys)
    let edgeColumns = GraphColumn.columns(
      graph.edgeKeys, graph.edges.lazy.map(\.values), omitting: ownKeys)
    try write(nodeColumns, of: "node", to: &output)
    try write(edgeColumns, of: "edge", to: &output)
    try output.start("nodes", [("count", "\(graph.nodes.count)")])
    let kinds = NodeKinds(ontology: ontology)
    for (index, node) in graph.nodes.enumerated() {
      var markup = XMLMarkup()
      try markup.open(
        "node", [("id", "n\(index)"), ("label", node.values.text("label") ?? node.iri)])
      try append(node.values, nodeColumns, to: &markup)
      try append(spells.nodes[index], to: &markup)
      if colours == .written { try append(kinds.kind(of: node).colour, to: &markup) }
      markup.close("node")
      markup.newLine()
      try output.write(markup)
    }
    try output.end()
    try output.start("edges", [("count", "\(graph.edges.count)")])
    var used: [[String]: Int] = [:]
    for (index, edge) in graph.edges.enumerated() {
      let label = edge.values.text("label") ?? ""
      let number = (used[["\(edge.source)", "\(edge.target)", label]] ?? 0) + 1
      used[["\(edge.source)", "\(edge.target)", label]] = number
      var markup = XMLMarkup()
      try markup.open(
        "edge",
        [
          ("id", "e\(index)"), ("source", "n\(edge.source)"), ("target", "n\(edge.target)"),
          ("label", label), ("kind", number == 1 ? label : "\(label) \(number)"),
          ("weight", edge.values.text("weight") ?? "1.0"),
        ])
      try append(edge.values, edgeColumns, to: &markup)
      try append(spells.edges[index], to: &markup)
      if colours == .written {
        let status = GraphStatus(edge.values)
        try append(status.colour, to: &markup)
        try markup.open("viz:shape", [("value", status.line.rawValue)])
        markup.close("viz:shape")
      }
      markup.close("edge")
      markup.newLine()
      try output.write(markup)
    }
    try output.end()
    try output.end()
    try output.end()
    return try output.finish()
  }

  private static func write(
    _ columns: [GraphColumn], of scope: String, to output: inout XMLOutput
  ) throws(XMLError) {
    guard !columns.isEmpty else { return }
    try output.start("attributes", [("class", scope), ("mode", "static")])
    for column in columns {
      let type =
        switch column.kind {
        case .long: "long"
        case .double: "double"
        case .boolean: "boolean"
        case .text: "string"
        case .list: "liststring"
        }
      var markup = XMLMarkup()
      try markup.open(
        "attribute", [("id", column.name), ("title", column.name), ("type", type)])
      markup.close("attribute")
      markup.newLine()
      try output.write(markup)
    }
    try output.end()
  }

  private static func append(
    _ values: [GraphValue], _ columns: [GraphColumn], to markup: inout XMLMarkup
  ) throws(XMLError) {
    markup.newLine()
    try markup.open("attvalues", [])
    for column in columns {
      guard let value = values.value(column.name) else { continue }
      let text = column.kind == .list ? list(value.texts) : value.text
      markup.newLine()
      try markup.open("attvalue", [("for", column.name), ("value", text)])
      markup.close("attvalue")
    }
    markup.newLine()
    markup.close("attvalues")
    markup.newLine()
  }

  /// A list: strings in quotes, with backslashes before quotes and backslashes, as Gephi reads them.
  private static func list(_ texts: [String]) -> String {
    let quoted = texts.map {
      "\"" + $0.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
    return "[" + quoted.joined(separator: ", ") + "]"
  }

  private static func append(
    _ spell: GraphSpell?, to markup: inout XMLMarkup
  ) throws(XMLError) {
    guard let spell else { return }
    var bounds: [(name: StaticString, value: String)] = []
    if let start = spell.start { bounds.append(("start", start)) }
    if let end = spell.end { bounds.append(("end", end)) }
    try markup.open("spells", [])
    try markup.open("spell", bounds)
    markup.close("spell")
    markup.close("spells")
    markup.newLine()
  }

  private static func append(
    _ colour: GraphColour, to markup: inout XMLMarkup
  ) throws(XMLError) {
    try markup.open(
      "viz:color", [("r", "\(colour.red)"), ("g", "\(colour.green)"), ("b", "\(colour.blue)")])
    markup.close("viz:color")
    markup.newLine()
  }
}
