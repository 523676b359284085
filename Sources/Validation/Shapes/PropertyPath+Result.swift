internal import RDF

extension PropertyPath {
  /// The same path with the IRIs of its properties.
  func result(_ terms: borrowing TermTable) -> ResultPath {
    switch self {
    case .predicate(let predicate): return .predicate(terms.spelled(predicate))
    case .inverse(let path): return .inverse(path.result(terms))
    case .sequence(let paths): return .sequence(Self.results(paths, terms))
    case .alternative(let paths): return .alternative(Self.results(paths, terms))
    case .zeroOrMore(let path): return .zeroOrMore(path.result(terms))
    case .oneOrMore(let path): return .oneOrMore(path.result(terms))
    case .zeroOrOne(let path): return .zeroOrOne(path.result(terms))
    }
  }

  private static func results(
    _ paths: [PropertyPath], _ terms: borrowing TermTable
  ) -> [ResultPath] {
    var found: [ResultPath] = []
    for path in paths { found.append(path.result(terms)) }
    return found
  }
}
