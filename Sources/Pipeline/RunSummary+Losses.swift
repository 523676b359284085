internal import JSON
internal import PropertyGraph

extension RunSummary {
  /// How many quads and values of the RDF graph files do not hold, or not as they were.
  public var lossCount: Int { reports.reduce(0) { $0 + $1.report.count } }

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
