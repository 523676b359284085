internal import RDF

extension ShapesReader {
  /// Reads a property path.
  ///
  /// - SeeAlso: SHACL, section 2.3.1.
  func path(
    _ node: TermID, of shape: TermID, depth: Int = 0, _ terms: borrowing TermTable
  ) throws(ShapesFault) -> PropertyPath {
    let fault = ShapesFault.illFormed(
      shape: shape, parameter: .path, expected: "one well-formed property path")
    guard depth < 64 else { throw fault }
    if terms.kind(of: node) == .iri, node != .rdfNil { return .predicate(node) }
    guard terms.kind(of: node) == .blankNode else { throw fault }
    if !graph.entries(subject: node, predicate: .rdfFirst).isEmpty {
      var paths: [PropertyPath] = []
      for member in try list(node, of: shape, .path) {
        paths.append(try path(member, of: shape, depth: depth + 1, terms))
      }
      guard paths.count >= 2 else { throw fault }
      return .sequence(paths)
    }
    let kinds: [SH] = [
      .inversePath, .alternativePath, .zeroOrMorePath, .oneOrMorePath, .zeroOrOnePath,
    ]
    for kind in kinds {
      let values = objects(node, kind)
      guard let value = values.first else { continue }
      guard values.count == 1 else { throw fault }
      if kind == .alternativePath {
        var paths: [PropertyPath] = []
        for member in try list(value, of: shape, .path) {
          paths.append(try path(member, of: shape, depth: depth + 1, terms))
        }
        guard paths.count >= 2 else { throw fault }
        return .alternative(paths)
      }
      let inner = try path(value, of: shape, depth: depth + 1, terms)
      switch kind {
      case .inversePath: return .inverse(inner)
      case .zeroOrMorePath: return .zeroOrMore(inner)
      case .oneOrMorePath: return .oneOrMore(inner)
      default: return .zeroOrOne(inner)
      }
    }
    throw fault
  }
}
