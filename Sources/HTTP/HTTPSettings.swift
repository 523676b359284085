/// How a client asks.
public struct HTTPSettings: Sendable {
  /// Which hosts may be asked, by the address that is really connected to.
  public enum Reach: Sendable {
    /// Those that anyone can reach.
    case publicHosts
    /// Those of this machine and of private networks too.
    case allHosts
  }

  /// Who asks; only the host of the request's own address is told.
  public var credentials = HTTPCredentials.none
  /// The file of the certificates that are trusted, in PEM; nil for the system's.
  public var certificateFile: String?
  /// Which hosts may be asked.
  public var reach = Reach.publicHosts
  /// How many redirects are followed.
  public var redirectLimit = 5
  /// How often a harmless request is tried again.
  public var retryLimit = 3
  /// The longest wait before it is tried again, in seconds; a server that asks for more is an
  /// error.
  public var longestWait = 120.0
  /// How long a connection may take, in seconds.
  public var connectTime = 30.0
  /// How long nothing may move, in seconds.
  public var stallTime = 60
  /// How long a request may take in all, in seconds; nil for as long as something moves.
  public var totalTime: Double?
  /// How many bytes an answer may have.
  public var responseLimit = 64 << 20
  /// What the client calls itself.
  public var agent = "griot"

  /// Makes settings that reach public hosts as no one in particular.
  public init() {}
}
