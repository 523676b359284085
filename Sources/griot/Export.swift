internal import ArgumentParser
internal import Pipeline

/// `griot export`: read, map, validate, write.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Map records to RDF, validate it and write it.",
    discussion: """
      Files get their names together or not at all; with an error in any record nothing is written, \
      but where --on-error says skip. \
      A file that is there keeps its permissions; where its name is a link, what that leads to is \
      replaced.

      Examples:
        griot export seeds/minusma.json -o exports
        griot export records/ -o out --formats nq --base https://data.example.org/
        griot export records.jsonl.zst -o out --formats nq --compress zst
        griot export archive.jsonl -o out --formats nq --compress gz --shards 16 --on-error skip
        griot export archive.jsonl -o bulk --layout virtuoso && sh bulk/load.sh localhost:1111
        griot export archive/ -o out --merge-links --same-as same.tsv --duplicates maybe.tsv
        griot export archive/ -o new --formats nq --shards 16 --since out/manifest.json
        griot export '2024-*.json' -o out --ontology shipping.ttl --shapes shipping-shapes.ttl
        griot export records/ -o out --formats graphml --dialect yed --report out/losses.json

      Settings can stand in griot.yaml, here or in a folder above, and in the environment \
      (GRIOT_BASE, GRIOT_FORMATS and so on). Flags win over the environment, the environment over \
      the file. In griot.yaml:
        base: https://data.example.org/
        ontology: [shipping.ttl]
        formats: [nq, graphml]
        compress: gz
        output: out
      """)

  @OptionGroup var inputs: InputOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder to write to; - is standard output.", valueName: "folder"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "The formats to write, with commas between; griot formats lists them "
        + "(default: nt,nq,ttl,graphml).", valueName: "list"),
    transform: Self.formats)
  var formats: [ExportFormat]?

  @OptionGroup var model: ModelOptions

  @Option(
    help: ArgumentHelp(
      "Who writes N-Triples and N-Quads: griot, or raptor for the same quads ten times slower "
        + "(default: griot).", valueName: "name"))
  var serializer: LineSerializer?

  @Option(
    help: ArgumentHelp(
      "The IRI that JSON-LD names its context by, in place of the context itself.",
      valueName: "iri"))
  var context: String?

  @Option(
    help: ArgumentHelp(
      "Pack each file: gz (gzip) or zst (Zstandard), which its name then ends in.",
      valueName: "name"))
  var compress: ExportCompression?

  @OptionGroup(title: "Graphs") var graphs: GraphOptions

  @Flag(help: "Leave the colours out of GEXF, which its schema has no place for.")
  var noViz = false

  @Flag(
    name: .customLong("validate"), inversion: .prefixedNo,
    help: "Hold the data against the shapes and the ontology before they are written (default).")
  var isValidated: Bool?

  @Option(
    help: ArgumentHelp(
      "What becomes of the run when a record has errors: stop, and nothing is written, or skip: "
        + "the record goes to rejected.jsonl and all others are written; the exit status is 1 "
        + "(default: stop).", valueName: "what"))
  var onError: ErrorPolicy?

  @Option(
    help: ArgumentHelp(
      "How many threads export records to nt, nq, ttl and trig; the output is the same with any "
        + "number (default: one a processor).", valueName: "number"))
  var threads: Int?

  @Option(
    help: ArgumentHelp(
      "Write part-0000, part-0001 and so on, each with the records of its part of the input's "
        + "bytes, and manifest.json last; for nq, nt, ttl and trig.", valueName: "number"))
  var shards: Int?

  @Option(
    help: ArgumentHelp(
      "Lay the output out for the bulk loader of a store, with a script that loads it: virtuoso, "
        + "oxigraph, qlever (untested), tdb2 (untested) or graphdb (untested); N-Quads packed by "
        + "gzip in --shards (default: 16).", valueName: "store"))
  var layout: BulkLayout?

  @Flag(help: "Go on with --shards where a run was interrupted, with the same inputs and settings.")
  var resume = false

  @Flag(
    help: ArgumentHelp(
      "Describe what is written in void.ttl, as griot describe does (default where griot.yaml has "
        + "a dataset)."))
  var describe = false

  @OptionGroup var moment: MomentOptions

  @Option(
    help: ArgumentHelp(
      "Export what has changed since the export of this manifest.json, and list the graphs to "
        + "remove; inputs are all records, with --shards and another folder.", valueName: "file"))
  var since: String?

  @Option(
    help: ArgumentHelp(
      "Tell in this file which entities may be the same: one name, and classes that can be of one "
        + "thing. None is merged for that.", valueName: "file"))
  var duplicates: String?

  @OptionGroup var talking: TalkOptions

  func validate() throws {
    if let threads, !Settings.threadCounts.contains(threads) {
      throw ValidationError("--threads is \(threads); expected a number from 1 to 256")
    }
    if let shards, !Configuration.shardCounts.contains(shards) {
      throw ValidationError("--shards is \(shards); expected a number from 1 to 100000")
    }
    if layout != nil, formats != nil || compress != nil {
      throw ValidationError(
        "--layout writes N-Quads packed by gzip; expected neither --formats nor --compress")
    }
    if resume, shards == nil, layout == nil {
      throw ValidationError("--resume goes on with shards; expected --shards beside it")
    }
  }

  func run() throws {
    var flags = Settings(inputs, model)
    flags.output = output
    flags.serializer = serializer
    flags.context = context
    flags.compress = compress
    graphs.set(&flags)
    flags.validate = isValidated
    flags.onError = onError
    flags.threads = threads
    flags.formats = formats
    let talk = talking.talk
    let given = flags
    let (summary, configuration) = talk.run { () throws(RunError) in
      let settings = try talking.settings(given)
      guard settings.output != nil else {
        throw RunError(
          .wrongUsage, file: nil,
          "nothing says where to write; expected -o folder, or -o - for standard output")
      }
      var configuration = settings.configuration(inputs.input)
      inputs.apply(to: &configuration)
      if describe || settings.dataset != nil && configuration.target != .standardOutput {
        configuration.description = .written
      }
      configuration.moment = try moment.moment()
      configuration.shards = shards
      if let layout { configuration.lay(out: layout) }
      guard configuration.target != .standardOutput || configuration.formats.count == 1 else {
        throw RunError(
          .wrongUsage, file: nil, "-o - writes one format; say which, such as --formats nq")
      }
      if let format = configuration.formats.first,
        configuration.target == .standardOutput && format.isSeveralFiles
      {
        throw RunError(
          .wrongUsage, file: nil, "\(format.rawValue) is several files; expected -o with a folder")
      }
      configuration.graphColours = noViz ? .leftOut : .written
      configuration.resumes = resume
      configuration.duplicates = duplicates
      configuration.since = since
      configuration.onProgress = talk.exportProgress
      return (try Run.export(configuration), configuration)
    }
    talk.say(summary, .export(configuration))
    if summary.outcome != .done { throw ExitCode(summary.outcome.rawValue) }
  }

  private static func formats(_ list: String) throws -> [ExportFormat] {
    do throws(RunError) {
      return try Settings.formats(list)
    } catch {
      throw ValidationError(error.reason)
    }
  }
}
