internal import Compression
internal import Foundation
internal import Publishing
internal import RDFIO

/// The files that a description is about.
struct DescribedFiles {
  /// The files whose statements are counted, all of one syntax.
  let counted: [(name: String, syntax: RDFSyntax)]
  private let names: [String]

  /// The syntaxes in the order in which they are looked for.
  private static let syntaxes: [InputSyntax] = [.nq, .trig, .nt, .ttl, .rdf]

  /// Chooses what is counted.
  ///
  /// - Throws: ``RunError`` where no file is RDF that can be read.
  init(_ names: [String]) throws(RunError) {
    self.names = names
    let known = names.map { (name: $0, syntax: InputSyntax(fileName: $0)) }
    for syntax in Self.syntaxes {
      let found = known.filter { $0.syntax == syntax }
      guard let rdf = syntax.rdf, !found.isEmpty else { continue }
      counted = found.map { ($0.name, rdf) }
      return
    }
    throw RunError(
      .wrongUsage, file: nil,
      "no file holds the dataset's statements; expected one of nq, trig, nt, ttl or rdf")
  }

  /// The media type that a file's name says, or nil.
  static func mediaType(of name: String) -> String? {
    let ending = PathName(CompressionFormat.nameInside(name)).ending
    return ending == "html" ? "text/html" : ExportFormat(rawValue: ending)?.mediaType
  }

  /// A file's name with no link and no detour in it.
  static func resolved(_ name: String) -> String {
    URL(fileURLWithPath: name).resolvingSymlinksInPath().path
  }

  /// Each file with its size and sum.
  ///
  /// - Throws: ``RunError`` with what the system says.
  func distributions() throws(RunError) -> [Distribution] {
    var found: [Distribution] = []
    for name in names {
      var status = stat()
      guard unsafe stat(name, &status) == 0 else {
        throw FileOutput.failure(name, "cannot be read")
      }
      let packing: Distribution.Packing? =
        switch PathName(name).ending {
        case "gz": .gzip
        case "zst": .zstd
        default: nil
        }
      found.append(
        Distribution(
          name: PathName(name).last, mediaType: Self.mediaType(of: name), packing: packing,
          bytes: Int(status.st_size), sha256: try FileHash.sha256(of: name)))
    }
    return found
  }
}
