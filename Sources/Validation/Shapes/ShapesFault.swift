internal import RDF

/// Why a shape cannot be evaluated; nothing is then said to conform.
enum ShapesFault: Error, Hashable, Sendable {
  /// A SHACL term that is not known or not evaluated here.
  case unsupported(shape: TermID, parameter: TermID)
  /// A constraint component that the shapes graph itself defines.
  case ownComponent(shape: TermID, component: TermID, parameter: TermID)
  /// An entailment regime that the shapes graph asks for.
  case entailment(graph: TermID, regime: TermID)
  /// A parameter's value is none that it takes.
  case illFormed(shape: TermID, parameter: SH, expected: String)
  /// A shape refers to itself: the shapes on the way, the first one last again.
  case recursion(cycle: [TermID])
  /// A pattern took more steps over a text than it may.
  case tooManySteps(shape: TermID, value: TermID)

  /// The shape that is at fault.
  var shape: TermID {
    switch self {
    case .unsupported(let shape, _), .illFormed(let shape, _, _), .ownComponent(let shape, _, _),
      .entailment(let shape, _), .tooManySteps(let shape, _):
      shape
    case .recursion(let cycle): cycle.first ?? .defaultGraph
    }
  }
}
