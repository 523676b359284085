internal import JSON
internal import RDF

/// A report as SARIF 2.1.0, for the screens of code scanning.
///
/// - SeeAlso: SARIF 2.1.0, sections 3.14 (run), 3.27 (result) and 3.49 (reportingDescriptor).
struct SARIFReport {
  private var writer = JSONWriter()
  private var fingerprints: [UInt64: Int] = [:]

  static func write(_ report: Report) -> [UInt8] {
    var form = SARIFReport()
    form.run(report)
    return form.writer.bytes + [0x0A]
  }

  private mutating func run(_ report: Report) {
    object { form in
      form.text(
        "$schema",
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
          + "sarif-schema-2.1.0.json")
      form.text("version", "2.1.0")
      form.array("runs") { form in
        form.object { form in
          let numbers = form.writeTool(report)
          form.writeInvocation(report)
          form.text("columnKind", "unicodeCodePoints")
          form.array("results") { form in
            for entry in report.entries {
              form.writer.breakLine()
              form.write(entry, numbers)
            }
          }
          form.object("properties") { form in
            form.text("entailment", report.scope.entailment)
            form.text("closedWorld", report.scope.closedWorld)
            form.writer.key("truncated")
            form.writer.value(report.isTruncated)
          }
        }
      }
    }
  }

  /// Writes what made the report, with its rules, and gives their numbers.
  private mutating func writeTool(_ report: Report) -> [String: Int] {
    var numbers: [String: Int] = [:]
    var rules: [(rule: ReportRule, severity: Severity)] = []
    for entry in report.entries where numbers[entry.rule.id] == nil {
      numbers[entry.rule.id] = rules.count
      rules.append((entry.rule, entry.severity))
    }
    object("tool") { form in
      form.object("driver") { form in
        form.text("name", "griot")
        form.text("version", report.scope.version)
        form.text("semanticVersion", report.scope.version)
        form.text("informationUri", "https://w3id.org/griot")
        form.array("rules") { form in
          for (rule, severity) in rules { form.write(rule, severity) }
        }
      }
    }
    return numbers
  }

  private mutating func write(_ rule: ReportRule, _ severity: Severity) {
    writer.breakLine()
    object { form in
      form.text("id", rule.id)
      form.text("name", rule.section == .input ? "Input" : rule.component)
      form.object("shortDescription") {
        $0.text(
          "text",
          rule.section == .input
            ? "\(rule.name): the input in itself" : "\(rule.name): \(rule.component)")
      }
      form.object("fullDescription") { $0.text("text", rule.section.title) }
      form.object("defaultConfiguration") { $0.text("level", Self.level(severity)) }
      form.object("properties") { form in
        form.text("section", rule.section.rawValue)
        form.text("component", rule.componentIRI)
        form.text("shape", rule.source)
      }
    }
  }

