internal import RDF

/// The prefixes that a document has a use for.
enum UsedPrefixes {
  static func of(
    _ quads: [Quad], _ terms: borrowing TermTable,
    among prefixes: [(name: String, namespace: String)]
  ) -> [(name: String, namespace: String)] {
    var used: [(name: String, namespace: String)] = []
    for prefix in prefixes where isUsed(prefix.namespace, quads, terms) { used.append(prefix) }
    return used
  }

  private static func isUsed(
    _ namespace: String, _ quads: [Quad], _ terms: borrowing TermTable
  ) -> Bool {
    let start = Array("<\(namespace)".utf8)
    var seen = Set<TermID>()
    for quad in quads {
      for term in [quad.subject, quad.predicate, quad.object] where seen.insert(term).inserted {
        let named = terms.datatype(of: term) ?? term
        if terms.bytes[terms.spelling(of: named)].starts(with: start) { return true }
      }
    }
    return false
  }
}
