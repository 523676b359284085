internal import ArgumentParser
internal import Pipeline

/// `griot check`: the record and its evidence, no ontology.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check records and their evidence; no ontology is needed.",
    discussion: """
      Finds unknown keys, ids that are given twice or to nothing, dates that cannot be, and words \
      that do not stand where the record says. Misspelt types are found by validate and export.

      Examples:
        griot check records/ --texts articles/
        cat records.jsonl | griot check - --message-format json
      """)

  @OptionGroup var inputs: InputOptions
  @OptionGroup var talking: TalkOptions

  func run() throws {
    let talk = talking.talk
    let (summary, _) = talk.run { () throws(RunError) in
      var configuration = try talking.settings(Settings(inputs)).configuration(inputs.input)
      inputs.apply(to: &configuration)
      configuration.onArticle = talk.progress
      return (try Run.check(configuration), configuration)
    }
    talk.say(summary, .check)
    if summary.outcome != .done { throw ExitCode(summary.outcome.rawValue) }
  }
}
