internal import PropertyGraph

/// What a graph shows only when it is asked for.
public enum GraphExtra: String, CaseIterable, Sendable {
  /// Claims that the article denies.
  case denied
  /// What the article does not say and the record knows from elsewhere.
  case background
}

/// How properties and classes are named in graphs.
public enum GraphNaming: String, CaseIterable, Sendable {
  /// By local name, by CURIE where two share it.
  case local
  /// By CURIE.
  case curie
}

/// What GraphML is written for.
public enum GraphDialect: String, CaseIterable, Sendable {
  /// What all readers take alike.
  case core
  /// yEd: shapes, colours, labels and places.
  case yed
  /// Cytoscape.
  case cytoscape
  /// Gephi: colours, sizes and places.
  case gephi
  /// Neo4j with APOC: labels and types.
  case neo4j
  /// Apache TinkerPop.
  case tinkerpop

  var written: GraphMLDialect { GraphMLDialect(rawValue: rawValue) ?? .core }
}

/// How graphs are drawn.
public struct GraphSettings: Sendable {
  /// What becomes of events.
  public enum Events: Sendable {
    /// They are nodes.
    case nodes
    /// An asserted one of an agent and of a place or target is an edge between the two.
    case collapsed
  }

  /// What becomes of types.
  public enum Types: Sendable {
    /// They are values of nodes.
    case values
    /// They are values, and edges to a node for each class.
    case edges
  }

  /// The languages of labels, the preferred one first.
  public var languages = ["fr", "en"]
  /// What graphs show beside what they always do.
  public var extras: [GraphExtra] = []
  /// What becomes of events.
  public var events = Events.nodes
  /// What becomes of types.
  public var types = Types.values
  /// How properties and classes are named.
  public var names = GraphNaming.local
  /// What GraphML is written for.
  public var dialect = GraphDialect.core
  /// The file that tells what graphs do not hold; nil for none.
  public var report: String?

  /// Makes settings for what most want.
  public init() {}

  var options: Projection.Options {
    var options = Projection.Options(
      languages: languages,
      extras: Set(
        extras.map { extra in
          switch extra {
          case .denied: .denied
          case .background: .background
          }
        }))
    options.events = events == .collapsed ? .collapsed : .nodes
    options.types = types == .edges ? .edges : .values
    options.names = names == .curie ? .curie : .local
    return options
  }
}
