/// A value of a node or an edge, under the name of its key.
public struct GraphValue: Hashable, Sendable {
  /// The key's name.
  public let key: String
  /// The value as text: several values are joined by `;`, those inside escaped.
  public let text: String
  /// The values that the text joins, where it joins several.
  private let parts: [String]?

  init(key: String, text: String) {
    self.key = key
    self.text = text
    parts = nil
  }

  init(key: String, texts: [String]) {
    self.key = key
    text = Self.joined(texts)
    parts = texts.count > 1 ? texts : nil
  }

  /// The values one by one.
  public var texts: [String] { parts ?? [text] }

  /// Several values in one text: joined by `;`, those inside escaped.
  static func joined(_ texts: [String]) -> String {
    guard texts.count > 1 else { return texts.first ?? "" }
    return texts.map {
      $0.replacing("\\", with: "\\\\").replacing(";", with: "\\;")
    }.joined(separator: ";")
  }
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
  /// What it is drawn as.
  var kind = ViewKind.thing
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
