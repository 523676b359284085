public import RDF

/// A thing as an authority knows it.
public struct AuthorityItem: Sendable {
  /// What an authority says that a thing is.
  public struct Kind: Hashable, Sendable {
    /// The IRI of the type, or what a service gives in its place.
    public let id: String
    /// What the type is called; empty where that is not known.
    public let name: String

    /// Names a type.
    public init(id: String, name: String = "") {
      self.id = id
      self.name = name
    }
  }

  /// Its IRI.
  public let iri: String
  /// Its names.
  public var names: [Name] = []
  /// Its types and those above them.
  public var kinds: [Kind] = []
  /// What it is, in a line.
  public var summary = ""
  /// Its countries: IRIs, codes or names.
  public var countries: Set<String> = []
  /// Where it is.
  public var place: Coordinates?
  /// From when it is.
  public var begin: EDTF?
  /// Until when it is.
  public var end: EDTF?
  /// Whether it is a concept of a thesaurus, and no thing.
  public var isConcept = false
  /// What the sources say of it that must not be compared, by source: a service's score and verdict.
  public var verdicts: [ServiceVerdict] = []

  /// Makes an item of which nothing is known.
  public init(iri: String) {
    self.iri = iri
  }

  /// Adds what another source of the same authority knows of the item.
  mutating func add(_ other: AuthorityItem) {
    for name in other.names where !names.contains(name) { names.append(name) }
    for kind in other.kinds where !kinds.contains(kind) { kinds.append(kind) }
    if summary.isEmpty { summary = other.summary }
    countries.formUnion(other.countries)
    place = place ?? other.place
    begin = begin ?? other.begin
    end = end ?? other.end
    isConcept = isConcept || other.isConcept
    verdicts += other.verdicts
  }
}

/// What a source says of a candidate; scores of two sources have nothing in common.
public struct ServiceVerdict: Hashable, Sendable {
  /// The source's name.
  public let source: String
  /// Its score, as it wrote it.
  public let score: String?
  /// Whether it says that this is the one, or nil where it does not say.
  public let isMatch: Bool?

  /// Makes a verdict.
  public init(source: String, score: String? = nil, isMatch: Bool? = nil) {
    self.source = source
    self.score = score
    self.isMatch = isMatch
  }

  /// The source, and its verdict in its own measure where it gives one.
  var words: String {
    let parts = [isMatch.map { $0 ? "match" : "no match" }, score.map { "score \($0)" }]
      .compactMap(\.self)
    return parts.isEmpty ? source : "\(source): \(parts.joined(separator: ", "))"
  }
}
