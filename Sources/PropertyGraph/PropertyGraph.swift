/// A value of a node or an edge, under the name of its key.
public struct GraphValue: Hashable, Sendable {
  /// The key's name.
  public let key: String
  /// The value as text.
  public let text: String
}

/// A key that nodes or edges have values under.
public struct GraphKey: Hashable, Sendable {
  /// The types that GraphML has and that all readers take.
  public enum Kind: String, Sendable {
    /// Text.
    case string
    /// A whole number of 64 bits.
    case long
    /// A number of double precision.
    case double
    /// true or false.
    case boolean
  }

  /// Its name.
  public let name: String
  /// Its type.
  public let kind: Kind
}

/// A node; its identity is its IRI, its place in the list its id.
public struct GraphNode: Sendable {
  /// Its IRI.
  public let iri: String
  /// Its values, each key once.
  public internal(set) var values: [GraphValue] = []
}

/// A directed edge between two nodes.
public struct GraphEdge: Sendable {
  /// The position of the node it leads from.
  public let source: Int
  /// The position of the node it leads to.
  public let target: Int
  /// Its values, each key once.
  public internal(set) var values: [GraphValue] = []
}

/// Nodes and edges with typed values, as graph tools read them.
public struct PropertyGraph: Sendable {
  /// The nodes in order of first appearance.
  public internal(set) var nodes: [GraphNode] = []
  /// The edges in order of first appearance; parallel ones stay apart.
  public internal(set) var edges: [GraphEdge] = []
  /// The keys of nodes that are used, in order.
  public internal(set) var nodeKeys: [GraphKey] = []
  /// The keys of edges that are used, in order.
  public internal(set) var edgeKeys: [GraphKey] = []
}
