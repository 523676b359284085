internal import JSON
internal import PropertyGraph

extension RunSummary {
  /// How many quads and values of the RDF graph files do not hold, or not as they were.
  ///
  /// A graph that is written in several formats counts once, as where it loses most.
  public var lossCount: Int {
    var most: [Substring: Int] = [:]
    for (file, report) in reports {
      let graph = file.prefix(upTo: file.lastIndex(of: ".") ?? file.endIndex)
      most[graph] = max(most[graph] ?? 0, report.count)
    }
    return most.values.reduce(0, +)
  }

  /// What graph files do not hold, as one JSON object.
  var lossReport: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("graphs")
    writer.beginArray()
    for (file, report) in reports { report.write(file: file, to: &writer) }
    writer.endArray()
    writer.endObject()
    return writer.bytes + [0x0A]
  }
}
