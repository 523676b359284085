internal import ArgumentParser
internal import Pipeline

/// `griot export`: read, map, write.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Map records to RDF, validate it and write it.",
    discussion: """
      Files appear whole or not at all; with an error in any record nothing is written.

      Examples:
        griot export seeds/minusma.json -o exports
        griot export record.yaml -o out --texts articles/
        griot export records/ -o out --formats nq --base https://data.example.org/
        griot export '2024-*.json' -o out --ontology shipping.ttl --shapes shipping-shapes.ttl
      """)

  @OptionGroup var inputs: InputOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder to write to; - is standard output.",
      valueName: "folder"))
  var output: String

  @Option(
    help: ArgumentHelp(
      "The formats to write, with commas between; griot formats lists them.", valueName: "list"))
  var formats = "nt,nq,ttl,graphml"

  @OptionGroup var model: ModelOptions

  @Option(
    help: ArgumentHelp(
      "Who writes N-Triples and N-Quads: griot, or raptor for the same quads ten times slower.",
      valueName: "name"))
  var serializer: LineSerializer = .griot

  @Option(
    help: ArgumentHelp(
      "Draw in graphs what is else left out: denied claims, background.", valueName: "what"))
  var draw: [GraphExtra] = []

  @Flag(help: "Write data that were not held against the shapes and the ontology.")
  var noValidate = false

  func run() throws {
    var configuration = model.configuration(inputs)
    var formats: [ExportFormat] = []
    for name in self.formats.split(separator: ",").map(String.init) {
      guard let format = ExportFormat(rawValue: name) else {
        let known = ExportFormat.allCases.map(\.rawValue)
        throw ValidationError(
          "unknown format \"\(name)\"; expected some of \(known.joined(separator: ", "))")
      }
      if !formats.contains(format) { formats.append(format) }
    }
    configuration.target = output == "-" ? .standardOutput : .folder(output)
    guard configuration.target != .standardOutput || formats.count == 1 else {
      throw ValidationError("-o - writes one format; say which, such as --formats nq")
    }
    configuration.formats = formats
    configuration.lineSerializer = serializer
    configuration.graphExtras = draw
    configuration.gate = noValidate ? .open : .validated
    let summary = Talk.run { () throws(RunError) in try Run.export(configuration) }
    Talk.say(summary, .export(configuration))
    if summary.outcome != .done { throw ExitCode(summary.outcome.rawValue) }
  }
}
