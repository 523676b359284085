public import Extraction
public import Ontology
public import RDF

/// Turns extraction records into quads, guided by an ontology.
///
/// One mapper serves many records in a row. Nothing is guessed: what the ontology does not name,
/// or cannot hold, is an error at the record's own line.
public struct Mapper {
  /// What every article's provenance names.
  public struct Provenance: Sendable {
    /// griot's version.
    public let version: String
    /// The SHA-256 of the ontology that guided the mapping.
    public let ontologySHA256: String

    /// Names the version and the ontology.
    public init(version: String, ontologySHA256: String) {
      self.version = version
      self.ontologySHA256 = ontologySHA256
    }
  }

  let ontology: Ontology
  let base: [UInt8]
  /// Which entities are one node.
  let identity: EntityIdentity
  let provenance: Provenance
  let vocabulary: RecordVocabulary
  /// The terms of the ontology's classes and properties, in their order; nil where an IRI is none.
  private let classTerms: [TermID?]
  private let propertyTerms: [TermID?]

  /// Makes a mapper and interns the terms that all records share.
  ///
  /// - Parameters:
  ///   - ontology: what the names of a record are looked up in.
  ///   - base: the IRI that articles and entities get theirs below; ends in `/` or `#`.
  ///   - provenance: what every article's provenance names.
  ///   - identity: which entities are one node, though their ids differ.
  ///   - terms: the table of the datasets that records are mapped into.
  /// - Throws: ``TermError/malformedIRI(_:reason:)`` when the base is none.
  public init(
    ontology: Ontology, base: String, provenance: Provenance, identity: EntityIdentity = .none,
    terms: inout TermTable
  ) throws(TermError) {
    _ = try terms.iri(base)
    self.ontology = ontology
    self.base = Array(base.utf8)
    self.identity = identity
    self.provenance = provenance
    vocabulary = try RecordVocabulary(&terms)
    classTerms = ontology.classes.map { try? terms.iri($0.iri) }
    propertyTerms = ontology.properties.map { try? terms.iri($0.iri) }
  }

  func term(ofClass index: Int, _ terms: inout TermTable) throws(TermError) -> TermID {
    if let known = classTerms[index] { return known }
    return try terms.iri(ontology.classes[index].iri)
  }

  func term(ofProperty index: Int, _ terms: inout TermTable) throws(TermError) -> TermID {
    if let known = propertyTerms[index] { return known }
    return try terms.iri(ontology.properties[index].iri)
  }

  /// Adds a record's quads to a dataset.
  ///
  /// - Returns: what is wrong with the record in the ontology's eyes; with an error among them the
  ///   dataset holds but part of the record.
  public func map(_ record: ExtractionRecord, into dataset: inout Dataset) -> [Diagnostic] {
    var mapping: RecordMapping
    do throws(TermError) {
      mapping = try RecordMapping(mapper: self, record: record, dataset: &dataset)
    } catch {
      return [
        Diagnostic(
          .error, file: record.file, position: record.position(of: record.source.id.offset),
          error.description)
      ]
    }
    mapping.run(&dataset)
    return mapping.diagnostics
  }

  /// The IRI of a record's article.
  public func articleIRI(of record: ExtractionRecord) -> [UInt8] {
    RecordMapping.articleIRI(of: record.source.id, record, base: base)
  }

  /// The IRI of the article of an id.
  public func articleIRI(ofID id: String) -> [UInt8] {
    let text = Array(id.utf8)
    guard IRISyntax.fault(in: text.span) != nil else { return text }
    var bytes = base + Array("article/".utf8)
    IRISegment.append(text.span, to: &bytes)
    return bytes
  }

  /// The IRI of the article that a record says it replaces, or nil where there is none but itself.
  public func replacedArticleIRI(of record: ExtractionRecord) -> [UInt8]? {
    guard let id = record.source.revisionOf else { return nil }
    let former = RecordMapping.articleIRI(of: id, record, base: base)
    return former == articleIRI(of: record) ? nil : former
  }

  /// The node of an entity of a record, or nil where that is what its id says.
  public func node(of entity: RecordEntity, in record: ExtractionRecord) -> String? {
    guard !identity.isTrivial, !entity.same.isEmpty || !identity.nodes.isEmpty else { return nil }
    let base = String(decoding: base, as: UTF8.self)
    guard let named = IdentifiedEntity(entity, of: record, base: base) else { return nil }
    return identity.node(of: named.iri, isShared: named.isShared, same: named.same, base: base)
  }
}
