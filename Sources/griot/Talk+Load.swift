internal import Foundation
internal import Pipeline

extension Talk {
  /// Shows how much was sent, how fast, and how long it takes yet, where a person is looking.
  var loadProgress: (@Sendable (LoadProgress) -> Void)? {
    guard isShowingProgress else { return nil }
    let clock = ContinuousClock()
    let begin = clock.now
    return { progress in
      let seconds = (clock.now - begin) / .seconds(1)
      guard seconds > 0.5, progress.sent > 0 else { return }
      let rate = Double(progress.sent) / seconds
      let left = Int((Double(progress.total - progress.sent) / rate).rounded(.up))
      let time = left < 120 ? "\(left) s" : "\(left / 60) min"
      FileHandle.standardError.write(
        Data(
          "\r\u{1B}[K\(progress.sent) of \(progress.total) statements, \(Int(rate)) a second, \(time) left"
            .utf8))
    }
  }

  /// Says what was found and what was done.
  func say(_ summary: LoadSummary) {
    guard format == .text else {
      Self.lines { line in summary.forEachJSONMessage(line) }
      Self.line(summary.json)
      return
    }
    Self.lines { line in summary.forEachMessage(notes: isQuiet ? 0 : 20, line) }
    let isSent = summary.graphs + summary.skipped + summary.deleted > 0
    guard isSent || summary.outcome == .done else {
      if summary.mode == .load { Self.line("nothing was sent") }
      return
    }
    guard !isQuiet else { return }
    switch summary.mode {
    case .dryRun: sayPlan(summary)
    case .load:
      sayDeeds(summary)
      sayVerified(summary)
    case .compareOnly: sayVerified(summary)
    }
  }

  private func sayPlan(_ summary: LoadSummary) {
    for step in summary.steps {
      switch step.deed {
      case .replace:
        Self.line("would replace \(step.graph) with \(Self.count(step.statements, "statement"))")
      case .add: Self.line("would add \(Self.count(step.statements, "statement")) to \(step.graph)")
      case .delete: Self.line("would remove \(step.graph)")
      case .skip: continue
      }
    }
    let hidden = summary.graphs + summary.deleted - summary.steps.count
    if hidden > 0 { Self.line("… and \(Self.count(hidden, "graph")) more") }
    Self.line(
      "\(Self.count(summary.statements, "statement")) in \(Self.count(summary.graphs, "graph")) "
        + "would be sent; nothing was")
  }

  private func sayDeeds(_ summary: LoadSummary) {
    let rate = summary.seconds > 0 ? Int(Double(summary.statements) / summary.seconds) : 0
    Self.line(
      "\(Self.count(summary.statements, "statement")) in \(Self.count(summary.graphs, "graph")) "
        + "loaded into \(summary.store) (\(summary.kindName))"
        + (summary.seconds >= 1 ? ", \(rate) a second" : ""))
    if summary.skipped > 0 {
      Self.line("\(Self.count(summary.skipped, "graph")) loaded before")
    }
    if summary.deleted > 0 { Self.line("\(Self.count(summary.deleted, "graph")) removed") }
  }

  private func sayVerified(_ summary: LoadSummary) {
    guard let verified = summary.verified else { return }
    Self.line("\(Self.count(verified, "statement")) read back with the same value or nearly so")
  }
}
