internal import ArgumentParser
internal import Foundation
internal import Pipeline

/// `griot validate`: read, map, hold against the shapes and the ontology, report.
struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Hold records or RDF against shapes and the ontology, and report what is wrong.",
    discussion: """
      Records are mapped and each held against the ontology and the shapes for itself: griot's, or \
      those that are named. Files of RDF (.nt, .nq, .ttl, .trig, .rdf) are held together against \
      what is named alone, and against griot's ontology and shapes where nothing is. Each result \
      names the line and column that the value came from, of records also the place in the record \
      and the words of the article.

      What is found is kept apart: what is wrong with the input in itself, inconsistencies with the \
      ontology, shapes (SHACL), and what the ontology does not know or allow.

      Examples:
        griot validate records/
        griot validate fleet.json --ontology shipping.ttl --shapes shipping-shapes.ttl
        griot validate graph.nt.gz --shapes shapes.ttl --format ttl -o report.ttl
        curl -s https://example.org/graph.ttl | griot validate - --from ttl --shapes shapes.ttl
        griot validate records/ --format sarif -o griot.sarif --fail-on warning

      Exit status: 0 nothing is as grave as --fail-on says, 1 something is, 2 wrong usage, \
      3 reading or writing failed, 4 a shape could not be evaluated.
      """)

  @OptionGroup var inputs: InputOptions

  @OptionGroup var model: ModelOptions

  @OptionGroup var report: ReportOptions
  @OptionGroup var talking: TalkOptions

  func run() throws {
    let talk = talking.talk
    var settings = try report.settings()
    settings.isTerse = talking.messages.quiet
    let given = settings
    let (summary, _) = talk.run { () throws(RunError) in
      var configuration =
        try talking.settings(Settings(inputs, model)).configuration(inputs.input)
      inputs.apply(to: &configuration)
      configuration.onArticle = talk.progress
      return (try Run.validate(configuration, given), configuration)
    }
    talk.say(summary, .validate(settings))
    if summary.outcome != .done { throw ExitCode(summary.outcome.rawValue) }
  }
}

/// How a report is written, and when data fail.
struct ReportOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How the report is written: people, grouped; lines, as compilers print them; ttl, nt, nq, trig, rdf, jsonld or rj for a SHACL report; "
        + "json, csv, sarif, junit, github.", valueName: "format"))
  var format = ReportFormat.people

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file of the report, else standard output.", valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "The severity from which on the exit status is 1: info, warning or violation.",
      valueName: "severity"))
  var failOn = FailureLevel.violation

  @Option(
    help: ArgumentHelp(
      "How many results the report has at most, the gravest first; 0 for all.", valueName: "count"))
  var maxResults = 100_000

  @Option(
    help: ArgumentHelp(
      "How many results of one constraint it has at most; 0 for all.", valueName: "count"))
  var maxPerConstraint = 1000

  @Option(
    help: ArgumentHelp(
      "How many results of a group people are shown; 0 for all.", valueName: "count"))
  var examples = 3

  func settings() throws -> ReportSettings {
    var settings = ReportSettings()
    for (name, count) in [
      ("max-results", maxResults), ("max-per-constraint", maxPerConstraint), ("examples", examples),
    ] where count < 0 {
      throw ValidationError("--\(name) is \(count); expected a whole number from 0 on")
    }
    settings.format = format
    settings.output = output == "-" ? nil : output
    settings.failOn = failOn
    settings.maxResults = maxResults == 0 ? nil : maxResults
    settings.maxPerConstraint = maxPerConstraint == 0 ? nil : maxPerConstraint
    settings.exampleCount = examples == 0 ? .max : examples
    settings.hasColours = settings.output == nil && Self.isColourful
    return settings
  }

  /// Whether a person looks at standard output on a terminal, and wants colours (no-color.org).
  private static var isColourful: Bool {
    let environment = ProcessInfo.processInfo.environment
    return isatty(STDOUT_FILENO) == 1 && (environment["NO_COLOR"] ?? "").isEmpty
      && environment["TERM"] != "dumb"
  }
}
