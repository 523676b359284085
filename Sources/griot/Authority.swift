internal import ArgumentParser
internal import Foundation
internal import Pipeline

/// `griot authority`: files of what authorities know.
struct Authority: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make files of authorities that entities are looked up in.",
    subcommands: [AuthorityBuild.self])
}

/// `griot authority build`: dumps to one file.
struct AuthorityBuild: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Make an authority's file out of dumps.",
    discussion: """
      Dumps are N-Triples, N-Quads, Turtle or TriG with the properties of Wikidata, GeoNames,
      DBpedia, schema.org or SKOS, or tables in .tsv with a thing a line; gzip and Zstandard are
      unpacked. A table has the columns iri (or id, below --namespace), label, label_fr and so on,
      alias, alias_fr and so on, type, country, latitude, longitude, begin, end and description;
      | stands between several names.

      Examples:
        griot authority build wikidata.nt.gz -o wikidata.sqlite
        griot authority build places.tsv -o places.sqlite --namespace https://example.org/place/

      Exit status: 0 done, 1 a dump is not of its syntax, 2 wrong usage, 3 reading or writing failed.
      """)

  @Argument(help: "Dumps: .nt, .nq, .ttl, .trig or .tsv, also packed.")
  var dump: [String]

  @Option(name: .shortAndLong, help: ArgumentHelp("The file to make.", valueName: "file"))
  var output: String

  @Option(
    help: ArgumentHelp(
      "What the authority is called (default: the file's name).", valueName: "name"))
  var name: String?

  @Option(
    help: ArgumentHelp(
      "What the IRIs of its things begin with (default: what all of them begin with).",
      valueName: "iri"))
  var namespace: String?

  @Option(
    help: ArgumentHelp(
      "How much a packed dump may unpack to, in megabytes, however small it is (default: 16384, "
        + "and 200 times its size beyond 16).", valueName: "megabytes"))
  var unpackLimit: Int?

  @OptionGroup var messages: MessageOptions

  func run() throws {
    var settings = AuthoritySettings(dumps: dump, output: output)
    settings.name = name
    settings.namespace = namespace
    settings.unpackLimit = unpackLimit
    let talk = Talk(format: messages.messageFormat, isQuiet: messages.quiet)
    let wanted = settings
    let count = talk.run { () throws(RunError) in try Run.buildAuthority(wanted) }
    talk.say(items: count.items, names: count.names, file: output)
  }
}
