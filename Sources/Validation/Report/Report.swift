public import RDF

/// All that a validation found, in order: graver first, then by input, line and column.
public struct Report: Sendable {
  /// What was held against what.
  public let scope: ReportScope
  /// What is wrong.
  public let entries: [ReportEntry]
  /// Why some shapes could not be evaluated; nothing then conforms.
  public let faults: [Diagnostic]
  /// What is likely not meant in the shapes.
  public let shapesWarnings: [Diagnostic]
  /// How many entries of each severity there are, and would be without limits.
  public let counts: [Severity: Int]
  /// The groups of entries, in the order of the sections and of their first entries.
  public let groups: [ReportGroup]
  /// Whether there are results beside the entries.
  public let isTruncated: Bool

  /// Puts entries in order.
  ///
  /// - Parameters:
  ///   - entries: what was found.
  ///   - faults: why some shapes could not be evaluated.
  ///   - shapesWarnings: what is likely not meant in the shapes.
  ///   - budgets: what was left out of the results of each validator.
  ///   - limit: how many entries are kept; nil for all.
  ///   - scope: what was held against what.
  public init(
    _ entries: [ReportEntry], faults: [Diagnostic], shapesWarnings: [Diagnostic] = [],
    budgets: [ResultBudget], limit: Int?, scope: ReportScope
  ) {
    let all = entries.sorted(by: ReportEntry.precedes)
    let kept = limit.map { Array(all.prefix($0)) } ?? all
    var counts: [Severity: Int] = [:]
    for entry in all { counts[entry.severity, default: 0] += 1 }
    for budget in budgets {
      for (severity, count) in budget.left { counts[severity, default: 0] += count }
    }
    self.scope = scope
    self.entries = kept
    self.faults = faults
    self.shapesWarnings = shapesWarnings
    self.counts = counts
    isTruncated = kept.count < counts.values.reduce(0, +)
    groups = ReportGroup.groups(of: kept, all: all, budgets)
  }

  /// How many entries of a severity there are, and would be without limits.
  public func count(_ severity: Severity) -> Int { counts[severity] ?? 0 }

  /// Whether everything was evaluated and nothing is wrong.
  public var conforms: Bool { faults.isEmpty && counts.isEmpty }

  /// Whether something is at least as grave as a severity.
  public func hasAny(from severity: Severity) -> Bool { counts.keys.contains { $0 >= severity } }

  /// The counts in words: `3 violations, 1 warning`.
  var countsText: String {
    let texts = [
      (count(.violation), "violation", "violations"), (count(.warning), "warning", "warnings"),
      (count(.info), "note", "notes"),
    ].filter { $0.0 > 0 }.map { "\($0.0.grouped) \($0.0 == 1 ? $0.1 : $0.2)" }
    let isKnown = faults.isEmpty
    return texts.isEmpty
      ? (isKnown ? "nothing is wrong" : "nothing was found") : texts.joined(separator: ", ")
  }
}

extension Int {
  /// The number with its thousands apart.
  var grouped: String {
    let digits = String(self)
    var output = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place).isMultiple(of: 3) { output.append(",") }
      output.append(digit)
    }
    return output
  }
}
