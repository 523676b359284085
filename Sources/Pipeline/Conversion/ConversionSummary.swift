internal import JSON
public import RDF

/// What a conversion did.
public struct ConversionSummary: Sendable {
  /// How many statements were taken.
  ///
  /// What is converted line by line, or counted, counts a statement as often as it is there.
  public internal(set) var quads = 0
  /// How many faults were gone past.
  public internal(set) var skipped = 0
  /// What is wrong with what was skipped, and what else is worth knowing, in order.
  public internal(set) var diagnostics: [Diagnostic] = []
  /// The file written, with its bytes; none on standard output.
  public internal(set) var files: [(name: String, bytes: Int)] = []

  /// How the conversion ended.
  public var outcome: Outcome { skipped > 0 ? .invalidData : .done }

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
    writer.key("quads")
    writer.value(quads)
    writer.key("skipped")
    writer.value(skipped)
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
