internal import Mapping
internal import Ontology
internal import RDF

/// The user's files of the ontology and of shapes, and which entities are one, read once for all that
/// need them.
struct ModelFiles: Sendable {
  /// The ontology's; none for the shipped one.
  let ontology: [Ontology.File]
  /// The shapes'; none for the shipped ones, and where nothing is validated.
  let shapes: [Ontology.File]
  /// Which entities are one node.
  let identity: EntityIdentity
  /// What is to be said of that.
  let notes: [Diagnostic]

  /// Reads the files.
  ///
  /// - Throws: ``RunError`` with what the system says.
  init(_ configuration: Configuration) throws(RunError) {
    ontology = try Self.read(configuration.ontologyFiles)
    switch configuration.gate {
    case .validated: shapes = try Self.read(configuration.shapesFiles)
    case .open: shapes = []
    }
    var reader = IdentityReader(configuration)
    identity = try reader.read()
    notes = reader.notes
  }

  /// Reads files as they are.
  ///
  /// - Throws: ``RunError`` with what the system says.
  static func read(_ names: [String]) throws(RunError) -> [Ontology.File] {
    var files: [Ontology.File] = []
    for name in names { files.append(Ontology.File(name: name, bytes: try InputFiles.bytes(name))) }
    return files
  }
}
