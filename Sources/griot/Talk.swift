internal import ArgumentParser
internal import Foundation
internal import Pipeline

/// What the command says, all of it on standard error.
struct Talk: Sendable {
  let format: MessageFormat
  let isQuiet: Bool

  /// What a command was to do.
  enum Deed {
    case check
    case validate(ReportSettings)
    case export(Configuration)
  }

  /// How many notes are shown; a large archive has one an article.
  private static let noteLimit = 20
  /// How many files are named.
  private static let fileLimit = 60

  static func line(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  /// Says many lines with few calls of the system.
  static func lines(_ body: ((String) -> Void) -> Void) {
    var buffer = Data()
    body { line in
      buffer.append(contentsOf: (line + "\n").utf8)
      guard buffer.count > 1 << 16 else { return }
      FileHandle.standardError.write(buffer)
      buffer.removeAll(keepingCapacity: true)
    }
    FileHandle.standardError.write(buffer)
  }

  /// Runs a stage; a run that cannot go on says why and ends the program.
  func run<Result>(_ body: () throws(RunError) -> Result) -> Result {
    do throws(RunError) {
      let result = try body()
      endProgress()
      return result
    } catch {
      endProgress()
      if !error.isBrokenPipe { Self.line(format == .json ? error.json : error.message) }
      exit(error.outcome.rawValue)
    }
  }

  // MARK: Progress

  /// Shows how far the work is, where a person is looking.
  var progress: (@Sendable (Int) -> Void)? {
    guard isShowingProgress else { return nil }
    return { count in
      guard count % 100 == 0 else { return }
      FileHandle.standardError.write(Data("\r\(count) articles…".utf8))
    }
  }

  /// Shows how far an export is, how fast, and how long it takes yet, where a person is looking.
  var exportProgress: (@Sendable (ExportProgress) -> Void)? {
    guard isShowingProgress else { return nil }
    let meter = ProgressMeter()
    return { progress in
      guard let seconds = meter.isDue() else { return }
      let rate = Double(progress.articles) / seconds
      var line = "\(progress.articles) articles, \(Int(rate)) a second"
      if let total = progress.total, progress.read > 0 {
        let left = seconds * Double(max(0, total - progress.read)) / Double(progress.read)
        let time = left < 120 ? "\(Int(left.rounded(.up))) s" : "\(Int(left / 60)) min"
        line += ", \(time) left"
      }
      FileHandle.standardError.write(Data("\r\u{1B}[K\(line)".utf8))
    }
  }

  var isShowingProgress: Bool {
    !isQuiet && format == .text && isatty(STDERR_FILENO) == 1
  }

  private func endProgress() {
    guard isShowingProgress else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
  }

  // MARK: The end

  /// Says what was found and, without errors, what was done.
  func say(_ summary: RunSummary, _ deed: Deed) {
    guard format == .text else {
      Self.lines { line in summary.forEachJSONMessage(line) }
      Self.line(summary.json)
      return
    }
    Self.lines { line in
      summary.forEachMessage(notes: isQuiet ? 0 : Self.noteLimit, line)
    }
    if case .validate(let settings) = deed {
      sayResults(summary, settings)
      return
    }
    if summary.rejected > 0, summary.outcome == .invalidData,
      case .export(let configuration) = deed
    {
      Self.line(
        "\(Self.count(summary.errorCount, "error")): "
          + "\(Self.count(summary.rejected, "record")) of \(summary.articles) left out")
      if !isQuiet {
        sayOmissions(summary)
        sayAcross(summary)
        sayFiles(summary, configuration)
      }
      return
    }
    guard summary.errorCount == 0, summary.outcome == .done else {
      var what = summary.outcome == .notEvaluated ? "; not everything could be evaluated" : ""
      if case .export = deed { what += "; nothing was written" }
      Self.line("\(Self.count(summary.errorCount, "error"))\(what)")
      return
    }
    guard !isQuiet else { return }
    Self.line(
      "\(Self.count(summary.articles, "article")): "
        + "\(Self.count(summary.entities, "entity", "entities")), "
        + "\(Self.count(summary.events, "event")), \(Self.count(summary.relations, "relation"))")
    sayOmissions(summary)
    guard summary.quads > 0 || summary.unchanged > 0 else {
      Self.line("records and evidence are sound")
      return
    }
    Self.line(
      "\(Self.count(summary.quads, "quad")) made, \(Self.count(summary.claims, "claim")) in them")
    sayChecks(summary)
    if case .export(let configuration) = deed {
      sayAcross(summary)
      sayFiles(summary, configuration)
    }
  }

  /// Says what of extractors' formats is not in the records.
  private func sayOmissions(_ summary: RunSummary) {
    guard !summary.omissions.isEmpty else { return }
    let list = summary.omissions.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    Self.line(
      "left out, for a record has no place for it: "
        + list.map { "\($0.key) (\($0.value))" }.joined(separator: ", "))
  }

  /// Says how a validation ended, where the report does not.
  private func sayResults(_ summary: RunSummary, _ settings: ReportSettings) {
    guard summary.outcome != .notEvaluated else {
      Self.line("\(Self.count(summary.errorCount, "error")); not everything could be evaluated")
      return
    }
    if !isQuiet { sayOmissions(summary) }
    let isTold = settings.format == .people && settings.output == nil
    guard !isTold, !isQuiet, let validation = summary.validation else { return }
    let counts = [
      (validation.violations, "violation"), (validation.warnings, "warning"),
      (validation.infos, "note"),
    ].filter { $0.0 > 0 }.map { Self.count($0.0, $0.1) }
    guard !counts.isEmpty else { return sayChecks(summary) }
    Self.line(counts.joined(separator: ", "))
  }

  private func sayChecks(_ summary: RunSummary) {
    guard let validation = summary.validation else {
      Self.line("not checked against shapes and ontology")
      return
    }
    let warnings = validation.warnings
    Self.line(
      "checked: \(Self.count(validation.constraints, "constraint")) of "
        + "\(Self.count(validation.shapes, "shape")) on "
        + "\(Self.count(validation.focusNodes, "focus node")), "
        + "\(Self.count(validation.axioms, "axiom")) of the ontology, "
        + "entailment \(validation.entailment.rawValue), closed world "
        + "\(validation.closedWorld.rawValue); the data conform"
        + (warnings == 0 ? "" : ", with \(Self.count(warnings, "warning"))"))
  }

  /// Says what was held against each other across articles, where there are several.
  private func sayAcross(_ summary: RunSummary) {
    if let across = summary.across, summary.articles > 1 {
      let contradictions =
        across.conflicts == 0 ? "no contradiction" : Self.count(across.conflicts, "contradiction")
      Self.line(
        "across articles: \(Self.count(across.things, "thing")) that several may name, by disjoint "
          + "classes and \(Self.count(across.properties, "property", "properties")) of at most one "
          + "value; \(contradictions)"
          + (across.repeatedArticles == 0
            ? "" : ", \(Self.count(across.repeatedArticles, "article")) read again")
          + "; all else is checked article by article")
      if across.skippedShards > 0 {
        Self.line(
          "not across the articles of the \(Self.count(across.skippedShards, "shard")) there already"
        )
      }
      if summary.unchanged > 0 {
        Self.line(
          "not across the \(Self.count(summary.unchanged, "article")) that did not change")
      }
    }
    if let duplicates = summary.duplicates {
      Self.line(
        "\(Self.count(duplicates.entities, "entity", "entities")) in "
          + "\(Self.count(duplicates.groups, "group")) may be the same; none was merged for that")
    }
    if summary.unchanged > 0 {
      Self.line("\(Self.count(summary.unchanged, "record")) did not change")
    }
    if summary.goneArticles > 0 {
      Self.line("\(Self.count(summary.goneArticles, "article")) not among the inputs any more")
    }
    if summary.deletedGraphs > 0 {
      Self.line(
        "\(Self.count(summary.deletedGraphs, "graph")) to remove, in deleted-graphs.tsv; griot load "
          + "--delete-graphs does")
    }
  }

  private func sayFiles(_ summary: RunSummary, _ configuration: Configuration) {
    if summary.nodes > 0 {
      Self.line(
        "\(Self.count(summary.nodes, "node")) and \(Self.count(summary.edges, "edge")) drawn")
    }
    if summary.lossCount > 0 {
      Self.line(
        "the graph holds \(Self.count(summary.lossCount, "quad or value", "quads and values")) "
          + "less, or as text; "
          + (configuration.graph.report.map { "\($0) says which" } ?? "--report FILE says which"))
    }
    if configuration.base == Configuration.placeholderBase {
      Self.line("IRIs begin with the placeholder \(configuration.base); --base sets yours")
    }
    if summary.usedOwnTurtle {
      Self.line("Turtle was written by griot itself, for libraptor would have changed a value")
    }
    if !summary.leftOut.isEmpty {
      Self.line(
        "left out, for the format names no graphs: "
          + "\(summary.leftOut.sorted().joined(separator: ", ")); --formats nq holds all")
    }
    if summary.resumedShards > 0 {
      Self.line("\(Self.count(summary.resumedShards, "shard")) there already")
    }
    let shown = summary.files.count <= Self.fileLimit ? summary.files.count : Self.fileLimit / 2
    for file in summary.files.prefix(shown) {
      Self.line("  \(file.name)  \(Self.count(file.bytes, "byte"))")
    }
    guard shown < summary.files.count else { return }
    let rest = summary.files[shown...]
    Self.line("  … and \(rest.count) files more, \(rest.reduce(0) { $0 + $1.bytes }) bytes")
  }

  static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
  }
}
