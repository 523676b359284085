/// A property of which a thing has at most one value.
struct SingleValuedProperty: Hashable, Sendable {
  /// Its IRI.
  let iri: String
  /// What follows the last `#` or `/` of that.
  let name: String
  /// The class whose members have at most one; nil of all things.
  let owner: String?
}
