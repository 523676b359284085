internal import ArgumentParser
internal import Foundation
internal import Pipeline

/// `griot diff`: what was removed and added between two RDF files.
struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compare two RDF files, blank nodes and all.",
    discussion: """
      Labels of blank nodes and the order of lines do not matter: two files that say the same are \
      the same, in whatever syntax (.nt, .nq, .ttl, .trig, .rdf). For people the difference is grouped by \
      subject, - what the first file alone has, + what the second one has. A patch has a line a \
      quad, D to delete it and A to add it; its blank nodes have the labels of the first file's \
      canonical form (RDFC-1.0).

      Examples:
        griot diff exports/minusma.ttl out/minusma.ttl
        griot diff monday.nq tuesday.nq --format patch > changes.rdfp

      Exit status: 0 the same, 1 different, 2 wrong usage, 3 a file cannot be read, 4 blank nodes \
      are too much alike to be told apart.
      """)

  @Argument(help: "The file to start from.")
  var old: String

  @Argument(help: "The file to compare with it.")
  var new: String

  @Option(
    help: ArgumentHelp(
      "How the difference is written: people, or patch for RDF Patch.", valueName: "format"))
  var format: DifferenceFormat = .people

  @OptionGroup var messages: MessageOptions

  func run() throws {
    let summary: DifferenceSummary
    do throws(RunError) {
      summary = try Run.diff(old, new, format: format)
    } catch {
      if !error.isBrokenPipe {
        Talk.line(messages.messageFormat == .json ? error.json : error.message)
      }
      throw ExitCode(error.outcome.rawValue)
    }
    if messages.messageFormat == .json {
      Talk.line(summary.json)
    } else if !messages.quiet {
      Talk.line(
        summary.isEmpty
          ? "the two say the same" : "\(quads(summary.removed)) removed, \(summary.added) added")
    }
    if !summary.isEmpty { throw ExitCode(summary.outcome.rawValue) }
  }

  private func quads(_ count: Int) -> String { "\(count) \(count == 1 ? "quad" : "quads")" }
}
