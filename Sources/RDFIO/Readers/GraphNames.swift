/// What a conversion does with the names of graphs.
public enum GraphNames: Hashable, Sendable {
  /// They are kept; where the target has none, the first quad that has one is refused.
  case kept
  /// They are left out: all graphs become one.
  case dropped
  /// Only the quads of the graph with this IRI are taken.
  case only(String)
  /// What is in no graph is put into the one with this IRI.
  case placed(String)
}
