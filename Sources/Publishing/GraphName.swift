/// The graph that statements are in.
public enum GraphName: Hashable, Sendable {
  /// The one without a name.
  case unnamed
  /// The one of an IRI.
  case named(String)

  /// The graph in the words of an update.
  ///
  /// - SeeAlso: SPARQL 1.1 Update, section 3.2.
  var inUpdate: String {
    switch self {
    case .unnamed: "DEFAULT"
    case .named(let iri): "GRAPH <\(iri)>"
    }
  }
}

extension GraphName: CustomStringConvertible {
  /// The graph in messages.
  public var description: String {
    switch self {
    case .unnamed: "the default graph"
    case .named(let iri): "<\(iri)>"
    }
  }
}
