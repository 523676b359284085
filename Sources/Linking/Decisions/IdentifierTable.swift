internal import Foundation
internal import RDF

/// Identifiers of entities that others have found, a line each, tabs between.
///
/// `entity_key` is the id that records give the entity, `authority` names who gave the identifier,
/// `iri` is the identifier as an IRI, and `verified` says where it stands. Lines without an IRI,
/// those that say `unverified`, and those of web pages make no link.
public struct IdentifierTable: Sendable {
  private var decisions: [String: [Decision]] = [:]
  /// How many lines make no link.
  public private(set) var skipped = 0

  /// Reads a table.
  ///
  /// - Throws: ``LinkingError/malformed(_:)``.
  public init(_ bytes: [UInt8], file: String) throws(LinkingError) {
    let table = try TabTable(bytes, file: file)
    try table.require("entity_key", "authority", "iri", "verified")
    for row in table.rows {
      let iri = row["iri"]
      let source = row["verified"]
      guard !iri.isEmpty, !source.isEmpty, source != "unverified", !Self.isPage(row) else {
        skipped += 1
        continue
      }
      if let reason = IRISyntax.fault(in: iri) {
        throw table.error(row, "\"\(iri)\" is not an absolute IRI: \(reason)")
      }
      var decision = Decision(entity: row["entity_key"], target: iri, verdict: .same)
      decision.authority = row["authority"]
      decision.author = file
      decision.reason = source
      decision.file = file
      decision.line = row.line
      decisions[row["entity_key"], default: []].append(decision)
    }
  }

  /// A web page is about a thing and is not the thing.
  private static func isPage(_ row: TabTable.Row) -> Bool {
    row["authority"].hasPrefix("wikipedia") || row["authority"] == "homepage"
  }

  /// The decisions on an entity, by the last segment of its IRI.
  public func decisions(on subject: LinkSubject) -> [Decision] {
    guard subject.isNamed != false else { return [] }
    let cut = subject.iri.lastIndex { $0 == "/" || $0 == "#" }
    let segment = cut.map { String(subject.iri[subject.iri.index(after: $0)...]) } ?? subject.iri
    return decisions[segment.removingPercentEncoding ?? segment, default: []].map { made in
      var decision = Decision(entity: subject.iri, target: made.target, verdict: made.verdict)
      decision.authority = made.authority
      decision.author = made.author
      decision.reason = made.reason
      decision.file = made.file
      decision.line = made.line
      return decision
    }
  }
}
