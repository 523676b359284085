/// A quad that is refused for the name of its graph.
struct RefusedGraph {
  /// Where its object begins, or in N-Quads its graph's name.
  let offset: Int
  /// The name as N-Quads spell it.
  let name: String
}