  private mutating func writeInvocation(_ report: Report) {
    array("invocations") { form in
      form.object { form in
        form.writer.key("executionSuccessful")
        form.writer.value(report.faults.isEmpty)
        form.array("toolExecutionNotifications") { form in
          for fault in report.faults + report.shapesWarnings {
            form.object { form in
              form.text("level", fault.severity.rawValue)
              form.object("message") { $0.text("text", fault.message) }
              if let file = fault.file {
                form.array("locations") { form in
                  form.object { form in
                    form.writePhysical(file, fault.position, endColumn: nil, excerpt: nil)
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  private mutating func write(_ entry: ReportEntry, _ numbers: [String: Int]) {
    object { form in
      form.text("ruleId", entry.rule.id)
      if let number = numbers[entry.rule.id] { form.number("ruleIndex", number) }
      form.text("level", Self.level(entry.severity))
      form.text("kind", "fail")
      form.object("message") { $0.text("text", Self.message(entry)) }
      form.array("locations") { form in
        form.object { form in
          let place = entry.place
          if let file = place.file {
            form.writePhysical(
              file, place.position, endColumn: place.endColumn, excerpt: place.excerpt)
          }
          if let pointer = place.recordPointer {
            form.array("logicalLocations") { form in
              form.object { form in
                form.text("fullyQualifiedName", "\(place.article ?? "")#\(pointer)")
                form.text("name", place.recordPath)
                form.text("kind", "member")
              }
            }
          } else if let focus = entry.result?.focusNode {
            form.array("logicalLocations") { form in
              form.object { form in
                form.text("fullyQualifiedName", focus)
                form.text("name", entry.result?.focusLabel)
                form.text("kind", "resource")
              }
            }
          }
        }
      }
      form.writeRelated(entry)
      form.writeFingerprint(entry)
      form.writeProperties(entry)
    }
  }

  /// Writes where the shape stands, and the triples that lead to an inconsistency.
  private mutating func writeRelated(_ entry: ReportEntry) {
    guard entry.rule.file != nil || !entry.explanation.isEmpty else { return }
    array("relatedLocations") { form in
      if let file = entry.rule.file {
        form.object { form in
          form.number("id", 0)
          form.writePhysical(file, entry.rule.position, endColumn: nil, excerpt: nil)
          form.object("message") { $0.text("text", "the shape") }
        }
      }
      for (number, step) in entry.explanation.enumerated() {
        form.object { form in
          form.number("id", number + 1)
          if let place = step.place, let file = place.file {
            form.writePhysical(file, place.position, endColumn: nil, excerpt: nil)
          }
          let reason = step.place == nil ? " (\(step.reason))" : ""
          form.object("message") {
            $0.text("text", "\(number + 1). \(step.step.text)\(reason)")
          }
        }
      }
    }
  }

  private static func message(_ entry: ReportEntry) -> String {
    var text = entry.message
    if let suggestion = entry.suggestion, !text.contains(suggestion) { text += "; \(suggestion)" }
    if let words = entry.place.words.first {
      text += " (the article, \(words.start)-\(words.end)"
      text += (words.text.map { ": « \($0) »" } ?? "") + ")"
    }
    return text
  }

  private mutating func writePhysical(
    _ file: String, _ position: SourcePosition?, endColumn: Int?, excerpt: SourceExcerpt?
  ) {
    object("physicalLocation") { form in
      form.object("artifactLocation") { $0.text("uri", Self.uri(file)) }
      guard let position else { return }
      form.object("region") { form in
        form.number("startLine", position.line)
        if let column = position.column { form.number("startColumn", column) }
        if let endColumn { form.number("endColumn", endColumn) }
        if let excerpt { form.object("snippet") { $0.text("text", excerpt.text) } }
      }
    }
  }

  /// What stays the same while the lines around move.
  private mutating func writeFingerprint(_ entry: ReportEntry) {
    let parts = [
      entry.rule.id, entry.rule.path, entry.place.article, entry.result?.focusNode,
      entry.result?.value, entry.result == nil ? entry.message : nil,
    ]
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for part in parts {
      for byte in (part ?? "").utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      hash = (hash ^ 0xFF) &* 0x100_0000_01B3
    }
    let occurrence = fingerprints[hash, default: 0]
    fingerprints[hash] = occurrence + 1
    let digits = String(hash, radix: 16)
    let text = String(repeating: "0", count: 16 - digits.utf8.count) + digits
    object("partialFingerprints") { $0.text("griotResult/v1", "\(text):\(occurrence)") }
  }

  private mutating func writeProperties(_ entry: ReportEntry) {
    object("properties") { form in
      form.text("section", entry.rule.section.rawValue)
      form.text("suggestion", entry.suggestion)
      form.text("focusNode", entry.result?.focusNode)
      form.text("focusLabel", entry.result?.focusLabel)
      form.text("path", entry.result?.path)
      form.text("value", entry.result?.value)
      form.text("article", entry.place.article)
      form.text("recordPath", entry.place.recordPath)
      form.text("graph", entry.place.graph)
      form.text("words", entry.place.words.first?.text)
    }
  }

  private static func level(_ severity: Severity) -> String {
    switch severity {
    case .violation: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }

  /// A path as a relative or absolute URI.
  private static func uri(_ file: String) -> String {
    var output = file.hasPrefix("/") ? "file://" : ""
    for byte in file.utf8 {
      let isPlain =
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
        || "/-._~".utf8.contains(byte)
      if isPlain {
        output.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        output += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return output
  }

  // MARK: JSON

  private mutating func object(_ key: String? = nil, _ body: (inout Self) -> Void) {
    if let key { writer.key(key) }
    writer.beginObject()
    body(&self)
    writer.endObject()
  }

  private mutating func array(_ key: String, _ body: (inout Self) -> Void) {
    writer.key(key)
    writer.beginArray()
    body(&self)
    writer.endArray()
  }

  private mutating func text(_ key: String, _ value: String?) {
    guard let value else { return }
    writer.key(key)
    writer.value(value)
  }

  private mutating func number(_ key: String, _ value: Int) {
    writer.key(key)
    writer.value(value)
  }
}
