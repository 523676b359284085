/// Where a store takes graphs, queries and updates.
public struct StoreAddress: Hashable, Sendable {
  /// What kind of store it is.
  public let kind: StoreKind
  /// The address of the Graph Store Protocol.
  public let graphs: String
  /// Where queries go; nil where nothing says.
  public let query: String?
  /// Where updates go; nil where nothing says.
  public let update: String?

  /// Makes addresses of what the user names.
  ///
  /// - Parameters:
  ///   - url: the address of the store, or of its Graph Store Protocol, which is all that is known
  ///     of a generic one.
  ///   - kind: what kind of store it is.
  ///   - query: where queries go, in place of what the kind says.
  ///   - update: where updates go, in place of what the kind says.
  public init(_ url: String, kind: StoreKind, query: String? = nil, update: String? = nil) {
    self.kind = kind
    var base = url
    while base.hasSuffix("/") { base.removeLast() }
    guard let paths = kind.paths else {
      graphs = url
      self.query = query
      self.update = update
      return
    }
    if base.hasSuffix(paths.graphs) { base.removeLast(paths.graphs.count) }
    graphs = base + paths.graphs
    self.query = query ?? base + paths.query
    self.update = update ?? base + paths.update
  }
}
