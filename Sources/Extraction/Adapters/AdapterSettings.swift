/// What is known of all documents of a file in an extractor's format.
public struct AdapterSettings: Hashable, Sendable {
  /// One of the files that a document is in.
  public struct Part: Hashable, Sendable {
    /// The byte of the document that it begins at.
    public let start: Int
    /// The file as messages name it.
    public let file: String

    /// Says where a file begins.
    public init(start: Int, file: String) {
      self.start = start
      self.file = file
    }
  }

  /// The format.
  public let format: ExtractorFormat
  /// What its names mean.
  public let profile: ExtractionProfile
  /// The file's name without folders and endings, of which ids of documents are made.
  public let stem: String
  /// What the user says that offsets count.
  public var unit: OffsetUnit?
  /// The language the user names, for texts whose format names none.
  public var language: String?
  /// The columns that the file's first line heads.
  public var columns: [String] = []
  /// The files of a document that is in several; none of one in one.
  public var parts: [Part] = []
  /// Whether the file holds several documents.
  public var isOneOfSeveral = false

  /// Says what is known.
  public init(format: ExtractorFormat, profile: ExtractionProfile, stem: String) {
    self.format = format
    self.profile = profile
    self.stem = stem
  }
}
