internal import JSON
internal import RDF

/// A report as one JSON object, its results by section, a line each.
struct JSONReport {
  private var writer = JSONWriter()

  static func write(_ report: Report, _ style: ReportForm.Style) -> [UInt8] {
    var form = JSONReport()
    form.run(report, style)
    return form.writer.bytes + [0x0A]
  }

  private mutating func run(_ report: Report, _ style: ReportForm.Style) {
    let scope = report.scope
    writer.beginObject()
    text("griot", scope.version)
    flag("conforms", report.conforms)
    flag("failed", report.hasAny(from: style.failure) || !report.faults.isEmpty)
    flag("complete", report.faults.isEmpty)
    flag("truncated", report.isTruncated)
    text("entailment", scope.entailment)
    text("closedWorld", scope.closedWorld)
    writer.key("inputs")
    writer.beginArray()
    for input in scope.inputs { writer.value(input) }
    writer.endArray()
    writer.key("checked")
    writer.beginObject()
    for (name, count) in [
      ("records", scope.records), ("quads", scope.quads), ("shapes", scope.shapes),
      ("constraints", scope.constraints), ("axioms", scope.axioms),
      ("focusNodes", scope.focusNodes),
    ] {
      number(name, count)
    }
    writer.endObject()
    writer.key("counts")
    writer.beginObject()
    number("violations", report.count(.violation))
    number("warnings", report.count(.warning))
    number("infos", report.count(.info))
    writer.endObject()
    write("notEvaluated", report.faults)
    write("shapesWarnings", report.shapesWarnings)
    for section in ReportSection.allCases {
      writer.breakLine()
      writer.key(section.rawValue)
      writer.beginArray()
      for entry in report.entries where entry.rule.section == section {
        writer.breakLine()
        write(entry)
      }
      writer.endArray()
    }
    writer.endObject()
  }

  private mutating func write(_ key: String, _ diagnostics: [Diagnostic]) {
    writer.key(key)
    writer.beginArray()
    for one in diagnostics {
      writer.beginObject()
      text("file", one.file)
      number("line", one.position?.line)
      number("column", one.position?.column)
      text("message", one.message)
      writer.endObject()
    }
    writer.endArray()
  }

  private mutating func write(_ entry: ReportEntry) {
    writer.beginObject()
    text("severity", entry.severity.rawValue.lowercased())
    text("message", entry.message)
    text("suggestion", entry.suggestion)
    let place = entry.place
    text("file", place.file)
    number("line", place.position?.line)
    number("column", place.position?.column)
    number("endColumn", place.endColumn)
    text("graph", place.graph)
    text("article", place.article)
    text("recordPath", place.recordPath)
    text("recordPointer", place.recordPointer)
    if !place.words.isEmpty {
      writer.key("words")
      writer.beginArray()
      for words in place.words {
        writer.beginObject()
        text("kind", words.kind)
        number("start", words.start)
        number("end", words.end)
        text("unit", words.unit)
        text("text", words.text)
        writer.endObject()
      }
      writer.endArray()
    }
    text("rule", entry.rule.id)
    text("shapeFile", entry.rule.file)
    number("shapeLine", entry.rule.position?.line)
    if let result = entry.result { write(result) }
    writer.endObject()
  }

  private mutating func write(_ result: ValidationResult) {
    text(result.family == .shapes ? "shape" : "axiom", result.source)
    text("component", result.component)
    text("focusNode", result.focusNode)
    text("focusLabel", result.focusLabel)
    text("path", result.path)
    text("value", result.value)
    if !result.shapeMessages.isEmpty {
      writer.key("shapeMessages")
      writer.beginArray()
      for message in result.shapeMessages { writer.value(message) }
      writer.endArray()
    }
    guard !result.details.isEmpty else { return }
    writer.key("details")
    writer.beginArray()
    for detail in result.details {
      writer.beginObject()
      text("severity", detail.severity.rawValue.lowercased())
      text("message", detail.message)
      write(detail)
      writer.endObject()
    }
    writer.endArray()
  }

  private mutating func text(_ key: String, _ value: String?) {
    guard let value else { return }
    writer.key(key)
    writer.value(value)
  }

  private mutating func number(_ key: String, _ value: Int?) {
    guard let value else { return }
    writer.key(key)
    writer.value(value)
  }

  private mutating func flag(_ key: String, _ value: Bool) {
    writer.key(key)
    writer.value(value)
  }
}
