internal import ArgumentParser
internal import Foundation
internal import Pipeline

/// `griot describe`: a dataset in the words of VoID, DCAT and PROV.
struct Describe: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Describe exports as a dataset: VoID, DCAT and PROV.",
    discussion: """
      The inputs are files that griot export wrote, or folders of them. The statements of one syntax \
      are counted (N-Quads where there are any), by class, property, graph and set of links; all \
      files are described as forms of the same dataset, with size and SHA-256. griot export \
      --describe does this for what it writes, in void.ttl.

      What people say of the dataset stands in griot.yaml; without all of title, description, \
      publisher, licence and accessURL there is VoID alone:
        dataset:
          iri: https://data.example.org/dataset
          title: {fr: Articles, en: Articles}
          description: {en: Press articles as a graph}
          publisher: The Example Press
          publisherIRI: https://example.org/press
          licence: https://creativecommons.org/licenses/by/4.0/
          accessURL: https://data.example.org/files/

      Examples:
        griot describe out/ -o out/void.ttl
        griot describe out/*.nq.gz out/*.graphml --base https://data.example.org/
        SOURCE_DATE_EPOCH=$(date +%s) griot describe out/ -o out/void.ttl
      """)

  @OptionGroup var inputs: InputOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write; - is standard output (default).", valueName: "file"))
  var output = "-"

  @Option(
    help: ArgumentHelp(
      "The IRI that articles and entities have theirs below (default: \(Configuration.placeholderBase)).",
      valueName: "iri"))
  var base: String?

  @OptionGroup var moment: MomentOptions

  @OptionGroup var talking: TalkOptions

  func run() throws {
    var flags = Settings()
    flags.base = base
    flags.unpackLimit = inputs.unpackLimit
    let given = flags
    let talk = talking.talk
    let summary = talk.run { () throws(RunError) in
      var configuration = try talking.settings(given).configuration(inputs.input)
      configuration.moment = try moment.moment()
      return try Run.describe(configuration, DescribeSettings(output: output))
    }
    talk.say(summary)
    if summary.outcome != .done { throw ExitCode(summary.outcome.rawValue) }
  }
}

/// When an export is, where someone wants to know.
struct MomentOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "When the export is, such as 2024-11-15T12:00:00Z, for the description (default: that of "
        + "SOURCE_DATE_EPOCH, else nothing).", valueName: "time"))
  var timestamp: String?

  /// - Throws: ``RunError`` where it is no time.
  func moment() throws(RunError) -> String? {
    try Settings.moment(timestamp, ProcessInfo.processInfo.environment)
  }
}
