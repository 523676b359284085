public import XML

/// Writes a property graph as GraphML, in what all its readers take alike.
///
/// Ids are `n0`, `e0`…; IRIs stand under a key, for they are no NMTOKENs. Keys are declared for
/// nodes and edges apart, since some readers drop those for all.
///
/// - SeeAlso: The GraphML File Format, sections 2 and 3.
public enum GraphMLWriter {
  /// Serialises a graph.
  ///
  /// - Returns: the document as UTF-8.
  /// - Throws: ``XMLError/character(_:in:)`` when a value holds what XML cannot.
  public static func write(_ graph: PropertyGraph) throws(XMLError) -> [UInt8] {
    var output = try XMLOutput()
    try output.start("graphml", [("xmlns", "http://graphml.graphdrawing.org/xmlns")])
    for (scope, keys) in [("node", graph.nodeKeys), ("edge", graph.edgeKeys)] {
      for key in keys {
        var markup = XMLMarkup()
        try markup.open(
          "key",
          [
            ("id", id(key.name, scope)), ("for", scope), ("attr.name", key.name),
            ("attr.type", key.kind.rawValue),
          ])
        markup.close("key")
        markup.newLine()
        try output.write(markup)
      }
    }
    try output.start("graph", [("id", "G"), ("edgedefault", "directed")])
    for (index, node) in graph.nodes.enumerated() {
      var markup = XMLMarkup()
      try markup.open("node", [("id", "n\(index)")])
      try append(node.values, "node", to: &markup)
      markup.close("node")
      markup.newLine()
      try output.write(markup)
    }
    for (index, edge) in graph.edges.enumerated() {
      var markup = XMLMarkup()
      try markup.open(
        "edge", [("id", "e\(index)"), ("source", "n\(edge.source)"), ("target", "n\(edge.target)")])
      try append(edge.values, "edge", to: &markup)
      markup.close("edge")
      markup.newLine()
      try output.write(markup)
    }
    try output.end()
    return try output.finish()
  }

  /// A key's id: `labelV` and `labelE` as they are, for TinkerPop knows them by it.
  private static func id(_ name: String, _ scope: String) -> String {
    name == "labelV" || name == "labelE" ? name : "\(scope)-\(name)"
  }

  private static func append(
    _ values: [GraphValue], _ scope: String, to markup: inout XMLMarkup
  ) throws(XMLError) {
    for value in values {
      markup.newLine()
      try markup.open("data", [("key", id(value.key, scope))])
      try markup.text(value.text)
      markup.close("data")
    }
    markup.newLine()
  }
}
