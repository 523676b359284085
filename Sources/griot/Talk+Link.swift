internal import Pipeline

extension Talk {
  /// Says what was linked.
  func say(_ summary: LinkSummary) {
    guard format == .text else {
      Self.lines { line in summary.forEachJSONMessage(line) }
      Self.line(summary.json)
      return
    }
    Self.lines { line in summary.forEachMessage(line) }
    guard summary.outcome == .done else {
      Self.line("\(Self.count(summary.errorCount, "error")); nothing was written")
      return
    }
    guard !isQuiet else { return }
    Self.line(
      "\(Self.count(summary.entities, "entity", "entities")) looked up: \(summary.linked) linked, "
        + "\(summary.open) with candidates that are not sure, \(summary.unknown) not found, "
        + "\(summary.unnamed) without a name of their own")
    for file in summary.files { Self.line("  \(file.name)  \(Self.count(file.bytes, "byte"))") }
  }

  /// Says what an authority's file holds.
  func say(items: Int, names: Int, file: String) {
    guard !isQuiet else { return }
    guard format == .text else {
      Self.line(Run.authoritySummary(items: items, names: names))
      return
    }
    Self.line("\(Self.count(items, "thing")) with \(Self.count(names, "name")) in \(file)")
  }
}
