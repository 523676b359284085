internal import ArgumentParser
internal import Foundation
internal import Pipeline

/// What the command says to people, all of it on standard error.
enum Talk {
  static func line(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  /// Runs a stage; a run that cannot go on says why and ends the program.
  static func run(_ body: () throws(RunError) -> RunSummary) -> RunSummary {
    do throws(RunError) {
      return try body()
    } catch {
      if !error.isBrokenPipe { line(error.message) }
      exit(error.outcome.rawValue)
    }
  }

  /// What a command was to do.
  enum Deed {
    case check, validate
    case export(Configuration)
  }

  /// Says what was found and, without errors, what was done.
  static func say(_ summary: RunSummary, _ deed: Deed) {
    for message in summary.messages { line(message) }
    let errors = summary.errorCount
    guard errors == 0, summary.outcome == .done else {
      var what = summary.outcome == .notEvaluated ? "; not everything could be evaluated" : ""
      if case .export = deed { what += "; nothing was written" }
      line("\(count(errors, "error"))\(what)")
      return
    }
    line(
      "\(count(summary.articles, "article")): \(count(summary.entities, "entity", "entities")), "
        + "\(count(summary.events, "event")), \(count(summary.relations, "relation"))")
    guard summary.quads > 0 else {
      line("records and evidence are sound")
      return
    }
    line("\(count(summary.quads, "quad")) made, \(count(summary.claims, "claim")) in them")
    if let validation = summary.validation {
      let warnings = validation.warnings
      line(
        "checked: \(count(validation.constraints, "constraint")) of "
          + "\(count(validation.shapes, "shape")) on \(count(validation.focusNodes, "focus node")), "
          + "\(count(validation.axioms, "axiom")) of the ontology; the data conform"
          + (warnings == 0 ? "" : ", with \(count(warnings, "warning"))"))
    } else {
      line("not checked against shapes and ontology")
    }
    guard case .export(let configuration) = deed else { return }
    if summary.nodes > 0 {
      line("\(count(summary.nodes, "node")) and \(count(summary.edges, "edge")) drawn")
    }
    if configuration.base == Configuration.placeholderBase {
      line("IRIs begin with the placeholder \(configuration.base); --base sets yours")
    }
    if summary.usedOwnTurtle {
      line("Turtle was written by griot itself, for libraptor would have changed a value")
    }
    if !summary.leftOut.isEmpty {
      line(
        "left out, for the format names no graphs: \(summary.leftOut.sorted().joined(separator: ", "))"
          + "; --formats nq holds all")
    }
    for file in summary.files { line("  \(file.name)  \(count(file.bytes, "byte"))") }
  }

  private static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
  }
}
