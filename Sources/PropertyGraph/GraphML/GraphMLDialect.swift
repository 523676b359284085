/// What GraphML is written for.
///
/// - SeeAlso: The GraphML File Format, sections 2 and 3.
public enum GraphMLDialect: String, CaseIterable, Sendable {
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

  var markup: any GraphMLDialectMarkup {
    switch self {
    case .core: CoreMarkup()
    case .yed: YEdMarkup()
    case .cytoscape: CytoscapeMarkup()
    case .gephi: GephiMarkup()
    case .neo4j: Neo4jMarkup()
    case .tinkerpop: TinkerPopMarkup()
    }
  }

  /// Whether its documents are valid by GraphML's schema.
  public var isValid: Bool { self != .yed && self != .neo4j }
}
