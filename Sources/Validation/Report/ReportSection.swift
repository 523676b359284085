/// The parts of a report, which every form keeps apart, in their order.
public enum ReportSection: String, CaseIterable, Sendable {
  /// What is wrong with an input in itself: its syntax, a record's own rules.
  case input
  /// What contradicts itself in the eyes of the ontology.
  case inconsistencies
  /// What does not conform to the shapes.
  case shapes
  /// What the ontology does not know or allow, with a closed world.
  case closedWorld

  /// The section of a family of results.
  public init(_ family: ValidationResult.Family) {
    switch family {
    case .shapes: self = .shapes
    case .inconsistency: self = .inconsistencies
    case .closedWorld: self = .closedWorld
    }
  }

  /// What the section is called for people.
  var title: String {
    switch self {
    case .input: "The input"
    case .inconsistencies: "Inconsistencies with the ontology"
    case .shapes: "Shapes (SHACL)"
    case .closedWorld: "The ontology, read with a closed world"
    }
  }

  /// The order of the section among all.
  var number: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
