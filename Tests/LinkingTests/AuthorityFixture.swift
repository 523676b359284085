import Foundation
import Linking
import Ontology
import RDF
import RDFIO

/// An authority's file and entities for tests, in a folder of their own.
struct AuthorityFixture {
  static let wikidata = "http://www.wikidata.org/entity/"

  let folder: URL
  let types: TypeTable

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    types = try TypeTable(
      ShippedFiles.authorities, file: "authorities.tsv", ontology: try Ontology())
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// Builds a file out of the rows of a table whose columns are given.
  func authority(_ columns: String, _ rows: [String], name: String = "w") throws -> LocalAuthority {
    let file = folder.appending(path: "\(UUID().uuidString).sqlite").path
    let builder = try AuthorityBuilder(file)
    let table = ([columns] + rows).joined(separator: "\n") + "\n"
    try builder.addTable(Array(table.utf8), file: "t.tsv", namespace: Self.wikidata)
    _ = try builder.finish(name: name, namespace: Self.wikidata)
    return try LocalAuthority(file)
  }

  /// Builds a file out of RDF.
  func authority(_ text: String, _ syntax: RDFSyntax) throws -> LocalAuthority {
    let file = folder.appending(path: "\(UUID().uuidString).sqlite").path
    let builder = try AuthorityBuilder(file)
    // In parts of a few bytes, as from a file that comes slowly.
    var rest = Array(text.utf8)[...]
    try builder.add(syntax, file: "t") {
      let part = rest.prefix(7)
      rest = rest.dropFirst(7)
      return Array(part)
    }
    _ = try builder.finish(name: "w", namespace: nil)
    return try LocalAuthority(file)
  }

  /// The entities of a graph in Turtle, in whose prefixes `e:` and `griot:` stand.
  func subjects(_ turtle: String) throws -> [LinkSubject] {
    var dataset = Dataset()
    let head = """
      @prefix e: <https://example.org/entity/> .
      @prefix griot: <https://w3id.org/griot/ontology#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      @prefix owl: <http://www.w3.org/2002/07/owl#> .

      """
    try RDFReader.read(
      Array((head + turtle).utf8), file: "e.trig", syntax: .trig, into: &dataset)
    return SubjectReader(types).subjects(of: dataset)
  }
}
