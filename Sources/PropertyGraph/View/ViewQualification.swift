internal import JSON

/// How an event or a claim is put: as what, by whom, in which document, how surely, when.
struct ViewQualification {
  /// The status by its local name.
  let status: String?
  /// The nodes that put it.
  let agents: [Int]
  /// The nodes of the documents that say it.
  let sources: [Int]
  /// The confidence as it is written.
  let confidence: String?
  /// When it holds or happens.
  let time: ViewTime?

  func write(to writer: inout JSONWriter) {
    writer.member("status", status)
    writer.member("by", agents)
    writer.member("via", sources)
    writer.member("confidence", confidence)
    if let time {
      writer.key("time")
      time.write(to: &writer)
    }
  }
}
