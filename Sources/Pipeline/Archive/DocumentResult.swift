/// What became of one document.
struct DocumentResult: Sendable {
  /// What it adds to the run's summary.
  var summary: RunSummary
  /// What it adds to files, in order.
  var parts: [(name: String, bytes: [UInt8])] = []
  /// What is to be known of it beside.
  var findings = DocumentFindings()
  /// What ends the run.
  var error: RunError?
}
