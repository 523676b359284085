internal import RDF

/// A user's table of what is the same: an entity, and the IRI that it is known by.
///
/// The columns `entity` (or `entity_key`) and `iri` are read: an entity is an IRI, or the id that
/// records with shared ids give it. Rows without an IRI make nothing the same, nor do those that say
/// `unverified` in a column `verified`, or that name a web page by `authority`, as the tables of
/// ``IdentifierTable`` do. The table has tabs, or commas where its name ends in `.csv`.
public struct SameAsTable: Sendable {
  /// A row that makes two the same.
  public struct Row: Sendable {
    /// The entity, as the table has it.
    public let entity: String
    /// What it is the same as.
    public let iri: String
    /// The line of the file.
    public let line: Int
  }

  /// The rows in order.
  public private(set) var rows: [Row] = []

  /// Reads a table.
  ///
  /// - Throws: ``LinkingError/malformed(_:)``.
  public init(_ bytes: [UInt8], file: String) throws(LinkingError) {
    let table = try TabTable(
      bytes, file: file, separator: file.lowercased().hasSuffix(".csv") ? .comma : .tab)
    let entity = table.columns.contains("entity_key") ? "entity_key" : "entity"
    try table.require(entity, "iri")
    for row in table.rows {
      let iri = row["iri"]
      let isPage = row["authority"].hasPrefix("wikipedia") || row["authority"] == "homepage"
      guard !iri.isEmpty, row["verified"] != "unverified", !isPage else { continue }
      guard !row[entity].isEmpty else {
        throw table.error(row, "no \(entity) stands here; expected an IRI or a shared id")
      }
      if let reason = IRISyntax.fault(in: iri) {
        throw table.error(row, "\"\(iri)\" is not an absolute IRI: \(reason)")
      }
      rows.append(Row(entity: row[entity], iri: iri, line: row.line))
    }
  }
}
