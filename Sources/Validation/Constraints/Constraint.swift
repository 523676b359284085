internal import RDF

/// One constraint of a shape: a component with the values of its parameters.
///
/// - SeeAlso: SHACL, sections 2.1.4 and 4.
protocol Constraint: Sendable {
  /// The local name of its component, without `ConstraintComponent`.
  static var component: String { get }
  /// The parameters by which a shape asks for it.
  static var parameters: [SH] { get }

  /// The constraints of this component that a shape has.
  static func read(
    _ shape: TermID, _ reader: inout ShapesReader, _ terms: borrowing TermTable
  ) throws(ShapesFault) -> [any Constraint]

  /// The shapes it evaluates on value nodes.
  var references: [Int] { get }

  /// Whether the results of those shapes are the shape's own, as of sh:property alone.
  static var sharesResults: Bool { get }

  /// Reports what violates it.
  func validate(
    _ focus: FocusNode, _ evaluation: inout Evaluation, _ terms: borrowing TermTable)

  /// What is wrong with a result and what was expected, as the end of a sentence.
  func sentence(
    _ finding: Finding, _ words: Words, _ terms: borrowing TermTable
  ) -> String
}

extension Constraint {
  var references: [Int] { [] }
  static var sharesResults: Bool { false }
}

/// A node that a shape is evaluated on, with its value nodes.
struct FocusNode {
  let node: TermID
  let values: [TermID]
  /// The shape, and the constraint of it that is being evaluated.
  var place: ConstraintPlace
}

/// Which constraint of which shape.
struct ConstraintPlace: Hashable {
  let shape: Int
  var constraint: Int
}

/// What one constraint found, in numbers.
struct Finding {
  let focus: TermID
  let place: ConstraintPlace
  var value: TermID?
  /// The path where it is not the shape's own, as sh:closed has it.
  var path: PropertyPath?
  /// The value nodes there were.
  var found: [TermID] = []
  /// Another term that the sentence names.
  var other: TermID?
  /// Whether the value is allowed, and likely not meant: a warning that no shape asks for.
  var isDoubt = false
  /// Why a nested shape does not hold.
  var detail: [Finding] = []
}
