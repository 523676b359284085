/// What is known of all documents of a file in an extractor's format.
public struct AdapterSettings: Hashable, Sendable {
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
  /// Whether the file holds several documents.
  public var isOneOfSeveral = false

  /// Says what is known.
  public init(format: ExtractorFormat, profile: ExtractionProfile, stem: String) {
    self.format = format
    self.profile = profile
    self.stem = stem
  }
}
