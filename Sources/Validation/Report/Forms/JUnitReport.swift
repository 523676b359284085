internal import RDF

/// A report as JUnit XML: a suite a section, a case a rule that was not kept.
///
/// What is less grave than what data fail by is told with a case that passes. A section in which
/// nothing is wrong is one case that passes.
struct JUnitReport {
  private let report: Report
  private let style: ReportForm.Style
  private var output = ""
  private var counts = (tests: 0, failures: 0, errors: 0)

  static func write(_ report: Report, _ style: ReportForm.Style) -> [UInt8] {
    var form = JUnitReport(report, style)
    form.run()
    return Array(form.output.utf8)
  }

  private init(_ report: Report, _ style: ReportForm.Style) {
    self.report = report
    self.style = style
  }

  private mutating func run() {
    var suites = ""
    var all = (tests: 0, failures: 0, errors: 0)
    for section in ReportSection.allCases {
      output = ""
      counts = (0, 0, 0)
      for group in report.groups where group.rule.section == section { write(group) }
      if section == .shapes {
        for fault in report.faults { write(fault) }
      }
      if counts.tests == 0 {
        counts.tests = 1
        output += "    <testcase classname=\"griot\" name=\"\(XMLText.escaped(section.title))\"/>\n"
      }
      suites += "  <testsuite name=\"\(XMLText.escaped(section.title))\" \(Self.text(counts))>\n"
      suites += output
      suites += "  </testsuite>\n"
      all = (
        all.tests + counts.tests, all.failures + counts.failures, all.errors + counts.errors
      )
    }
    output = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    output += "<testsuites name=\"griot validate\" \(Self.text(all))>\n\(suites)</testsuites>\n"
  }

  private static func text(_ counts: (tests: Int, failures: Int, errors: Int)) -> String {
    "tests=\"\(counts.tests)\" failures=\"\(counts.failures)\" errors=\"\(counts.errors)\" "
      + "skipped=\"0\""
  }

  private mutating func write(_ group: ReportGroup) {
    let rule = group.rule
    var name = rule.section == .input ? rule.name : "\(rule.name): \(rule.component)"
    if let path = rule.shortPath { name += " of \(path)" }
    if group.severity != .violation { name += " (\(group.severity.rawValue.lowercased()))" }
    let entries = group.members.map { report.entries[$0] }
    let first = entries.first?.place
    counts.tests += 1
    output += "    <testcase classname=\"\(XMLText.escaped(first?.file ?? "griot"))\" "
    output += "name=\"\(XMLText.escaped(name))\""
    if let file = first?.file { output += " file=\"\(XMLText.escaped(file))\"" }
    if let line = first?.position?.line { output += " line=\"\(line)\"" }
    output += ">\n"
    var text = entries.map(Self.text).joined(separator: "\n")
    if group.count > entries.count { text += "\n… and \(group.count - entries.count) more" }
    if group.severity >= style.failure {
      counts.failures += 1
      let head = group.count == 1 ? "" : "\(group.count) times, first: "
      output += "      <failure type=\"\(group.severity.rawValue.lowercased())\" "
      output += "message=\"\(XMLText.escaped(head + (entries.first?.message ?? "")))\">"
      output += "\(XMLText.content(text))</failure>\n"
    } else {
      output += "      <system-out>\(XMLText.content(text))</system-out>\n"
    }
    output += "    </testcase>\n"
  }

  private static func text(_ entry: ReportEntry) -> String {
    let place = entry.place.text
    var text = (place.isEmpty ? "" : place + ": ") + "\(entry.level): \(entry.message)"
    if let path = entry.place.recordPath, !path.isEmpty {
      text += "\n  record: \(entry.place.article.map { "\($0), " } ?? "")\(path)"
    }
    for words in entry.place.words.prefix(2) {
      text += "\n  the article, \(words.start)-\(words.end)"
      if let words = words.text { text += ": « \(words) »" }
    }
    if let suggestion = entry.suggestion, !entry.message.contains(suggestion) {
      text += "\n  help: \(suggestion)"
    }
    return text
  }

  private mutating func write(_ fault: Diagnostic) {
    counts.tests += 1
    counts.errors += 1
    output += "    <testcase classname=\"\(XMLText.escaped(fault.file ?? "griot"))\" "
    output += "name=\"\(XMLText.escaped(fault.message))\">\n"
    output += "      <error type=\"not evaluated\" message=\"\(XMLText.escaped(fault.message))\">"
    output += "\(XMLText.content(fault.description))</error>\n"
    output += "    </testcase>\n"
  }
}
