internal import Extraction
internal import Linking
internal import Mapping
internal import Ontology
internal import RDF

/// An entity of an article with one of its names.
struct NamedEntity: Sendable {
  /// The node's IRI.
  let iri: String
  /// The name as it is written.
  let label: String
  /// What names are compared by.
  let key: String
  /// The IRI of its class.
  let type: String
  /// The IRIs it is linked to.
  let same: [String]
  /// Where the article has it.
  let offset: SourceOffset

  /// The named entities of a record, each with its labels; aliases are left out.
  static func all(
    of record: ExtractionRecord, _ mapper: Mapper, _ ontology: Ontology, base: String
  ) -> [NamedEntity] {
    var found: [NamedEntity] = []
    for entity in record.entities {
      guard let named = IdentifiedEntity(entity, of: record, base: base),
        let type = ontology.classNamed(record.string(entity.type))
      else { continue }
      let iri = mapper.node(of: entity, in: record) ?? named.iri
      var keys: Set<String> = []
      for label in entity.labels {
        let text = record.string(label.text)
        let key = NameKey(text).text
        guard !key.isEmpty, keys.insert(key).inserted else { continue }
        found.append(
          NamedEntity(
            iri: iri, label: text, key: key, type: type.iri, same: named.same,
            offset: entity.offset))
      }
    }
    return found
  }
}
