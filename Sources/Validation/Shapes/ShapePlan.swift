internal import RDF

/// What of a shape is needed at each node that it is evaluated on.
///
/// It is a class so that taking one out of the list of all costs next to nothing.
final class ShapePlan: Sendable {
  let path: PropertyPath?
  let constraints: [any Constraint]
  let isDeactivated: Bool

  init(_ shape: Shape) {
    path = shape.path
    constraints = shape.constraints
    isDeactivated = shape.isDeactivated
  }
}
