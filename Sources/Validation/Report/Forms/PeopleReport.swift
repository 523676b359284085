internal import RDF

/// A report for people: grouped by rule, with counts, and of each group the first results with the
/// lines of the input and the words of the article.
struct PeopleReport {
  private let report: Report
  private let style: ReportForm.Style
  private var output = ""

  static func write(_ report: Report, _ style: ReportForm.Style) -> [UInt8] {
    var form = PeopleReport(report: report, style: style)
    form.run()
    return Array(form.output.utf8)
  }

  private init(report: Report, style: ReportForm.Style) {
    self.report = report
    self.style = style
  }

  private mutating func run() {
    if style.listsFaults {
      for one in report.faults + report.shapesWarnings { line(one.description) }
    }
    var section: ReportSection?
    for group in report.groups where !(style.isTerse && group.severity == .info) {
      if group.rule.section != section {
        section = group.rule.section
        if !output.isEmpty { line("") }
        line(paint(group.rule.section.title, .bold))
      }
      write(group)
    }
    guard !style.isTerse else { return }
    if !output.isEmpty { line("") }
    line(totals)
  }

  private var totals: String {
    let scope = report.scope
    func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
      "\(number.grouped) \(number == 1 ? one : many ?? one + "s")"
    }
    var text = report.countsText
    if report.isTruncated {
      text += ", of which \(report.entries.count.grouped) are in this report (truncated)"
    }
    if !report.faults.isEmpty { text += "; not everything could be evaluated" }
    guard scope.constraints + scope.axioms > 0 else { return text }
    text += "\nchecked: \(count(scope.constraints, "constraint")) of "
    text += "\(count(scope.shapes, "shape")) on \(count(scope.focusNodes, "focus node"))"
    if scope.axioms > 0 { text += ", \(count(scope.axioms, "axiom")) of the ontology" }
    text += "; \(count(scope.quads, "quad")), entailment \(scope.entailment)"
    return report.conforms ? text + "; the data conform" : text
  }

  private mutating func write(_ group: ReportGroup) {
    let rule = group.rule
    var head = rule.section == .input ? rule.name : "\(rule.name): \(rule.component)"
    if let path = rule.shortPath { head += " of \(path)" }
    if let file = rule.file {
      let place = rule.position.map { "\(file):\($0.line)" } ?? file
      head += " (\(place))"
    }
    line("")
    line(
      "\(paint(Self.clean(head), .bold)), \(group.count.grouped) \(noun(group.severity, group.count))"
    )
    var shown = 0
    for member in group.members.prefix(style.exampleCount) {
      write(report.entries[member])
      shown += 1
    }
    if group.count > shown { line("  … and \((group.count - shown).grouped) more") }
  }

  private func noun(_ severity: Severity, _ count: Int) -> String {
    let word =
      switch severity {
      case .violation: "violation"
      case .warning: "warning"
      case .info: "note"
      }
    return paint(count == 1 ? word : word + "s", colour(severity))
  }

  private mutating func write(_ entry: ReportEntry) {
    let place = entry.place.text
    let head = place.isEmpty ? "" : Self.clean(place) + ": "
    line("  \(head)\(paint(entry.level, colour(entry.severity))): \(Self.clean(entry.finding))")
    var margin = "    "
    if let excerpt = entry.place.excerpt, let position = entry.place.position {
      let number = String(position.line)
      margin = String(repeating: " ", count: number.utf8.count + 4)
      line("    \(number) | \(excerpt.text)")
      line(
        margin + " | " + String(repeating: " ", count: excerpt.start)
          + paint(String(repeating: "^", count: excerpt.count), colour(entry.severity)))
    }
    if let path = entry.place.recordPath, !path.isEmpty {
      let article = entry.place.article.map { "\($0), " } ?? ""
      line("\(margin) = record: \(Self.clean(article + path))")
    }
    for words in entry.place.words.prefix(2) {
      let text = words.text.map { ": « \(Self.clean($0)) »" } ?? ""
      let kind = words.kind == "mention" ? "named in the article" : "the article"
      line("\(margin) = \(kind), \(words.start)-\(words.end)\(text)")
    }
    if let graph = entry.place.graph { line("\(margin) = graph: \(Self.clean(graph))") }
    if let suggestion = entry.suggestion {
      line("\(margin) = help: \(Self.clean(suggestion))")
    }
    for detail in (entry.result?.details ?? []).prefix(4) {
      line("\(margin) = there: \(Self.clean(detail.message))")
    }
  }

  // MARK: Text

  private enum Paint: String {
    case bold = "1"
    case red = "1;31"
    case yellow = "1;33"
    case blue = "1;34"
  }

  private func colour(_ severity: Severity) -> Paint {
    switch severity {
    case .violation: .red
    case .warning: .yellow
    case .info: .blue
    }
  }

  private func paint(_ text: String, _ paint: Paint) -> String {
    style.hasColours ? "\u{1B}[\(paint.rawValue)m\(text)\u{1B}[0m" : text
  }

  private mutating func line(_ text: String) {
    output += text
    output += "\n"
  }

  /// The text without what could steer a terminal.
  private static func clean(_ text: String) -> String { text.withoutControls }
}

extension String {
  /// The text with what could end a line or steer a terminal as `\u{…}`.
  var withoutControls: String {
    guard unicodeScalars.contains(where: Diagnostic.isUnsafe) else { return self }
    return unicodeScalars.map { scalar in
      Diagnostic.isUnsafe(scalar) ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
    }.joined()
  }
}
