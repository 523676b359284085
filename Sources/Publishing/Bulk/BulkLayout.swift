/// How an archive stands in a folder for a store's own bulk loader: parts of N-Quads packed by gzip,
/// and what loads them.
public enum BulkLayout: String, CaseIterable, Sendable {
  /// OpenLink Virtuoso 7, by `ld_dir` and `rdf_loader_run`.
  case virtuoso
  /// Oxigraph, by `oxigraph load`.
  case oxigraph
  /// QLever, by `qlever index`; after its documentation, not tried.
  case qlever
  /// Apache Jena's TDB2, which Fuseki serves, by `tdb2.tdbloader`; after its documentation, not tried.
  case tdb2
  /// Ontotext GraphDB, by `importrdf`; after its documentation, not tried.
  case graphdb

  /// How many parts there are where nothing says.
  public static let usualPartCount = 16

  /// Whether griot's tests load by it.
  public var isTested: Bool { self == .virtuoso || self == .oxigraph }

  /// The files that go beside the parts, in order: sums, what loads, and words for people.
  ///
  /// - Parameter parts: the parts, each with a name that begins with `part-` and ends in `.nq.gz`.
  /// - Returns: the files, none of them a part.
  public func files(for parts: [BulkPart]) -> [BulkFile] {
    let own =
      switch self {
      case .virtuoso: VirtuosoBulk(parts.count).files
      case .oxigraph: OxigraphBulk(parts.count).files
      case .qlever: QLeverBulk(parts.count).files
      case .tdb2: TDB2Bulk(parts.count).files
      case .graphdb: GraphDBBulk(parts.count).files
      }
    let sums = parts.map { "\($0.sha256)  \($0.name)\n" }.joined()
    return [BulkFile(name: BulkScript.sumsName, text: sums)] + own
  }
}
