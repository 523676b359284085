/// What linking is told beside its inputs.
public struct LinkSettings: Sendable {
  /// The folder to write to; `-` is standard output, for the links as N-Quads alone.
  public var output = "-"
  /// The files of authorities that `griot authority build` made.
  public var authorities: [String] = []
  /// The user's table of types; nil for the shipped one.
  public var types: String?
  /// The least score of a match; nil for griot's.
  public var threshold: Double?
  /// The file to write candidates to for people to look at; nil for none.
  public var review: String?
  /// The file of candidates that people have filled; nil for none.
  public var decisions: String?
  /// The file that keeps decisions; nil for links.yaml, which need not be there.
  public var ledger: String?
  /// The file of identifiers that others have found; nil for none.
  public var identifiers: String?
  /// Who decided, where a filled table does not say.
  public var author = ""
  /// When, where a filled table does not say.
  public var timestamp = ""
  /// The IRI of the licence of the mappings; nil where nothing says.
  public var licence: String?

  /// The file that keeps decisions where nothing else is named.
  public static let usualLedger = "links.yaml"

  /// Makes settings that name nothing.
  public init() {}
}

/// What an authority's file is made of.
public struct AuthoritySettings: Sendable {
  /// The dumps: N-Triples, N-Quads, Turtle, TriG, or tables in `.tsv`.
  public var dumps: [String]
  /// The file to make.
  public var output: String
  /// What the authority is called; nil for the file's name.
  public var name: String?
  /// What the IRIs of its things begin with; nil for what all of them begin with.
  public var namespace: String?
  /// How many megabytes a packed dump may unpack to; nil as of all inputs.
  public var unpackLimit: Int?

  /// Makes settings.
  public init(dumps: [String], output: String) {
    self.dumps = dumps
    self.output = output
  }
}
