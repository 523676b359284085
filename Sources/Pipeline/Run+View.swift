internal import Crypto
internal import Extraction
internal import PropertyGraph

/// What a page to look at is told beside its inputs.
public struct ViewSettings: Sendable {
  /// Whether a page has the texts of its articles.
  public enum Texts: Sendable {
    /// The texts that are at hand are in the page.
    case included
    /// The page has the exact words of its evidence alone.
    case leftOut
  }

  /// The languages that a page speaks.
  public enum Language: String, CaseIterable, Sendable {
    /// French.
    case fr
    /// English.
    case en
  }

  /// The file to write; `-` is standard output.
  public var output: String
  /// Whether the page has the articles' texts.
  public var texts: Texts
  /// The page's title; without one it is the first article's.
  public var title: String?
  /// The language that the page begins in; without one it is the reader's.
  public var language: Language?

  /// Makes settings.
  public init(
    output: String, texts: Texts = .included, title: String? = nil, language: Language? = nil
  ) {
    self.output = output
    self.texts = texts
    self.title = title
    self.language = language
  }
}

extension Run {
  /// Reads records, maps them, validates them, and writes one page with all of them to look at; with
  /// an error in any, nothing is written.
  ///
  /// The texts that are at hand are in the page unless the settings leave them out. All articles are
  /// held in memory.
  ///
  /// - Throws: ``RunError`` when an input cannot be read or the page not be written.
  public static func view(
    _ configuration: Configuration, _ settings: ViewSettings
  ) throws(RunError) -> RunSummary {
    try configuration.checkInputSyntax()
    var summary = RunSummary()
    var page: ViewPage?
    try documents(configuration, &summary) { file, stage, summary throws(RunError) in
      var open =
        page
        ?? ViewPage(
          ontology: stage.ontology,
          options: ViewPage.Options(
            generator: "griot \(version)", title: settings.title,
            language: settings.language.flatMap { ViewPage.Language(rawValue: $0.rawValue) }))
      try records(of: file, configuration, &summary) { record, summary throws(RunError) in
        guard stage.load(record, &summary), summary.outcome == .done else { return }
        switch settings.texts {
        case .included: open.add(stage.dataset, text: record.text)
        case .leftOut: open.add(stage.dataset)
        }
      }
      page = open
    }
    guard summary.outcome == .done, let page else { return summary }
    summary.nodes = page.nodeCount
    summary.edges = page.edgeCount
    let name = PathName(settings.output)
    let output = OutputSet(
      settings.output == "-" ? .standardOutput : .folder(name.folder))
    try output.append(page.finish { Array(SHA256.hash(data: $0)) }, to: name.last)
    summary.files = try output.commit()
    return summary
  }
}
