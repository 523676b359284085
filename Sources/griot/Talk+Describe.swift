internal import Pipeline

extension Talk {
  /// Says what was described.
  func say(_ summary: DescribeSummary) {
    guard format == .text else {
      Self.lines { line in summary.forEachJSONMessage(line) }
      return
    }
    Self.lines { line in summary.forEachMessage(notes: isQuiet ? 0 : 20, line) }
    guard summary.outcome == .done else {
      Self.line("nothing was written")
      return
    }
    guard !isQuiet else { return }
    Self.line(
      "\(Self.count(summary.statements, "statement")) of "
        + "\(Self.count(summary.described.count, "file")) described")
    for file in summary.files { Self.line("  \(file.name)  \(Self.count(file.bytes, "byte"))") }
  }
}
