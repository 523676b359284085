/// A graph that a store should not hold any more.
struct GraphChange: Equatable {
  /// Why it should not.
  enum Reason: String {
    /// The article's record is not among the inputs any more.
    case gone
    /// The record has changed and no longer gives that graph.
    case changed
    /// A later article replaces this one.
    case replaced
  }

  let graph: String
  let reason: Reason
  /// The article it is or was of.
  let article: String
}
