internal import Ontology
public import XML

/// Writes a property graph as GraphML.
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
  public static func write(
    _ graph: PropertyGraph, dialect: GraphMLDialect = .core
  ) throws(XMLError) -> [UInt8] {
    var numbers: [String: Int] = [:]
    var all: [GraphKey] = GraphKeyNumber.Fixed.allCases.map {
      GraphKey(name: $0.name, kind: $0.kind)
    }
    for (number, key) in all.enumerated() { numbers[key.name] = number }
    func number(_ key: GraphKey) -> Int {
      if let known = numbers[key.name] { return known }
      numbers[key.name] = all.count
      all.append(key)
      return all.count - 1
    }
    let nodeKeys = graph.nodeKeys.map { number($0) }
    let edgeKeys = graph.edgeKeys.map { number($0) }
    func element(_ values: [GraphValue]) -> GraphElement {
      var element = GraphElement()
      element.replace(
        by: values.compactMap { value in
          numbers[value.key].map { ($0, Array(value.text.utf8)) }
        })
      return element
    }
    var degrees = [Int](repeating: 0, count: graph.nodes.count)
    for edge in graph.edges {
      degrees[edge.source] += 1
      degrees[edge.target] += 1
    }
    var output = try XMLOutput()
    var writing = GraphMLWriting(dialect, all, nodeCount: graph.nodes.count)
    try writing.begin(nodeKeys, edgeKeys, in: &output)
    for (index, node) in graph.nodes.enumerated() {
      var element = element(node.values)
      element.first = index
      element.second = node.kind.number
      try writing.write(node: element, degree: degrees[index], to: &output)
    }
    for edge in graph.edges {
      var element = element(edge.values)
      element.first = edge.source
      element.second = edge.target
      element.weight = -1
      try writing.write(edge: element, to: &output)
    }
    try writing.end(in: &output)
    return try output.finish()
  }
}
