internal import ArgumentParser
internal import Pipeline

/// `griot view`: a page to look at.
struct View: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make one HTML page to look at: graph, timeline, claims and their words.",
    discussion: """
      The page shows the graph (pan, zoom, drag, search, filters), a timeline that tells exact, \
      imprecise and planned dates apart, the claims with who says them, and the article with its \
      evidence marked: a click on a link shows its words, a click on words shows what they say. It \
      speaks French and English, needs no mouse, and loads nothing from the network.

      Where an article's text is at hand it is in the page; --no-text leaves it out, for pages that \
      are to be passed on: they have the exact words of the evidence alone. Several articles go into \
      one page, which lets choose among them. Records that are not valid give no page.

      Examples:
        griot view seeds/ceasefire.json -o ceasefire.html
        griot view seeds/minusma.json --no-text -o minusma.html --lang fr
        griot view records/ --texts articles/ -o all.html --title "November 2024"
        griot view records.jsonl -o - | xz > page.html.xz
      """)

  @OptionGroup var inputs: InputOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The page to write; - is standard output.", valueName: "file"))
  var output: String

  @Flag(help: "Leave the articles' texts out of the page.")
  var noText = false

  @Option(
    help: ArgumentHelp("The page's title (default: the first article's).", valueName: "text"))
  var title: String?

  @Option(
    help: ArgumentHelp(
      "The language the page begins in, fr or en (default: the reader's own).",
      valueName: "language"
    ))
  var lang: ViewSettings.Language?

  @OptionGroup var model: ModelOptions

  @Flag(
    inversion: .prefixedNo,
    help: "Hold the data against the shapes and the ontology before they are written (default).")
  var validate: Bool?

  @OptionGroup var talking: TalkOptions

  func run() throws {
    var flags = Settings(inputs, model)
    flags.validate = validate
    let talk = talking.talk
    let given = flags
    let (summary, configuration) = talk.run { () throws(RunError) in
      var configuration = try talking.settings(given).configuration(inputs.input)
      inputs.apply(to: &configuration)
      configuration.onArticle = talk.progress
      let settings = ViewSettings(
        output: output, texts: noText ? .leftOut : .included, title: title, language: lang)
      return (try Run.view(configuration, settings), configuration)
    }
    talk.say(summary, .export(configuration))
    if summary.outcome != .done { throw ExitCode(summary.outcome.rawValue) }
  }
}
