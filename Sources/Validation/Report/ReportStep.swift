/// One triple of the chain that leads to an inconsistency, with its place.
public struct ReportStep: Sendable {
  /// The triple in plain words and as terms, and what it rests on.
  public let step: ExplanationStep
  /// Where it stands; nil of what follows from others.
  public let place: ReportPlace?

  /// Makes a step.
  public init(_ step: ExplanationStep, place: ReportPlace?) {
    self.step = step
    self.place = place
  }

  /// Where it stands, or by what rule it follows from which others, in words.
  var reason: String {
    switch step.source {
    case .data, .ontology: place.map(\.text) ?? ""
    case .concluded(let rule, let premises):
      "by \(rule) from " + premises.map { "\($0 + 1)" }.joined(separator: ", ")
    }
  }
}
