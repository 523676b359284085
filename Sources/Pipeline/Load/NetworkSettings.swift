/// How servers are asked.
public struct NetworkSettings: Sendable {
  /// Which hosts may be asked, by the address that is really connected to.
  public var reach = ServiceSettings.Reach.publicHosts
  /// The file of the certificates that are trusted, in PEM; nil for the system's.
  public var certificateFile: String?
  /// How often a harmless request is tried again.
  public var retryLimit = 3

  /// Makes settings that reach public hosts.
  public init() {}
}
