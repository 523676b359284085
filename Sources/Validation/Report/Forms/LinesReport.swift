internal import RDF

/// A report as lines that compilers would print, for editors and other programs that read these.
enum LinesReport {
  static func write(_ report: Report) -> [UInt8] {
    var output: [UInt8] = []
    func add(_ severity: Diagnostic.Severity, _ place: ReportPlace, _ message: String) {
      let line = Diagnostic(severity, file: place.file, position: place.position, message)
      output.append(contentsOf: "\(line)\n".utf8)
    }
    for entry in report.entries {
      let severity: Diagnostic.Severity =
        switch entry.severity {
        case .violation: .error
        case .warning: .warning
        case .info: .note
        }
      let rule =
        entry.rule.section == .input ? "" : " [\(entry.rule.name): \(entry.rule.component)]"
      add(severity, entry.place, entry.message + rule)
      for words in entry.place.words.prefix(1) {
        let text = words.text.map { ": « \($0) »" } ?? ""
        add(.note, entry.place, "the article, \(words.start)-\(words.end)\(text)")
      }
      if let suggestion = entry.suggestion, !entry.message.contains(suggestion) {
        add(.note, entry.place, suggestion)
      }
      var told: Set<String> = []
      for step in entry.explanation {
        guard let place = step.place, told.insert("\(place.file ?? "") \(step.step.text)").inserted
        else { continue }
        add(.note, place, "because \(step.step.text)")
      }
    }
    if report.isTruncated {
      let message = "\(report.countsText), of which \(report.entries.count) are here (truncated)"
      add(.note, ReportPlace(file: nil, number: 0), message)
    }
    return output
  }
}
