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
      if !isQuiet { sayOmissions(summary) }
      if !isQuiet { sayFiles(summary, configuration) }
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
    guard summary.quads > 0 else {
      Self.line("records and evidence are sound")
      return
    }
    Self.line(
      "\(Self.count(summary.quads, "quad")) made, \(Self.count(summary.claims, "claim")) in them")
    sayChecks(summary)
    if case .export(let configuration) = deed { sayFiles(summary, configuration) }
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
