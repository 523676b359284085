/// What a publisher says of a dataset.
public struct DatasetDetails: Sendable {
  /// A text in a language, or in none that is known.
  public struct Words: Hashable, Sendable {
    /// The text.
    public let text: String
    /// The language's tag.
    public let language: String?

    /// Makes words of a text and the tag of its language.
    public init(_ text: String, language: String? = nil) {
      self.text = text
      self.language = language
    }
  }

  /// The IRI of the dataset; nil for `dataset` below the base of IRIs.
  public var iri: String?
  /// What it is called.
  public var title: [Words] = []
  /// What it is, in a few sentences.
  public var description: [Words] = []
  /// Who publishes it.
  public var publisher: String?
  /// The IRI of who publishes it; nil for one of the description's own.
  public var publisherIRI: String?
  /// The IRI of its licence.
  public var licence: String?
  /// Where it can be had; its files stand below where this ends in a slash.
  public var accessURL: String?

  /// Makes details that say nothing.
  public init() {}

  /// What is missing for a description after DCAT-AP 3, by the words of the settings: what that makes
  /// mandatory, and the publisher and the licence that it recommends.
  public var missing: [String] {
    [
      ("title", title.isEmpty), ("description", description.isEmpty),
      ("publisher", publisher == nil), ("licence", licence == nil), ("accessURL", accessURL == nil),
    ].filter(\.1).map(\.0)
  }
}
