internal import Compression
internal import RDFIO

/// A syntax that a conversion reads or writes, by the ending of files in it.
public enum ConversionSyntax: String, CaseIterable, Sendable {
  /// N-Triples.
  case nt
  /// N-Quads.
  case nq
  /// Turtle.
  case ttl
  /// TriG.
  case trig
  /// RDF/XML.
  case rdf
  /// RDF/JSON.
  case rj
  /// JSON-LD, which is written only.
  case jsonld

  /// The syntax by a file's ending, such as `ttl`, or by a media type, such as `text/turtle`.
  public init?(name: String) {
    let bare = name.split(separator: ";").first.map(String.init) ?? ""
    let word = bare.lowercased().filter { $0 != " " }
    let found = Self.allCases.first { $0.rawValue == word || $0.mediaTypes.contains(word) }
    if let found {
      self = found
    } else if word == "owl" || word == "xml" {
      self = .rdf
    } else {
      return nil
    }
  }

  /// The syntax that a file name's ending says, before that of gzip or Zstandard, or nil.
  init?(fileName: String) {
    let ending = PathName(CompressionFormat.nameInside(fileName)).ending
    guard !ending.isEmpty, !ending.contains("/") else { return nil }
    self.init(name: ending)
  }

  /// Its name as people say it.
  public var name: String { syntax?.name ?? "JSON-LD" }

  /// The media type it is served under.
  public var mediaType: String { mediaTypes[0] }

  private var mediaTypes: [String] {
    switch self {
    case .nt: ["application/n-triples", "text/plain"]
    case .nq: ["application/n-quads", "text/x-nquads"]
    case .ttl: ["text/turtle", "application/turtle", "application/x-turtle"]
    case .trig: ["application/trig", "application/x-trig"]
    case .rdf: ["application/rdf+xml", "application/xml", "text/xml"]
    case .rj: ["application/rdf+json"]
    case .jsonld: ["application/ld+json"]
    }
  }

  /// Whether it can be read, not only written.
  public var isRead: Bool { syntax != nil }

  /// Whether its statements can be in graphs with names.
  public var hasGraphNames: Bool { syntax?.hasGraphNames ?? true }

  /// Whether it is read statement by statement, in memory that does not grow with the file but for
  /// what is written.
  public var isReadInParts: Bool { syntax?.isText ?? false }

  /// Whether it is written statement by statement, in memory that does not grow with the file.
  public var isWrittenInParts: Bool { self == .nt || self == .nq }

  /// What reading and writing it take, in a line.
  public var summary: String {
    switch self {
    case .nt, .nq: "read and written statement by statement"
    case .ttl, .trig: "read statement by statement; written from memory"
    case .rdf: "read whole; written by libraptor from memory, read back and compared"
    case .rj: "read whole; written by libraptor from memory, read back and compared"
    case .jsonld: "written from memory; not read"
    }
  }

  /// The syntax as RDFIO knows it; nil of JSON-LD.
  var syntax: RDFSyntax? {
    switch self {
    case .nt: .ntriples
    case .nq: .nquads
    case .ttl: .turtle
    case .trig: .trig
    case .rdf: .rdfxml
    case .rj: .rdfjson
    case .jsonld: nil
    }
  }
}
