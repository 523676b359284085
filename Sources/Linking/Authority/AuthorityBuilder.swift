internal import Foundation
internal import RDF
public import RDFIO

/// Makes an authority's file out of dumps: N-Triples, N-Quads, Turtle, TriG, or tables.
///
/// N-Triples and N-Quads take memory for the IRIs of things and for words; the terms of Turtle and
/// TriG stay in memory too.
public final class AuthorityBuilder {
  /// What was put into the file.
  public struct Count: Hashable, Sendable {
    /// How many things have a name.
    public let items: Int
    /// How many names there are.
    public let names: Int
  }

  private let writer: AuthorityWriter

  /// Begins a file, in place of what has its name.
  ///
  /// - Throws: ``LinkingError/store(file:reason:)``.
  public init(_ file: String) throws(LinkingError) {
    try? FileManager.default.removeItem(atPath: file)
    writer = try AuthorityWriter(file)
  }

  /// Reads a dump of RDF, part by part.
  ///
  /// - Parameters:
  ///   - syntax: the dump's syntax; one that ``RDFIO/RDFSyntax/isText`` is true of.
  ///   - file: its name, for messages.
  ///   - next: gives the next bytes, none at the end.
  /// - Throws: ``LinkingError``, and what `next` throws.
  public func add(
    _ syntax: RDFSyntax, file: String, next: () throws -> [UInt8]
  ) throws {
    var reader = try QuadReader(syntax, file: file, base: nil)
    var terms = TermTable()
    var meanings: [TermID: AuthorityTerms.Meaning] = [:]
    for (iri, meaning) in AuthorityTerms.meanings.sorted(by: { $0.key < $1.key }) {
      meanings[try terms.iri(iri)] = meaning
    }
    let concept = try terms.iri(AuthorityTerms.concept)
    let shared = terms.count
    var quads: [Quad] = []
    var isWhole = false
    while !isWhole {
      let bytes = try next()
      isWhole = bytes.isEmpty
      if isWhole {
        try reader.finish(into: &terms) { quad, _ in quads.append(quad) }
      } else {
        try reader.read(bytes.span, into: &terms) { quad, _ in quads.append(quad) }
      }
      for quad in quads {
        guard let meaning = meanings[quad.predicate], terms.kind(of: quad.subject) == .iri else {
          continue
        }
        let subject = terms.string(of: quad.subject)
        let object = terms.string(of: quad.object)
        let language = terms.language(of: quad.object) ?? ""
        switch meaning {
        case .name(let rank):
          guard terms.kind(of: quad.object) == .literal else { continue }
          try writer.add(Name(object, language: language, rank: rank), of: subject)
        case .fact(.type) where quad.object == concept:
          try writer.add(.concept, "true", of: subject)
        case .fact(let fact):
          guard terms.kind(of: quad.object) != .blankNode else { continue }
          try writer.add(fact, object, language: language, of: subject)
        }
      }
      quads.removeAll(keepingCapacity: true)
      if syntax == .ntriples || syntax == .nquads { terms.removeTerms(from: shared) }
    }
  }

  /// Reads a table with a thing a row.
  ///
  /// The column `iri` says what it is; else `id`, below the namespace. Names are in columns `label`
  /// and `alias`, or `label_fr` and so on, where `|` stands between several; `type`, `country`,
  /// `latitude`, `longitude`, `coordinates`, `begin`, `end`, `description` say the rest.
  ///
  /// - Throws: ``LinkingError``.
  public func addTable(
    _ bytes: [UInt8], file: String, namespace: String?
  ) throws(LinkingError) {
    let table = try TabTable(bytes, file: file)
    let hasIRI = table.columns.contains("iri")
    if !hasIRI { try table.require("id") }
    let nameColumns = table.columns.compactMap(Self.nameColumn)
    guard !nameColumns.isEmpty else {
      throw .malformed(
        Diagnostic(
          .error, file: file,
          "the table has no column of names; expected one such as label, label_fr or alias_fr"))
    }
    for row in table.rows {
      let iri = hasIRI && !row["iri"].isEmpty ? row["iri"] : (namespace ?? "") + row["id"]
      guard IRISyntax.fault(in: iri) == nil else {
        throw table.error(
          row, "\"\(iri)\" is not an absolute IRI; expected one, or --namespace to go before ids")
      }
      for (column, language, rank) in nameColumns {
        for text in Self.parts(row[column]) {
          try writer.add(Name(text, language: language, rank: rank), of: iri)
        }
      }
      for (column, fact) in Self.factColumns {
        for value in fact == .summary ? [row[column]] : Self.parts(row[column])
        where !value.isEmpty {
          if fact == .type, value == AuthorityTerms.concept || value == "skos:Concept" {
            try writer.add(.concept, "true", of: iri)
          } else {
            try writer.add(fact, value, of: iri)
          }
        }
      }
    }
  }

  private static let factColumns: [(String, AuthorityFact)] = [
    ("type", .type), ("country", .country), ("coordinates", .coordinates),
    ("latitude", .latitude), ("longitude", .longitude), ("begin", .begin), ("end", .end),
    ("description", .summary),
  ]

  private static func parts(_ cell: String) -> [String] {
    cell.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
  }

  private static func nameColumn(_ column: String) -> (String, String, Name.Rank)? {
    for (prefix, rank) in [("label", Name.Rank.label), ("alias", .alias)] {
      if column == prefix { return (column, "", rank) }
      if column.hasPrefix(prefix + "_") {
        return (column, column.dropFirst(prefix.count + 1).lowercased(), rank)
      }
    }
    return nil
  }

  /// Closes the file.
  ///
  /// - Parameters:
  ///   - name: what the authority is called.
  ///   - namespace: what the IRIs of its things begin with; nil for what all of them begin with.
  /// - Returns: what is in the file.
  /// - Throws: ``LinkingError/store(file:reason:)``.
  public func finish(name: String, namespace: String?) throws(LinkingError) -> Count {
    try writer.finish(name: name, namespace: namespace)
    return Count(items: writer.itemCount, names: writer.nameCount)
  }
}
