/// An RDF syntax that files are read from or written in.
///
/// - SeeAlso: RDF 1.1 N-Triples, section 2; RDF 1.1 N-Quads, section 2; RDF 1.1 Turtle, section 2;
///   RDF 1.1 TriG, section 2; RDF 1.1 XML Syntax, section 2; RDF 1.1 JSON Alternate Serialization,
///   section 2.
public enum RDFSyntax: String, CaseIterable, Sendable {
  /// N-Triples: one triple a line, no graph names.
  case ntriples
  /// N-Quads: one quad a line.
  case nquads
  /// Turtle: prefixes and grouped triples, no graph names.
  case turtle
  /// TriG: Turtle with graph names.
  case trig
  /// RDF/XML: one XML document, no graph names.
  case rdfxml
  /// RDF/JSON: one JSON document by subject and predicate, no graph names.
  case rdfjson = "json"

  /// The syntax that a file name's ending says, before that of gzip or Zstandard, or nil.
  public init?(fileName: String) {
    let parts = fileName.split(separator: ".")
    let isPacked = parts.last == "gz" || parts.last == "zst"
    switch isPacked ? parts.dropLast().last : parts.last {
    case "nt": self = .ntriples
    case "nq": self = .nquads
    case "ttl": self = .turtle
    case "trig": self = .trig
    case "rdf", "owl", "xml": self = .rdfxml
    case "rj": self = .rdfjson
    default: return nil
    }
  }

  /// Its name as people say it.
  public var name: String {
    switch self {
    case .ntriples: "N-Triples"
    case .nquads: "N-Quads"
    case .turtle: "Turtle"
    case .trig: "TriG"
    case .rdfxml: "RDF/XML"
    case .rdfjson: "RDF/JSON"
    }
  }

  /// Whether its statements can be in graphs with names.
  public var hasGraphNames: Bool { self == .nquads || self == .trig }

  /// The name that files of the syntax end in.
  public var fileExtension: String {
    switch self {
    case .ntriples: "nt"
    case .nquads: "nq"
    case .turtle: "ttl"
    case .trig: "trig"
    case .rdfxml: "rdf"
    case .rdfjson: "rj"
    }
  }
}
