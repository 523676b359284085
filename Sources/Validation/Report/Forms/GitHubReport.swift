internal import RDF

/// A report as workflow commands (error, warning, notice), by which GitHub Actions annotates lines.
enum GitHubReport {
  static func write(_ report: Report) -> [UInt8] {
    var output = ""
    for fault in report.faults {
      output += command(
        "error", fault.file, fault.position, endColumn: nil, title: "could not be evaluated",
        fault.message)
    }
    for warning in report.shapesWarnings {
      output += command(
        "warning", warning.file, warning.position, endColumn: nil, title: "shapes", warning.message)
    }
    for entry in report.entries {
      let level =
        switch entry.severity {
        case .violation: "error"
        case .warning: "warning"
        case .info: "notice"
        }
      var message = entry.message
      if let path = entry.place.recordPath, !path.isEmpty {
        message += "\nrecord: \(entry.place.article.map { "\($0), " } ?? "")\(path)"
      }
      for words in entry.place.words.prefix(1) {
        message += "\nthe article, \(words.start)-\(words.end)"
        if let text = words.text { message += ": « \(text) »" }
      }
      for (number, step) in entry.explanation.enumerated() {
        message += "\n\(number + 1). \(step.step.text) (\(step.reason))"
      }
      // What the message has is said once.
      if let suggestion = entry.suggestion, !entry.message.contains(suggestion) {
        message += "\n\(suggestion)"
      }
      output += command(
        level, entry.place.file, entry.place.position, endColumn: entry.place.endColumn,
        title: entry.rule.section == .input
          ? entry.rule.name : "\(entry.rule.name): \(entry.rule.component)", message)
    }
    if report.isTruncated {
      output += command(
        "notice", nil, nil, endColumn: nil, title: "truncated",
        report.countsText + "; \(report.entries.count) are here")
    }
    return Array(output.utf8)
  }

  private static func command(
    _ level: String, _ file: String?, _ position: SourcePosition?, endColumn: Int?, title: String,
    _ message: String
  ) -> String {
    var properties: [String] = []
    if let file { properties.append("file=\(property(file))") }
    if let position {
      properties.append("line=\(position.line)")
      if let column = position.column {
        properties.append("col=\(column)")
        if let endColumn { properties.append("endColumn=\(endColumn)") }
      }
    }
    properties.append("title=\(property(title))")
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
      .map { escaped(String($0).withoutControls) }
    return "::\(level) \(properties.joined(separator: ","))::\(lines.joined(separator: "%0A"))\n"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    escaped(text.withoutControls).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
