internal import RDF

/// What is likely not meant in a shapes graph, though it can be evaluated.
enum ShapesWarning: Hashable, Sendable {
  /// A term in SHACL's namespace, or in one that looks like it, that SHACL does not have.
  case unknownTerm(subject: TermID, term: TermID)
  /// A shape that has no target and that nothing refers to.
  case unused(shape: TermID)
  /// A parameter that says nothing without another.
  case idle(shape: TermID, parameter: SH, without: String)
  /// A target that matches nothing in the data.
  case unmatched(shape: TermID, parameter: SH?, target: TermID)
  /// The files of shapes hold no shape.
  case noShapes

  /// The node it is about, and the predicate or object at whose statement it is shown.
  func place(_ vocabulary: ShapesVocabulary) -> (subject: TermID, term: TermID?) {
    switch self {
    case .unknownTerm(let subject, let term): (subject, term)
    case .unused(let shape): (shape, nil)
    case .idle(let shape, let parameter, _): (shape, vocabulary[parameter])
    case .unmatched(let shape, _, let target): (shape, target)
    case .noShapes: (.defaultGraph, nil)
    }
  }
}
