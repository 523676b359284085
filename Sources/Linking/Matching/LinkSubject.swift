public import RDF

/// An entity that is to be linked, as its dataset describes it.
public struct LinkSubject: Sendable {
  /// Its IRI.
  public let iri: String
  /// The named graph that describes it, its article's.
  public let graph: String
  /// Its names.
  public var names: [Name] = []
  /// The IRIs of its classes.
  public var classes: [String] = []
  /// Whether it has a name of its own; nil where nothing says.
  public var isNamed: Bool?
  /// The names and IRIs of its countries.
  public var countries: Set<String> = []
  /// Where it is.
  public var place: Coordinates?
  /// From when it is.
  public var begin: EDTF?
  /// Until when it is.
  public var end: EDTF?
  /// The IRIs that it has already been said to be the same as.
  public var given: Set<String> = []
  /// Where in its source it is first spoken of.
  public var origin = SourceOffset.unknown

  init(iri: String, graph: String) {
    self.iri = iri
    self.graph = graph
  }

  /// Its first label, else its first name, else its IRI.
  public var title: String {
    (names.first { $0.rank == .label } ?? names.first)?.text ?? iri
  }

  /// The names to look it up by: labels first, each key once.
  var queries: [Name] {
    var keys = Set<NameKey>()
    return names.sorted { $0.rank < $1.rank }.filter {
      !$0.key.text.isEmpty && keys.insert($0.key).inserted
    }
  }
}
