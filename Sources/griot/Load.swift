internal import ArgumentParser
internal import Foundation
internal import Pipeline

/// `griot load`: records and RDF into a triple store.
struct LoadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load",
    abstract: "Load records or RDF into a triple store, graph by graph.",
    discussion: """
      Each graph of the inputs takes the place of the store's graph of that name, by the SPARQL 1.1 \
      Graph Store Protocol: at each moment the store has the old graph or the new one. With an error \
      in any input nothing is sent. A graph of more statements than go into one request, and each \
      graph of Virtuoso, is put into a graph beside (urn:griot:staging:…), counted there and moved.

      Passwords and tokens stand in the environment (GRIOT_STORE_PASSWORD, GRIOT_STORE_TOKEN) or in \
      a file, never on the command line. Certificates are verified. A store at an address of this \
      machine or a private network takes --allow-private.

      --store is the store's address: http://host:8890 of Virtuoso, http://host:7878 of Oxigraph, \
      http://host:3030/dataset of Fuseki, http://host:7200/repositories/name of GraphDB; of any \
      other the address of its Graph Store Protocol. The tests run against Virtuoso and Oxigraph; \
      Fuseki and GraphDB are untested. docs/load.md says what each store changes.

      Examples:
        griot load exports/minusma.nq --store http://localhost:7878 --allow-private
        GRIOT_STORE_PASSWORD=… griot load records/ --store https://data.example.org --user dba --verify
        griot load dump.nq.gz --store http://localhost:8890 --allow-private --user dba \\
          --password-file secret --resume dump.journal
        griot load wire.jsonl --store https://data.example.org --dry-run \\
          --delete-missing https://example.org/article/

      Exit status: 0 done, 1 the data is not valid, or the store does not give back what was sent, \
      2 wrong usage, 3 reading failed, or the store does not answer or refuses, 4 blank nodes are \
      too much alike to be compared.
      """)

  @OptionGroup var inputs: InputOptions

  @Option(
    help: ArgumentHelp("The address of the store, http or https.", valueName: "url"))
  var store: String

  @Option(
    help: ArgumentHelp(
      "What kind of store it is: virtuoso, oxigraph, fuseki (untested), graphdb (untested) or "
        + "generic (default: what its server says, else generic).", valueName: "kind"))
  var storeKind: StoreKind?

  @Option(
    help: ArgumentHelp(
      "Where SPARQL queries go, in place of what the kind of store says.", valueName: "url"))
  var queryURL: String?

  @Option(
    help: ArgumentHelp(
      "Where SPARQL updates go, in place of what the kind of store says.", valueName: "url"))
  var updateURL: String?

  @Option(
    help: ArgumentHelp(
      "The graph of what the inputs put in none (default: the store's own unnamed one).",
      valueName: "iri"))
  var graph: String?

  @Flag(help: "Add to what graphs hold, instead of replacing it.")
  var append = false

  @Option(
    help: ArgumentHelp(
      "Then remove the store's graphs that begin with this IRI and are not in the inputs.",
      valueName: "iri"))
  var deleteMissing: String?

  @Option(
    help: ArgumentHelp(
      "Then remove the graphs that this table has in a column graph, such as the "
        + "deleted-graphs.tsv of griot export; they are not loaded either.", valueName: "file"))
  var deleteGraphs: String?

  @Option(
    help: ArgumentHelp(
      "Keep in this file what is loaded, and go on from there where it is there already.",
      valueName: "file"))
  var resume: String?

  @Flag(help: "Say what would be done, and send nothing.")
  var dryRun = false

  @Flag(help: "Then read back what was loaded, compare by value, and say what the store changed.")
  var verify = false

  @Flag(help: "Load nothing, and hold what the store has against the inputs, by value.")
  var verifyOnly = false

  @Option(
    help: ArgumentHelp(
      "How many statements go into one request (default: 100000).", valueName: "count"))
  var chunk = 100_000

  @Option(help: ArgumentHelp("The user that the store knows.", valueName: "name"))
  var user: String?

  @Option(
    help: ArgumentHelp(
      "A file with the password in one line, in place of GRIOT_STORE_PASSWORD.", valueName: "file"))
  var passwordFile: String?

  @Option(
    help: ArgumentHelp(
      "A file with a bearer token in one line, in place of GRIOT_STORE_TOKEN.", valueName: "file"))
  var tokenFile: String?

  @Option(
    help: ArgumentHelp(
      "How the user is proved: basic or digest (default: digest of Virtuoso, else basic).",
      valueName: "scheme"))
  var auth: LoadSettings.Scheme?

  @OptionGroup var network: NetworkOptions

  @OptionGroup var model: ModelOptions

  @Flag(
    name: .customLong("validate"), inversion: .prefixedNo,
    help: "Hold records against the shapes and the ontology before they are sent (default).")
  var isValidated: Bool?

  @OptionGroup var talking: TalkOptions

  func validate() throws {
    if chunk < 1 { throw ValidationError("--chunk is \(chunk); expected a number above 0") }
    if verifyOnly, dryRun || deleteMissing != nil || resume != nil {
      throw ValidationError(
        "--verify-only sends nothing; expected none of --dry-run, --delete-missing and --resume")
    }
    if append, deleteMissing != nil {
      throw ValidationError("--append and --delete-missing exclude each other")
    }
    if deleteMissing == "" {
      throw ValidationError("--delete-missing is empty, which all graphs begin with")
    }
  }

  func run() throws {
    var flags = Settings(inputs, model)
    flags.validate = isValidated
    let given = flags
    var settings = LoadSettings(store: store)
    settings.kind = storeKind
    settings.queryURL = queryURL
    settings.updateURL = updateURL
    settings.graph = graph
    settings.deed = append ? .add : .replace
    settings.deletedPrefix = deleteMissing
    settings.deletedGraphs = deleteGraphs
    settings.journal = resume
    settings.mode = verifyOnly ? .compareOnly : dryRun ? .dryRun : .load
    settings.verification = verify ? .byValue : .none
    settings.partSize = chunk
    settings.user = user
    settings.passwordFile = passwordFile
    settings.tokenFile = tokenFile
    settings.scheme = auth
    settings.environment = ProcessInfo.processInfo.environment
    settings.network = network.settings
    let talk = talking.talk
    settings.onProgress = talk.loadProgress
    let told = settings
    let summary = talk.run { () throws(RunError) in
      var configuration = try talking.settings(given).configuration(inputs.input)
      inputs.apply(to: &configuration)
      return try Run.load(configuration, told)
    }
    talk.say(summary)
    if summary.outcome != .done { throw ExitCode(summary.outcome.rawValue) }
  }
}

/// What all commands that ask servers take.
struct NetworkOptions: ParsableArguments {
  @Flag(help: "Let addresses of this machine and of private networks be asked.")
  var allowPrivate = false

  @Option(
    help: ArgumentHelp(
      "A file of the certificates to trust, in PEM, in place of the system's.", valueName: "file"))
  var caFile: String?

  @Option(
    help: ArgumentHelp(
      "How often a request that failed is tried again, where that does no harm (default: 3).",
      valueName: "count"))
  var retries = 3

  func validate() throws {
    if retries < 0 { throw ValidationError("--retries is \(retries); expected 0 or more") }
  }

  var settings: NetworkSettings {
    var settings = NetworkSettings()
    settings.reach = allowPrivate ? .allHosts : .publicHosts
    settings.certificateFile = caFile
    settings.retryLimit = retries
    return settings
  }
}
