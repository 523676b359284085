internal import RDF

/// Why a shape cannot be evaluated; nothing is then said to conform.
enum ShapesFault: Error, Hashable, Sendable {
  /// A SHACL term that is not known or not evaluated here.
  case unsupported(shape: TermID, parameter: TermID)
  /// A parameter's value is none that it takes.
  case illFormed(shape: TermID, parameter: SH, expected: String)
  /// A shape refers to itself over data that lead back to the same node.
  case recursion(shape: TermID)

  /// The shape that is at fault.
  var shape: TermID {
    switch self {
    case .unsupported(let shape, _), .illFormed(let shape, _, _), .recursion(let shape): shape
    }
  }
}
