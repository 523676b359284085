internal import ArgumentParser
internal import Pipeline

/// `griot validate`: read, map, hold against the shapes and the ontology.
struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Hold records against the ontology and its shapes; write nothing.",
    discussion: """
      Maps the records and checks the result against the SHACL shapes; against the ontology as what
      it contradicts (inconsistency), with the triples that lead there; and as what it lets one
      expect (closed world): terms that are declared, domains and ranges, functional properties,
      numbers of values. docs/ontology-checks.md has all checks. Every complaint names
      the record's line that the value came from. Exit status 1 says that something is wrong, and 4
      that a shape could not be evaluated.

      Examples:
        griot validate records/
        griot validate fleet.json --ontology shipping.ttl --shapes shipping-shapes.ttl
      """)

  @OptionGroup var inputs: InputOptions

  @Option(
    help: ArgumentHelp(
      "What all inputs are written in, else what their names say: json, jsonl, yaml, nt, nq, ttl, "
        + "trig or rdf.", valueName: "syntax"))
  var from: InputSyntax?

  @OptionGroup var model: ModelOptions
  @OptionGroup var talking: TalkOptions

  func run() throws {
    let talk = talking.talk
    let (summary, _) = talk.run { () throws(RunError) in
      var configuration =
        try talking.settings(Settings(inputs, model)).configuration(inputs.input)
      configuration.inputSyntax = from
      configuration.onArticle = talk.progress
      return (try Run.validate(configuration), configuration)
    }
    talk.say(summary, .validate)
    if summary.outcome != .done { throw ExitCode(summary.outcome.rawValue) }
  }
}
