internal import RDF

/// A report as a table, a line a result, without colours and controls.
///
/// - SeeAlso: RFC 4180, section 2.
enum CSVReport {
  private static let names = [
    "severity", "section", "file", "line", "column", "article", "recordPath", "rule", "component",
    "shape", "focusNode", "focusLabel", "path", "value", "message", "suggestion", "words", "start",
    "end",
  ]

  static func write(_ report: Report) -> [UInt8] {
    var output: [UInt8] = []
    append(names, to: &output)
    for fault in report.faults {
      append(
        [
          "failure", "", fault.file ?? "", fault.position.map { "\($0.line)" } ?? "",
          fault.position?.column.map { "\($0)" } ?? "", "", "", "", "", "", "", "", "", "",
          fault.message, "", "", "", "",
        ], to: &output)
    }
    for entry in report.entries { append(cells(entry), to: &output) }
    if report.isTruncated {
      var cells = names.map { _ in "" }
      cells[0] = "truncated"
      cells[14] = report.countsText + "; \(report.entries.count) are here"
      append(cells, to: &output)
    }
    return output
  }

  private static func cells(_ entry: ReportEntry) -> [String] {
    let place = entry.place
    let words = place.words.first
    return [
      entry.severity.rawValue.lowercased(), entry.rule.section.rawValue, place.file ?? "",
      place.position.map { "\($0.line)" } ?? "", place.position?.column.map { "\($0)" } ?? "",
      place.article ?? "", place.recordPath ?? "", entry.rule.name,
      entry.result == nil ? "" : entry.rule.component, entry.result?.source ?? "", entry.result?.focusNode ?? "", entry.result?.focusLabel ?? "",
      entry.result?.path ?? "", entry.result?.value ?? "", entry.message, entry.suggestion ?? "",
      words?.text ?? "", words.map { "\($0.start)" } ?? "", words.map { "\($0.end)" } ?? "",
    ]
  }

  private static func append(_ cells: [String], to output: inout [UInt8]) {
    for (place, cell) in cells.enumerated() {
      if place > 0 { output.append(UInt8(ascii: ",")) }
      let text = cell.withoutControls
      guard text.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") })
      else {
        output.append(contentsOf: text.utf8)
        continue
      }
      output.append(UInt8(ascii: "\""))
      output.append(contentsOf: text.replacing("\"", with: "\"\"").utf8)
      output.append(UInt8(ascii: "\""))
    }
    output.append(contentsOf: [0x0D, 0x0A])
  }
}
