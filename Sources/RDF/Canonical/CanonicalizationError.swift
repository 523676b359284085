/// Why a dataset has no canonical form that can be found.
public enum CanonicalizationError: Error, Hashable, Sendable {
  /// Telling the blank nodes apart takes more work than is allowed, as in graphs made to that end.
  case tooMuchWork(blankNodes: Int, limit: Int)
}

extension CanonicalizationError: CustomStringConvertible {
  /// What is wrong and what to do, in one line without a place.
  public var description: String {
    switch self {
    case .tooMuchWork(let blankNodes, let limit):
      "its \(blankNodes) blank nodes are too much alike to be told apart in \(limit) steps; "
        + "give them IRIs"
    }
  }
}
