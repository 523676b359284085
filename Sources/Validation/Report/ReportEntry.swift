public import RDF

/// One thing that is wrong, with its place in the input.
public struct ReportEntry: Sendable {
  /// How grave it is.
  public let severity: Severity
  /// What it was found against.
  public let rule: ReportRule
  /// What is wrong and what was expected, in one line.
  public let message: String
  /// The same without the suggestion.
  public let finding: String
  /// What was expected, or likely meant; nil where nothing is to be said.
  public let suggestion: String?
  /// The result; nil of what is wrong with the input in itself.
  public let result: ValidationResult?
  /// Where it stands.
  public var place: ReportPlace
  /// Which of the report's budgets it was counted in.
  let budget: Int
  /// The number of its constraint or kind in that budget.
  let constraint: Int?

  /// An entry of a result.
  ///
  /// - Parameters:
  ///   - result: the result.
  ///   - rule: what it was found against.
  ///   - place: where it stands.
  ///   - budget: which of the report's budgets it was counted in.
  public init(_ result: ValidationResult, rule: ReportRule, place: ReportPlace, budget: Int) {
    severity = result.severity
    self.rule = rule
    message = result.message
    (finding, suggestion) = Suggestion.split(result)
    self.result = result
    self.place = place
    self.budget = budget
    constraint = result.constraint
  }

  /// An entry of what is wrong with an input in itself; nil of a note, and where the budget has no
  /// room.
  ///
  /// - Parameters:
  ///   - diagnostic: what is wrong.
  ///   - rule: what the input is to be: `record`, `syntax`.
  ///   - place: where it stands.
  ///   - budget: which of the report's budgets it is counted in.
  ///   - budgets: the report's budgets.
  public init?(
    _ diagnostic: Diagnostic, rule: String, place: ReportPlace, budget: Int,
    _ budgets: inout [ResultBudget]
  ) {
    switch diagnostic.severity {
    case .error: severity = .violation
    case .warning: severity = .warning
    case .note: return nil
    }
    let kind = Self.kind(of: diagnostic.message)
    guard let constraint = budgets[budget].take(inputKind: kind, severity) else { return nil }
    self.rule = ReportRule(ofInput: rule, kind: kind)
    message = diagnostic.message
    (finding, suggestion) = Suggestion.split(diagnostic.message)
    result = nil
    self.place = place
    self.budget = budget
    self.constraint = constraint
  }

  /// A message without what is of one place alone: what is in quotes, and numbers.
  private static func kind(of message: String) -> String {
    var output = ""
    var isQuoted = false
    for character in message {
      if character == "\"" {
        isQuoted.toggle()
        if isQuoted { output += "\"…\"" }
      } else if !isQuoted {
        if !character.isNumber {
          output.append(character)
        } else if output.last != "#" {
          output.append("#")
        }
      }
    }
    return output
  }

  /// The word that compilers have for the severity.
  var level: String {
    switch severity {
    case .violation: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }

  /// Whether it is to be told before another: graver first, then by input, place and rule.
  static func precedes(_ left: ReportEntry, _ right: ReportEntry) -> Bool {
    if left.severity != right.severity { return left.severity > right.severity }
    if left.place.fileNumber != right.place.fileNumber {
      return left.place.fileNumber < right.place.fileNumber
    }
    if left.place.position != right.place.position {
      // What is of no place comes last.
      guard let first = left.place.position else { return false }
      guard let second = right.place.position else { return true }
      return first < second
    }
    return (left.rule.id, left.message) < (right.rule.id, right.message)
  }
}
