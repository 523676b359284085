internal import ArgumentParser
internal import Foundation
internal import Pipeline

/// `griot convert`: RDF from one syntax to another.
struct Convert: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Convert RDF from any syntax to another, count it, or make it canonical.",
    discussion: """
      Names say the syntax: .nt, .nq, .ttl, .trig, .rdf (.owl, .xml), .rj and, to write, .jsonld, \
      with .gz or .zst after it; --from and --to say it elsewhere, by such an ending or by a media \
      type. N-Triples, N-Quads, Turtle and TriG go to N-Triples and N-Quads statement by statement, \
      in memory that does not grow with the file, in their order and as often as they are there. \
      All else is held in memory and written sorted; griot formats says what each takes.

      A file appears whole or not at all. What an error stops on standard output ends before it.

      Graph names are never lost in silence: a statement with one is an error where the target has \
      none. --drop-graphs makes all graphs one; --graph takes one graph of N-Quads and TriG, and \
      puts what other syntaxes hold into it (oxigraph's --from-graph and --to-graph).

      Examples:
        griot convert exports/minusma.nq -o minusma.trig
        griot convert dump.nt.gz -o dump.nq.zst --graph https://example.org/dump
        curl -s https://example.org/d.ttl | griot convert - --from ttl --to nt --base https://example.org/
        griot convert *.ttl --to nq --lenient > all.nq

      Exit status: 0 done, 1 the input is not of its syntax, some of it was skipped, or the target \
      cannot hold it, 2 wrong usage, 3 reading or writing failed, 4 blank nodes are too much alike \
      for a canonical form.
      """)

  @Argument(help: "Files, or - for standard input; gzip and Zstandard are unpacked.")
  var input: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write; - is standard output (default: -).", valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "The syntax of the input, by a file's ending or a media type.", valueName: "syntax"),
    transform: { try Convert.syntax(named: $0) })
  var from: ConversionSyntax?

  @Option(
    help: ArgumentHelp(
      "The syntax of the output, by a file's ending or a media type.", valueName: "syntax"),
    transform: { try Convert.syntax(named: $0) })
  var to: ConversionSyntax?

  @Option(
    help: ArgumentHelp(
      "The IRI that relative ones are resolved against; without one they are errors.",
      valueName: "iri"))
  var base: String?

  @Flag(help: "Write how many statements there are, and nothing else.")
  var count = false

  @Flag(help: "Write canonical N-Quads (RDFC-1.0): the same for all that say the same.")
  var canonical = false

  @Flag(
    help: ArgumentHelp(
      "Skip statements that are not of their syntax, say each, and exit with 1; RDF/XML and "
        + "RDF/JSON are always read strictly."))
  var lenient = false

  @Flag(help: "Leave graph names out: all graphs become one.")
  var dropGraphs = false

  @Option(
    help: ArgumentHelp(
      "Take only this graph of N-Quads and TriG; put what other syntaxes hold into it.",
      valueName: "iri"))
  var graph: String?

  @Option(
    help: ArgumentHelp(
      "A file with the context that JSON-LD is compacted with, or griot for griot's own "
        + "(default: the expanded form).", valueName: "file"))
  var context: String?

  @Option(
    help: ArgumentHelp(
      "Who writes Turtle, N-Triples and N-Quads: griot, or raptor for the same statements, slowly "
        + "and from memory (default: griot).", valueName: "name"))
  var serializer: LineSerializer = .griot

  @Option(
    help: ArgumentHelp(
      "Pack the output: gz (gzip) or zst (Zstandard), as an ending of its name also does.",
      valueName: "name"))
  var compress: ExportCompression?

  @Option(
    help: ArgumentHelp(
      "How much a packed input may unpack to, in megabytes, however small it is (default: 16384, "
        + "and 200 times its size beyond 16).", valueName: "megabytes"))
  var unpackLimit: Int?

  @OptionGroup var messages: MessageOptions

  private static func syntax(named name: String) throws -> ConversionSyntax {
    if let syntax = ConversionSyntax(name: name) { return syntax }
    let known = ConversionSyntax.allCases.map(\.rawValue).joined(separator: ", ")
    throw ValidationError("expected one of \(known), or a media type")
  }

  func validate() throws {
    if count, canonical { throw ValidationError("--count and --canonical exclude each other") }
    if dropGraphs, graph != nil {
      throw ValidationError("--drop-graphs and --graph exclude each other")
    }
    if let unpackLimit, unpackLimit < 1 {
      throw ValidationError("--unpack-limit is \(unpackLimit); expected a number of megabytes")
    }
    if input.count(where: { $0 == "-" }) > 1 {
      throw ValidationError("- is standard input, which can be read once")
    }
  }

  func run() throws {
    var conversion = Conversion(inputs: input)
    conversion.output = output
    conversion.from = from
    conversion.to = to
    conversion.base = base
    conversion.deed = count ? .count : canonical ? .canonicalize : .convert
    conversion.faults = lenient ? .skip : .stop
    conversion.graphs = dropGraphs ? .dropped : graph.map { .named($0) } ?? .kept
    conversion.context = context
    conversion.serializer = serializer
    conversion.compression = compress
    conversion.unpackLimit = unpackLimit
    let talk = Talk(format: messages.messageFormat, isQuiet: messages.quiet)
    conversion.onProgress = talk.byteProgress
    let summary = talk.run { () throws(RunError) in try Run.convert(conversion) }
    talk.say(summary, conversion.deed)
    if summary.outcome != .done { throw ExitCode(summary.outcome.rawValue) }
  }
}
