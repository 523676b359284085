/// Entries that were found against one rule.
public struct ReportGroup: Sendable {
  /// The rule.
  public let rule: ReportRule
  /// How grave they are.
  public let severity: Severity
  /// Their positions in ``Report/entries``, in order.
  public internal(set) var members: [Int]
  /// How many there are, and would be without limits.
  public internal(set) var count: Int

  private struct Key: Hashable {
    let section: ReportSection
    let name: String
    let component: String
    let source: String?
    let path: String?
    let severity: Severity

    init(_ entry: ReportEntry) {
      section = entry.rule.section
      name = entry.rule.name
      component = entry.rule.component
      source = entry.rule.source
      path = entry.rule.path
      severity = entry.severity
    }
  }

  static func groups(
    of entries: [ReportEntry], all: [ReportEntry], _ budgets: [ResultBudget]
  ) -> [ReportGroup] {
    var numbers: [Key: Int] = [:]
    var groups: [ReportGroup] = []
    var counted: [Set<Int>] = budgets.map { _ in [] }
    for (position, entry) in all.enumerated() {
      let key = Key(entry)
      let number: Int
      if let known = numbers[key] {
        number = known
      } else {
        number = groups.count
        numbers[key] = number
        groups.append(
          ReportGroup(rule: entry.rule, severity: entry.severity, members: [], count: 0))
      }
      groups[number].count += 1
      if position < entries.count { groups[number].members.append(position) }
      // What was left out of a constraint is told once, with the first of its groups.
      if let constraint = entry.constraint, budgets.indices.contains(entry.budget),
        counted[entry.budget].insert(constraint).inserted
      {
        groups[number].count += budgets[entry.budget].left(of: constraint)
      }
    }
    return groups.filter { !$0.members.isEmpty }.enumerated().sorted {
      ($0.element.rule.section.number, $0.offset) < ($1.element.rule.section.number, $1.offset)
    }.map(\.element)
  }
}
