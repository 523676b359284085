internal import JSON
internal import Linking
public import RDF

/// What linking did.
public struct LinkSummary: Sendable {
  /// How many records, or files of RDF, were read.
  public internal(set) var articles = 0
  /// How many entities have a class that authorities can know, each counted once an authority.
  public internal(set) var entities = 0
  /// How many of them are linked.
  public internal(set) var linked = 0
  /// How many have candidates and are not linked.
  public internal(set) var open = 0
  /// How many have no candidate, or are decided to have none.
  public internal(set) var unknown = 0
  /// How many have no name of their own.
  public internal(set) var unnamed = 0
  /// The errors, warnings and notes, in order.
  public internal(set) var diagnostics: [Diagnostic] = []
  /// The files written, in order, each with its bytes.
  public internal(set) var files: [(name: String, bytes: Int)] = []

  /// How many errors there are.
  public var errorCount: Int { diagnostics.count { $0.severity == .error } }

  /// How linking ended.
  public var outcome: Outcome { errorCount > 0 ? .invalidData : .done }

  mutating func count(_ finding: Finding) {
    entities += 1
    switch finding.verdict {
    case .linked: linked += 1
    case .open(.unnamed): unnamed += 1
    case .open(.noCandidate), .open(.decided): unknown += 1
    case .open: open += 1
    }
  }

  /// Hands out the messages, as compilers print them.
  public func forEachMessage(_ body: (String) -> Void) {
    for one in diagnostics { body(one.description) }
  }

  /// Hands out the messages, each as one JSON object.
  public func forEachJSONMessage(_ body: (String) -> Void) {
    for one in diagnostics { body(one.json) }
  }

  /// The summary as one JSON object.
  public var json: String {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("summary")
    writer.beginObject()
    for (name, count) in [
      ("articles", articles), ("entities", entities), ("linked", linked), ("open", open),
      ("unknown", unknown), ("unnamed", unnamed), ("errors", errorCount),
    ] {
      writer.key(name)
      writer.value(count)
    }
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
