/// Which properties of a service say what; their values are asked for where the service offers it.
public struct ServiceProperties: Sendable {
  /// What a property can say.
  public enum Meaning: String, CaseIterable, Sendable {
    /// The thing's type.
    case type
    /// The thing's country.
    case country
    /// Where the thing is, as `POINT(east north)` or `north,east`.
    case coordinates
    /// From when the thing is.
    case begin
    /// Until when it is.
    case end
    /// Another name of the thing.
    case alias
  }

  /// The properties in order.
  public private(set) var properties: [(meaning: Meaning, id: String)] = []

  /// Makes a list of none.
  public init() {}

  /// Adds a property.
  public mutating func add(_ id: String, _ meaning: Meaning) {
    properties.append((meaning, id))
  }
}
