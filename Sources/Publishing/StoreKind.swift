/// A triple store that is known here.
public enum StoreKind: String, CaseIterable, Sendable {
  /// OpenLink Virtuoso 7.
  case virtuoso
  /// Oxigraph.
  case oxigraph
  /// Apache Jena Fuseki; after its documentation, not tried.
  case fuseki
  /// Ontotext GraphDB; after its documentation, not tried.
  case graphdb
  /// Any other that speaks the SPARQL 1.1 Graph Store HTTP Protocol.
  case generic

  /// Whether griot's tests run against it.
  public var isTested: Bool { self == .virtuoso || self == .oxigraph }

  /// What follows the store's address: the Graph Store Protocol, queries, updates.
  var paths: (graphs: String, query: String, update: String)? {
    switch self {
    case .virtuoso: ("/sparql-graph-crud-auth", "/sparql-auth", "/sparql-auth")
    case .oxigraph: ("/store", "/query", "/update")
    case .fuseki: ("/data", "/query", "/update")
    case .graphdb: ("/rdf-graphs/service", "", "/statements")
    case .generic: nil
    }
  }

  /// Whether it proves a password instead of sending it.
  public var usesDigest: Bool { self == .virtuoso }

  /// Whether a graph without a name can be replaced and counted.
  var hasDefaultGraph: Bool {
    switch self {
    case .virtuoso, .graphdb: false
    case .oxigraph, .fuseki, .generic: true
    }
  }

  /// Whether a graph is replaced in one step by a PUT; else it is put beside and then moved.
  var replacesAtOnce: Bool { self != .virtuoso }

  /// How far it keeps values apart: Virtuoso takes true and 1 for one, and all durations.
  var precision: ObjectForm.Precision { self == .virtuoso ? .strings : .values }

  /// The kind that a server says it is, or nil.
  static func said(by server: String) -> StoreKind? {
    let words: [(String, StoreKind)] = [
      ("virtuoso", .virtuoso), ("oxigraph", .oxigraph), ("fuseki", .fuseki), ("graphdb", .graphdb),
    ]
    return words.first { server.lowercased().contains($0.0) }?.1
  }
}
