/// Why two datasets cannot be compared.
public enum DifferenceError: Error, Hashable, Sendable {
  /// One of two datasets that are compared.
  public enum Side: Hashable, Sendable {
    /// The one that is changed.
    case old
    /// The one it is changed to.
    case new
  }

  /// The blank nodes of a dataset cannot be told apart.
  case canonicalization(CanonicalizationError, Side)
  /// The terms of both do not fit into one table.
  case term(TermError)
}

extension DifferenceError: CustomStringConvertible {
  /// What is wrong and what to do, in one line without a place.
  public var description: String {
    switch self {
    case .canonicalization(let error, _): error.description
    case .term(let error): error.description
    }
  }
}
