internal import JSON
internal import RDF

/// How messages are written.
public enum MessageFormat: String, CaseIterable, Sendable {
  /// Lines for people, as compilers print them.
  case text
  /// One JSON object a line, for programs.
  case json
}

extension RunError {
  /// The error as one JSON object.
  public var json: String { diagnostic.json }
}

extension RunSummary {
  /// Hands out the errors, warnings and notes, each as one JSON object.
  public func forEachJSONMessage(_ body: (String) -> Void) {
    for one in diagnostics { body(one.json) }
  }

  /// What the run did as one JSON object.
  public var json: String {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("summary")
    writer.beginObject()
    let counts = [
      ("articles", articles), ("entities", entities), ("events", events),
      ("relations", relations), ("quads", quads), ("claims", claims), ("nodes", nodes),
      ("edges", edges), ("losses", lossCount), ("rejected", rejected), ("errors", errorCount),
    ]
    for (name, count) in counts {
      writer.key(name)
      writer.value(count)
    }
    if let validation {
      writer.key("validation")
      writer.beginObject()
      let counts = [
        ("shapes", validation.shapes), ("constraints", validation.constraints),
        ("axioms", validation.axioms), ("focusNodes", validation.focusNodes),
        ("violations", validation.violations), ("warnings", validation.warnings),
      ]
      for (name, count) in counts {
        writer.key(name)
        writer.value(count)
      }
      writer.key("entail")
      writer.value(validation.entailment.rawValue)
      writer.key("closedWorld")
      writer.value(validation.closedWorld.rawValue)
      writer.key("complete")
      writer.value(!validation.isIncomplete)
      writer.endObject()
    }
    if !omissions.isEmpty {
      writer.key("leftOut")
      writer.beginObject()
      for (what, count) in omissions.sorted(by: { $0.key < $1.key }) {
        writer.key(what)
        writer.value(count)
      }
      writer.endObject()
    }
    writeArchive(to: &writer)
    writer.key("files")
    writer.beginArray()
    for file in files {
      writer.beginObject()
      writer.key("name")
      writer.value(file.name)
      writer.key("bytes")
      writer.value(file.bytes)
      writer.endObject()
    }
    writer.endArray()
    writer.key("outcome")
    writer.value(Int(outcome.rawValue))
    writer.endObject()
    writer.endObject()
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

extension RunSummary {
  /// Writes what was found of all articles together.
  private func writeArchive(to writer: inout JSONWriter) {
    func object(_ name: String, _ counts: [(String, Int)]) {
      writer.key(name)
      writer.beginObject()
      for (name, count) in counts {
        writer.key(name)
        writer.value(count)
      }
      writer.endObject()
    }
    if let across {
      object(
        "across",
        [
          ("articles", across.articles), ("things", across.things),
          ("properties", across.properties), ("conflicts", across.conflicts),
          ("repeatedArticles", across.repeatedArticles), ("skippedShards", across.skippedShards),
          ("skippedArticles", unchanged),
        ])
    }
    if let duplicates {
      object("duplicates", [("groups", duplicates.groups), ("entities", duplicates.entities)])
    }
    if deletedGraphs > 0 || unchanged > 0 {
      object(
        "changes",
        [
          ("unchanged", unchanged), ("goneArticles", goneArticles),
          ("deletedGraphs", deletedGraphs),
        ])
    }
  }
}

extension Diagnostic {
  /// The message as one JSON object.
  var json: String {
    var writer = JSONWriter()
    write(to: &writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("severity")
    writer.value(severity.rawValue)
    if let file {
      writer.key("file")
      writer.value(file)
    }
    if let position {
      writer.key("line")
      writer.value(position.line)
      if let column = position.column {
        writer.key("column")
        writer.value(column)
      }
    }
    writer.key("message")
    writer.value(message)
    for detail in details {
      writer.key(detail.name)
      writer.value(detail.value)
    }
    if !related.isEmpty {
      writer.key("related")
      writer.beginArray()
      for one in related { one.write(to: &writer) }
      writer.endArray()
    }
    writer.endObject()
  }
}
