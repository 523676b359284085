internal import ArgumentParser
internal import Foundation
internal import Pipeline

/// The command line: flags to a configuration, words to people.
@main
struct Griot: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "griot",
    abstract: "Turns what was extracted from press articles into a knowledge graph.",
    discussion: """
      Records go in (JSON, JSON Lines or YAML, see `griot schema`); RDF comes out, every \
      statement with its status, who says it, and the words of the article that say it.

      Examples:
        griot validate seeds/minusma.json
        griot export seeds/minusma.json -o exports
        cat records.jsonl | griot export - -o - --formats nq
        griot convert exports/minusma.nq -o minusma.trig

      Exit status: 0 done, 1 the data is not valid, 2 wrong usage, 3 reading or writing failed, \
      4 a shape could not be evaluated.
      """,
    version: Run.version,
    subcommands: [
      Export.self, Validate.self, Check.self, Link.self, Authority.self, LoadCommand.self,
      Describe.self, Convert.self, Diff.self, View.self, Formats.self, Schema.self,
    ])

  /// Runs the command; wrong usage ends with 2, as every other fault of the command line does.
  static func main() {
    Interruption.prepare()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      Talk.line(fullMessage(for: error))
      Foundation.exit(Outcome.wrongUsage.rawValue)
    }
  }
}
