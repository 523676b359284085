/// A file that a dataset can be had as.
public struct Distribution: Sendable {
  /// How a file is packed.
  public enum Packing: String, Sendable {
    /// By gzip.
    case gzip
    /// By Zstandard.
    case zstd
  }

  /// The name of the file, without its folder.
  public let name: String
  /// The media type of what is in it; nil where it is not known.
  public let mediaType: String?
  /// How it is packed.
  public let packing: Packing?
  /// How many bytes it has.
  public let bytes: Int
  /// Their SHA-256, in hexadecimal digits.
  public let sha256: String

  /// Makes a distribution of what is known of a file.
  public init(name: String, mediaType: String?, packing: Packing?, bytes: Int, sha256: String) {
    self.name = name
    self.mediaType = mediaType
    self.packing = packing
    self.bytes = bytes
    self.sha256 = sha256
  }

  /// Whether it is RDF of some syntax.
  var isRDF: Bool {
    let types = [
      "application/n-triples", "application/n-quads", "text/turtle", "application/trig",
      "application/rdf+xml", "application/ld+json", "application/rdf+json",
    ]
    return mediaType.map { types.contains($0) } ?? false
  }

  /// Whether IANA has the media type (<https://www.iana.org/assignments/media-types>), so that it has
  /// an IRI there.
  var hasRegisteredType: Bool {
    guard let mediaType else { return false }
    let others = [
      "application/rdf+json", "application/graphml+xml", "application/gexf+xml",
      "application/x-cypher-query",
    ]
    return !others.contains(mediaType)
  }
}
