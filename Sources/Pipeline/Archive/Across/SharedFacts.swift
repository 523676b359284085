internal import RDF

/// What one article says of things that others may say something of too.
struct SharedFacts: Sendable {
  /// What is said of a thing.
  enum Content: Sendable {
    /// It is of a class, by its number in the ontology.
    case type(Int)
    /// A property that has at most one value has this one.
    case value(property: Int, FactValue)
  }

  /// One thing and what is said of it.
  struct Thing: Sendable {
    /// Where its IRI stands in ``SharedFacts/names``.
    let name: Range<Int>
    let key: EntityKey
    var facts: [(content: Content, offset: SourceOffset)] = []
  }

  /// In place of a class's number: it is an article.
  static let article = -1

  /// The IRIs, one after the other.
  var names: [UInt8] = []
  /// The things, the article first.
  var things: [Thing] = []

  func iri(of thing: Thing) -> String { String(decoding: names[thing.name], as: UTF8.self) }
}
