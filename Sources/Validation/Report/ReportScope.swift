/// What was held against what.
public struct ReportScope: Sendable {
  /// The version of griot.
  public let version: String
  /// The inputs, in order.
  public let inputs: [String]
  /// How many records there were.
  public var records = 0
  /// How many quads data had.
  public var quads = 0
  /// How many shapes there are.
  public var shapes = 0
  /// How many constraints they have.
  public var constraints = 0
  /// How many axioms of the ontology there are.
  public var axioms = 0
  /// How many pairs of a shape and a focus node were evaluated.
  public var focusNodes = 0
  /// What shapes see beside the data: `none`, `rdfs` or `owl-rl`.
  public var entailment = "rdfs"
  /// What closed-world checks make of what they find: `off`, `warn` or `error`.
  public var closedWorld = "error"

  /// Makes a scope of which but the inputs are known.
  public init(version: String, inputs: [String]) {
    self.version = version
    self.inputs = inputs
  }
}
