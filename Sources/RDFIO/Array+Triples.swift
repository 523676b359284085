internal import RDF

extension [Quad] {
  /// The triples of these quads, each once, in order: what a syntax without graph names holds.
  var triples: [Quad] {
    var seen = Set<Quad>(minimumCapacity: count)
    var triples: [Quad] = []
    triples.reserveCapacity(count)
    for quad in self {
      let triple = Quad(quad.subject, quad.predicate, quad.object)
      if seen.insert(triple).inserted { triples.append(triple) }
    }
    return triples
  }
}
