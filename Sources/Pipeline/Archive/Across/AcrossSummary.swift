/// What was compared across articles.
public struct AcrossSummary: Sendable {
  /// How many articles were.
  public internal(set) var articles = 0
  /// How many things they name that others may name too.
  public internal(set) var things = 0
  /// How many properties are known to have at most one value.
  public internal(set) var properties: Int
  /// How many contradictions were found.
  public internal(set) var conflicts = 0
  /// How many articles were read twice, by their IRI.
  public internal(set) var repeatedArticles = 0
  /// How many shards of an earlier run are not among it.
  public internal(set) var skippedShards = 0
}
