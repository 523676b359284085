internal import ArgumentParser
internal import Pipeline

/// `griot check`: the record and its evidence, no ontology.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check records and their evidence; no ontology is needed.",
    discussion: """
      Finds unknown keys, ids that are given twice or to nothing, dates that cannot be, and words
      that do not stand where the record says. Misspelt types are found by validate and export.

      Example:
        griot check records/ --texts articles/
      """)

  @OptionGroup var inputs: InputOptions

  func run() throws {
    let configuration = inputs.configuration
    let summary = Talk.run { () throws(RunError) in try Run.check(configuration) }
    Talk.say(summary, .check)
    if summary.outcome != .done { throw ExitCode(summary.outcome.rawValue) }
  }
}

/// What all commands that read records take.
struct InputOptions: ParsableArguments {
  @Argument(
    help: """
      Files (.json, .jsonl, .yaml), folders, patterns in quotes, or - for standard input.
      """)
  var input: [String]

  @Option(
    help: ArgumentHelp(
      "Where the articles' texts are; else beside each record.", valueName: "folder"))
  var texts: String?

  var configuration: Configuration {
    Configuration(inputs: input, texts: texts)
  }
}

/// What all commands that map records take.
struct ModelOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The IRI that articles and entities get theirs below.", valueName: "iri"))
  var base = Configuration.placeholderBase

  @Option(
    help: ArgumentHelp(
      "An ontology of your own in Turtle, in place of griot's; may be repeated.", valueName: "file")
  )
  var ontology: [String] = []

  @Option(
    help: ArgumentHelp(
      "Shapes of your own (SHACL), in place of griot's; may be repeated.", valueName: "file"))
  var shapes: [String] = []

  func configuration(_ inputs: InputOptions) -> Configuration {
    var configuration = inputs.configuration
    configuration.base = base
    configuration.ontologyFiles = ontology
    configuration.shapesFiles = shapes
    return configuration
  }
}
