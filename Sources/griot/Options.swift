internal import ArgumentParser
internal import Foundation
internal import Pipeline

/// What all commands that read records take.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files, folders, patterns in quotes, or - for standard input; gzip and Zstandard are unpacked."
    ))
  var input: [String]

  @Option(
    help: ArgumentHelp(
      "Where the articles' texts are; else beside each record.", valueName: "folder"))
  var texts: String?

  @Option(
    help: ArgumentHelp(
      "How much a packed input may unpack to, in megabytes, however small it is (default: 16384, "
        + "and 200 times its size beyond 16).", valueName: "megabytes"))
  var unpackLimit: Int?

  @Option(
    help: ArgumentHelp(
      "What all inputs are written in, else what their names and beginnings say: json, jsonl or "
        + "yaml; an extractor's format: hipe, spacy, gliner, langextract, labelstudio, cas or brat; validate, load and link also read nt, nq, ttl, trig and "
        + "rdf.", valueName: "syntax"))
  var from: InputSyntax?

  @Option(
    help: ArgumentHelp(
      "What the types and relations of an extractor's format mean in the ontology, over what griot "
        + "has for it.", valueName: "file"))
  var profile: String?

  @Option(
    help: ArgumentHelp(
      "The language of texts whose extractor's format names none.", valueName: "tag"))
  var language: String?

  @Option(
    help: ArgumentHelp(
      "What offsets of an extractor's format count: codepoint, utf16 or utf8 (default: what the "
        + "format says, or where the words stand).", valueName: "unit"))
  var offsetUnit: ExtractorSettings.Unit?

  /// What the flags say of how inputs are read.
  func apply(to configuration: inout Configuration) {
    configuration.inputSyntax = from
    configuration.extractors.profile = profile
    configuration.extractors.language = language
    configuration.extractors.offsetUnit = offsetUnit
  }
}

/// What all commands that map records take.
struct ModelOptions: ParsableArguments {
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

  @Option(
    help: ArgumentHelp(
      "Shapes of your own (SHACL), in place of griot's; may be repeated.", valueName: "file"))
  var shapes: [String] = []

  @Option(
    help: ArgumentHelp(
      "What is concluded before data are checked: none; rdfs: subclasses, subproperties, domains "
        + "and ranges; owl-rl: all of OWL 2 RL (default: rdfs).", valueName: "level"))
  var entail: Entailment?

  @Option(
    help: ArgumentHelp(
      "What becomes of data that do not say what the ontology lets one expect: off, warn or error "
        + "(default: error).", valueName: "what"))
  var closedWorld: ClosedWorld?

  @Option(
    help: ArgumentHelp(
      "A table of what is the same (tabs, or commas in a .csv): entity, an IRI or a shared id, and "
        + "iri, which takes its place in all articles; may be repeated.", valueName: "file"))
  var sameAs: [String] = []

  @Flag(
    help: """
      Make entities with the same authority link one node; files are read twice for that.
      """)
  var mergeLinks = false
}

/// How a command speaks.
struct MessageOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How messages are written: text for people, json for programs, an object a line.",
      valueName: "format"))
  var messageFormat: MessageFormat = .text

  @Flag(name: .shortAndLong, help: "Say errors and warnings and no more.")
  var quiet = false
}

/// Where settings are, and how the command speaks.
struct TalkOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The file of settings; else the nearest griot.yaml, here or in a folder above.",
      valueName: "file"))
  var config: String?

  @OptionGroup var messages: MessageOptions

  /// What the flags say, over the environment, over the file of settings.
  func settings(_ flags: Settings) throws(RunError) -> Settings {
    let environment = try Settings.ofEnvironment(ProcessInfo.processInfo.environment)
    let file =
      if let config { try Settings.ofFile(config) } else { try Settings.ofNearestFile(from: ".") }
    return flags.over(environment).over(file)
  }

  var talk: Talk { Talk(format: messages.messageFormat, isQuiet: messages.quiet) }
}

extension Settings {
  /// The settings that flags say.
  init(_ inputs: InputOptions, _ model: ModelOptions? = nil) {
    self.init()
    texts = inputs.texts
    unpackLimit = inputs.unpackLimit
    guard let model else { return }
    base = model.base
    if !model.ontology.isEmpty { ontology = model.ontology }
    if !model.shapes.isEmpty { shapes = model.shapes }
    entail = model.entail
    closedWorld = model.closedWorld
    if !model.sameAs.isEmpty { sameAs = model.sameAs }
    if model.mergeLinks { mergeLinks = true }
  }
}
