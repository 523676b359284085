internal import Extraction
internal import Foundation
internal import Linking
internal import Mapping
internal import RDF

/// Finds out which entities are one, from the user's tables and from the links of all records.
///
/// Links are collected before the first record is mapped, so that each record's nodes do not depend
/// on the others' order.
struct IdentityReader {
  private let configuration: Configuration
  private var classes = IdentityClasses()
  /// What is to be said of it.
  private(set) var notes: [Diagnostic] = []

  init(_ configuration: Configuration) { self.configuration = configuration }

  /// Reads the tables and, where links make entities one, all records.
  ///
  /// - Throws: ``RunError`` when a table or an input cannot be read.
  mutating func read() throws(RunError) -> EntityIdentity {
    let links: EntityIdentity.LinkRule = configuration.linkMerging == .merged ? .merged : .apart
    guard links == .merged || !configuration.sameAsFiles.isEmpty else { return .none }
    let base = configuration.base
    for name in configuration.sameAsFiles {
      let bytes = try InputFiles.bytes(name)
      let table: SameAsTable
      do throws(LinkingError) {
        table = try SameAsTable(bytes, file: name)
      } catch {
        throw RunError(.wrongUsage, error.diagnostic)
      }
      for row in table.rows {
        classes.add(row: IdentifiedEntity.iri(ofShared: row.entity, base: base), is: row.iri)
      }
    }
    if links == .merged { try collectLinks() }
    return EntityIdentity(
      nodes: classes.nodes { EntityIdentity.node(ofLink: $0, base: base) }, links: links)
  }

  private mutating func collectLinks() throws(RunError) {
    let reader = RecordReader(texts: configuration.texts.map { TextFolder($0) })
    for name in try InputFiles.expand(configuration.inputs, [.records, .rdf])
    where (configuration.inputSyntax ?? InputSyntax(fileName: name))?.rdf == nil {
      guard Self.isReadTwice(name) else {
        notes.append(
          Diagnostic(
            .note, file: name == "-" ? "<stdin>" : name,
            "is read once: an entity with several links is one with others by the least of them "
              + "alone, and shared ids stay; --same-as can say the rest"))
        continue
      }
      let file = try RecordFile(name, configuration)
      var counts = RunSummary()
      while let document = try file.next() {
        // What is wrong with a record is told when it is exported.
        let result = Run.read(document, of: file.source, by: reader, &counts)
        guard let record = result.record else { continue }
        for entity in record.entities where !entity.same.isEmpty {
          guard
            let named = IdentifiedEntity(entity, of: record, base: configuration.base)
          else { continue }
          classes.add(entity: named.isShared ? named.iri : nil, same: named.same)
        }
      }
    }
  }

  private static func isReadTwice(_ name: String) -> Bool {
    var status = stat()
    let isThere = unsafe stat(name, &status) == 0
    return name != "-" && isThere && status.st_mode & S_IFMT == S_IFREG
  }
}
