/// What linking is told beside its inputs.
public struct LinkSettings: Sendable {
  /// The folder to write to; `-` is standard output, for the links as N-Quads alone.
  public var output = "-"
  /// The files of authorities that `griot authority build` made.
  public var authorities: [String] = []
  /// The addresses of services of the Reconciliation API; without one nothing is asked of the
  /// network.
  public var services: [String] = []
  /// How services are asked.
  public var exchange = ServiceSettings()
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

/// How services are asked.
public struct ServiceSettings: Sendable {
  /// Whether hosts of this machine and of private networks may be asked.
  public var reach = Reach.publicHosts
  /// The file of the certificates that are trusted; nil for the system's.
  public var certificateFile: String?
  /// The file that keeps answers; nil for none.
  public var cache: String?
  /// Whether what is kept is asked for again.
  public var refreshes = false
  /// How many requests a second are sent at most.
  public var rate = 10.0
  /// How many seconds an answer may take.
  public var timeout = 30.0
  /// The properties to ask of candidates, each as what it says, `=` and its id.
  public var properties: [String] = []

  /// Which hosts may be asked.
  public enum Reach: Sendable {
    /// Those that anyone can reach.
    case publicHosts
    /// All.
    case allHosts
  }

  /// The file that keeps answers where nothing else is named, in the user's folder of caches.
  public static func usualCache(_ environment: [String: String]) -> String? {
    let folder =
      environment["XDG_CACHE_HOME"].flatMap { $0.isEmpty ? nil : $0 }
      ?? environment["HOME"].map { $0 + "/.cache" }
    return folder.map { $0 + "/griot/services.sqlite" }
  }

  /// Makes settings that reach public hosts and keep nothing.
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
