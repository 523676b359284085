internal import XML

/// What a dialect of GraphML has beside what all have.
protocol GraphMLDialectMarkup {
  /// The namespaces beside GraphML's own, by prefix.
  var namespaces: [(prefix: String, namespace: String)] { get }

  /// The keys of nodes and of edges beside the graph's.
  var declarations: [GraphMLDeclaration] { get }

  /// The name that a key is declared with.
  func name(_ key: String) -> String

  /// How a value's text is written.
  var text: GraphMLText { get }

  /// Whether elements have more than the graph's own values.
  var isMore: Bool { get }

  /// Adds attributes to a node's or an edge's start tag.
  func appendAttributes(
    _ element: borrowing GraphMLContext, to markup: inout XMLMarkup
  ) throws(XMLError)

  /// Adds data elements to a node or an edge.
  func appendData(
    _ element: borrowing GraphMLContext, to markup: inout XMLMarkup
  ) throws(XMLError)
}

extension GraphMLDialectMarkup {
  var namespaces: [(prefix: String, namespace: String)] { [] }
  var declarations: [GraphMLDeclaration] { [] }
  var text: GraphMLText { .escaped }
  var isMore: Bool { false }
  func name(_ key: String) -> String { key }
  func appendAttributes(
    _ element: borrowing GraphMLContext, to markup: inout XMLMarkup
  ) throws(XMLError) {}
  func appendData(
    _ element: borrowing GraphMLContext, to markup: inout XMLMarkup
  ) throws(XMLError) {}
}

/// How a value's text is written.
enum GraphMLText {
  /// With entities.
  case escaped
  /// In a CDATA section where it would need entities.
  case cdata
}

/// A key that a dialect declares.
struct GraphMLDeclaration {
  let id: String
  let scope: String
  let name: String
  let type: String
  /// What yEd tells its graphics by.
  var graphics: String?
}

/// A node or an edge as a dialect sees it.
struct GraphMLContext: ~Copyable {
  /// Whether it is an edge.
  var isEdge: Bool { element.weight != 0 }
  /// The element.
  let element: GraphElement
  /// How many nodes there are.
  let nodeCount: Int
  /// How many edges a node has; 0 for an edge.
  let degree: Int

  /// What a node is drawn as.
  var kind: ViewKind { ViewKind(number: element.second) }

  /// How an edge is put, or a node, where that is not as a fact.
  var isFact: Bool {
    let label = element.text(.label)
    let status = element.text(.status)
    let prefixes = ["attributed: ", "background: ", "mainly: ", "partly: "]
    return (status.isEmpty || status == "asserted") && !prefixes.contains { label.hasPrefix($0) }
  }
}
