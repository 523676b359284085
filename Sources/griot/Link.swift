internal import ArgumentParser
internal import Foundation
internal import Pipeline

/// `griot link`: entities to what authorities know them as.
struct Link: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Link entities to what Wikidata, GeoNames or a thesaurus knows them as.",
    discussion: """
      Entities of records, or of RDF that griot exported, are looked up by all their names in files
      of authorities that griot authority build made, and in services that are named; files and
      services of one authority are taken together. A match is proposed where it is the only one,
      its type fits and its score is high enough; all else is a candidate for people to look at.
      Entities without a name of their own are never matched.

      Into the folder go links.nq (owl:sameAs, and how each link was found, in the links graphs of
      the articles), links.void.ttl (how many there are to each authority) and links.sssom.tsv (the
      same as a table of mappings).

      --review writes a table with a line a candidate. Fill its column verdict with same, different,
      exact, close or none, and give it back with --decisions: what it says is kept in links.yaml
      and comes before all else from then on.

      Examples:
        griot authority build wikidata.nt.gz -o wikidata.sqlite
        griot link records/ --authority wikidata.sqlite -o out --review review.tsv
        griot link records/ --authority wikidata.sqlite -o out --decisions review.tsv --by Ada
        griot link records/ --identifiers identifiers.tsv -o out
        griot link records/ --service https://wikidata.reconci.link/fr/api -o out --extend type=P31

      Exit status: 0 done, 1 a record or a table is not valid, or a decision is refused, 2 wrong
      usage, 3 reading or writing failed.
      """)

  @OptionGroup var inputs: InputOptions

  @Option(
    help: ArgumentHelp(
      "A file of an authority, made by griot authority build; may be repeated.",
      valueName: "file"))
  var authority: [String] = []

  @Option(
    help: ArgumentHelp(
      "The address of a service of the Reconciliation API (0.1, 0.2, 1.0-draft); may be repeated. "
        + "Without one nothing is asked of the network.", valueName: "address"))
  var service: [String] = []

  @OptionGroup(title: "Services") var services: ServiceOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder to write to; - is standard output, for the links alone.", valueName: "folder"))
  var output: String

  @Option(
    help: ArgumentHelp(
      "Write the candidates here, for people to look at.", valueName: "file"))
  var review: String?

  @Option(
    help: ArgumentHelp(
      "A table of candidates whose verdicts have been filled; they are kept in links.yaml.",
      valueName: "file"))
  var decisions: String?

  @Option(
    help: ArgumentHelp("The file that keeps decisions (default: links.yaml).", valueName: "file"))
  var ledger: String?

  @Option(
    help: ArgumentHelp(
      "Identifiers that others have found: a table with entity_key, authority, iri, verified.",
      valueName: "file"))
  var identifiers: String?

  @Option(help: ArgumentHelp("Who decided, where the table does not say.", valueName: "name"))
  var by: String?

  @Option(
    help: ArgumentHelp("When it was decided, where the table does not say.", valueName: "date"))
  var timestamp: String?

  @Option(
    help: ArgumentHelp(
      "The least score of a match, from 0 to 1 (default: 0.85).", valueName: "score")
  )
  var threshold: Double?

  @Option(
    help: ArgumentHelp(
      "A table of how classes meet the types of authorities, in place of griot's.",
      valueName: "file"))
  var types: String?

  @Option(
    help: ArgumentHelp(
      "The licence of the mappings, for links.sssom.tsv.", valueName: "iri"))
  var license: String?

  @Option(
    help: ArgumentHelp(
      "The IRI that articles and entities get theirs below (default: https://example.org/).",
      valueName: "iri"))
  var base: String?

  @Option(
    help: ArgumentHelp(
      "An ontology of your own in Turtle, in place of griot's; may be repeated.", valueName: "file")
  )
  var ontology: [String] = []

  @OptionGroup var talking: TalkOptions

  func validate() throws {
    if let threshold, !(0...1).contains(threshold) {
      throw ValidationError("--threshold is \(threshold); expected a number from 0 to 1")
    }
    if decisions == nil, by != nil || timestamp != nil {
      throw ValidationError("--by and --timestamp are said of --decisions, which is not there")
    }
  }

  func run() throws {
    var flags = Settings(inputs)
    flags.base = base
    if !ontology.isEmpty { flags.ontology = ontology }
    var settings = LinkSettings()
    settings.output = output
    settings.authorities = authority
    settings.services = service
    settings.exchange = services.settings
    settings.types = types
    settings.threshold = threshold
    settings.review = review
    settings.decisions = decisions
    settings.ledger = ledger
    settings.identifiers = identifiers
    settings.author = by ?? ""
    settings.timestamp = timestamp ?? ""
    settings.licence = license
    let talk = talking.talk
    let (given, wanted) = (flags, settings)
    let summary = talk.run { () throws(RunError) in
      var configuration = try talking.settings(given).configuration(inputs.input)
      inputs.apply(to: &configuration)
      configuration.onArticle = talk.progress
      return try Run.link(configuration, wanted)
    }
    talk.say(summary)
    if summary.outcome != .done { throw ExitCode(summary.outcome.rawValue) }
  }
}
