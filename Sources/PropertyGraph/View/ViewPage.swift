internal import JSON
public import Ontology
public import RDF

/// A page to look at: articles with their graph, timeline, claims and words, in one HTML file.
///
/// The page holds all that it shows and fetches nothing; its policy forbids it to. What is in it is
/// data until the page's own script, which the policy names by its digest, puts it into the document
/// as text. All articles are held in memory.
///
/// - SeeAlso: Content Security Policy Level 3, section 2.3.1 (hash-source).
public struct ViewPage {
  /// The languages that a page speaks.
  public enum Language: String, CaseIterable, Sendable {
    /// French.
    case fr
    /// English.
    case en
  }

  /// What the caller chooses.
  public struct Options: Sendable {
    /// The page's title; without one it is the first article's.
    public var title: String?
    /// The language that the page begins in; without one it is the reader's, else English.
    public var language: Language?
    /// What made the page.
    public var generator: String

    /// Makes options.
    public init(generator: String, title: String? = nil, language: Language? = nil) {
      self.generator = generator
      self.title = title
      self.language = language
    }
  }

  private let options: Options
  private var document: ViewDocument

  /// Begins a page.
  public init(ontology: Ontology, options: Options) {
    self.options = options
    document = ViewDocument(ontology)
  }

  /// Adds the quads of one article.
  ///
  /// - Parameters:
  ///   - dataset: the quads, of which the article's own graph, its background and its links count.
  ///   - text: the article's text in UTF-8, where the page is to have it; without it the page has
  ///     the exact words of its evidence alone.
  public mutating func add(_ dataset: borrowing Dataset, text: [UInt8]? = nil) {
    guard let quads = ArticleQuads(dataset) else { return }
    document.add(quads, text: text.map { String(decoding: $0, as: UTF8.self) })
  }

  /// How many nodes there are so far.
  public var nodeCount: Int { document.nodes.count }

  /// How many edges there are so far.
  public var edgeCount: Int { document.edges.count }

  /// All that the page shows, as one JSON object in which no byte can end a script or begin a tag.
  public var payload: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("view", 1)
    writer.member("generator", options.generator)
    writer.member("title", options.title)
    writer.member("lang", options.language?.rawValue)
    document.write(to: &writer)
    writer.endObject()
    return PageTemplate.escapedForScript(writer.bytes)
  }

  /// The whole page.
  ///
  /// - Parameter sha256: gives the SHA-256 digest of bytes, since this module has none of its own.
  /// - Returns: the page in UTF-8; the same for the same articles.
  public consuming func finish(sha256: ([UInt8]) -> [UInt8]) -> [UInt8] {
    let first = document.articles.first
    return PageTemplate.page(
      title: options.title ?? first?.title ?? first?.id ?? "griot",
      language: (options.language ?? .en).rawValue, generator: options.generator,
      payload: payload, sha256: sha256)
  }
}
