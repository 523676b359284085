internal import HTTP
public import Publishing

/// What is loaded where, and how.
public struct LoadSettings: Sendable {
  /// What becomes of what graphs held.
  public enum Deed: Sendable {
    /// It goes.
    case replace
    /// It stays.
    case add
  }

  /// Whether a load is done or only told.
  public enum Mode: Sendable {
    /// The store is changed.
    case load
    /// It is said what would be done; nothing is sent to the store.
    case dryRun
    /// What the store has is compared with the inputs; nothing is sent to it.
    case compareOnly
  }

  /// Whether what was loaded is read back.
  public enum Verification: Sendable {
    /// It is not.
    case none
    /// It is, and compared by value.
    case byValue
  }

  /// How a user is proved.
  public enum Scheme: String, CaseIterable, Sendable {
    /// The password is sent.
    case basic
    /// The password is proved and not sent.
    case digest
  }

  /// The address of the store.
  public var store: String
  /// What kind of store it is; nil for what its server says.
  public var kind: StoreKind?
  /// Where queries go, in place of what the kind says.
  public var queryURL: String?
  /// Where updates go, in place of what the kind says.
  public var updateURL: String?
  /// The graph of what the inputs put in none; nil for the store's own unnamed one.
  public var graph: String?
  /// What becomes of what graphs held.
  public var deed = Deed.replace
  /// With what the graphs begin of which those that the inputs lack are removed.
  public var deletedPrefix: String?
  /// The table of graphs that are removed, in a column `graph`; nil for none.
  public var deletedGraphs: String?
  /// The file that a load which was cut off goes on from.
  public var journal: String?
  /// Whether the load is done.
  public var mode = Mode.load
  /// Whether what was loaded is read back.
  public var verification = Verification.none
  /// How many statements go into one request.
  public var partSize = 100_000
  /// The user's name.
  public var user: String?
  /// The file of the password; nil for GRIOT_STORE_PASSWORD.
  public var passwordFile: String?
  /// The file of the token; nil for GRIOT_STORE_TOKEN.
  public var tokenFile: String?
  /// How the user is proved; nil for what the kind takes.
  public var scheme: Scheme?
  /// The environment, in which secrets may stand.
  public var environment: [String: String] = [:]
  /// How the store is asked.
  public var network = NetworkSettings()
  /// What is called now and then with how far it is.
  public var onProgress: (@Sendable (LoadProgress) -> Void)?

  /// Makes settings for a store.
  public init(store: String) {
    self.store = store
  }

  /// How a client with credentials asks the store.
  func http(_ credentials: HTTPCredentials) -> HTTPSettings {
    var http = HTTPSettings()
    http.credentials = credentials
    http.agent = "griot/\(Run.version)"
    http.reach = network.reach == .allHosts ? .allHosts : .publicHosts
    http.certificateFile = network.certificateFile
    http.retryLimit = network.retryLimit
    // A store may take its time over a part, and a graph may be large.
    http.stallTime = 600
    http.responseLimit = 8 << 30
    return http
  }
}

/// How far a load is.
public struct LoadProgress: Sendable {
  /// How many statements were sent.
  public let sent: Int
  /// How many there are.
  public let total: Int
}
