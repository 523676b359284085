internal import RDF

/// A path from a focus node to its value nodes.
///
/// - SeeAlso: SHACL, section 2.3.1.
indirect enum PropertyPath: Hashable, Sendable {
  case predicate(TermID)
  case inverse(PropertyPath)
  case sequence([PropertyPath])
  case alternative([PropertyPath])
  case zeroOrMore(PropertyPath)
  case oneOrMore(PropertyPath)
  case zeroOrOne(PropertyPath)

  /// The value nodes, each once, in order of discovery.
  func values(of node: TermID, in graphs: DataGraphs) -> [TermID] {
    switch self {
    case .predicate(let predicate):
      return graphs.objects(node, predicate)
    case .inverse(.predicate(let predicate)):
      return graphs.subjects(predicate, node)
    case .inverse(let path):
      return path.reversed.values(of: node, in: graphs)
    case .sequence(let paths):
      var nodes = [node]
      for path in paths { nodes = Self.unique(nodes.flatMap { path.values(of: $0, in: graphs) }) }
      return nodes
    case .alternative(let paths):
      return Self.unique(paths.flatMap { $0.values(of: node, in: graphs) })
    case .zeroOrMore(let path):
      return Self.closure([node], path, graphs)
    case .oneOrMore(let path):
      return Self.closure(path.values(of: node, in: graphs), path, graphs)
    case .zeroOrOne(let path):
      return Self.unique([node] + path.values(of: node, in: graphs))
    }
  }

  /// The path walked the other way.
  private var reversed: PropertyPath {
    switch self {
    case .predicate: .inverse(self)
    case .inverse(let path): path
    case .sequence(let paths): .sequence(paths.reversed().map(\.reversed))
    case .alternative(let paths): .alternative(paths.map(\.reversed))
    case .zeroOrMore(let path): .zeroOrMore(path.reversed)
    case .oneOrMore(let path): .oneOrMore(path.reversed)
    case .zeroOrOne(let path): .zeroOrOne(path.reversed)
    }
  }

  private static func unique(_ nodes: [TermID]) -> [TermID] {
    var seen = Set<TermID>()
    return nodes.filter { seen.insert($0).inserted }
  }

  private static func closure(
    _ start: [TermID], _ path: PropertyPath, _ graphs: DataGraphs
  ) -> [TermID] {
    var found = unique(start)
    var seen = Set(found)
    var next = 0
    while next < found.count {
      for node in path.values(of: found[next], in: graphs) where seen.insert(node).inserted {
        found.append(node)
      }
      next += 1
    }
    return found
  }

  /// The predicates it walks.
  var predicates: [TermID] {
    switch self {
    case .predicate(let predicate): [predicate]
    case .inverse(let path), .zeroOrMore(let path), .oneOrMore(let path), .zeroOrOne(let path):
      path.predicates
    case .sequence(let paths), .alternative(let paths): paths.flatMap(\.predicates)
    }
  }

  /// The path as SPARQL writes it.
  func text(_ name: (TermID) -> String) -> String {
    func inner(_ path: PropertyPath) -> String {
      switch path {
      case .sequence, .alternative: "(\(path.text(name)))"
      default: path.text(name)
      }
    }
    switch self {
    case .predicate(let predicate): return name(predicate)
    case .inverse(let path): return "^" + inner(path)
    case .sequence(let paths): return paths.map(inner).joined(separator: "/")
    case .alternative(let paths): return paths.map(inner).joined(separator: "|")
    case .zeroOrMore(let path): return inner(path) + "*"
    case .oneOrMore(let path): return inner(path) + "+"
    case .zeroOrOne(let path): return inner(path) + "?"
    }
  }
}
