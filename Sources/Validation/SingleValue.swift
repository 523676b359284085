/// That the members of a class have at most one value of a property.
public struct SingleValue: Hashable, Sendable {
  /// The property's IRI.
  public let property: String
  /// The class's IRI.
  public let owner: String
}
