/// An event as a row of a table.
struct EventRow {
  let iri: String
  /// The most specific class.
  let type: String
  let label: String
  let time: TableTime
  let put: TableQualification
  /// The texts under properties, by the names of their columns.
  var values: [String: [String]] = [:]
  let quotes: [String]
  let article: TableArticle
  /// Where its places are.
  let points: [GeoPoint]
  /// Whether a place has coordinates that are none on earth or in a system that is not read.
  let hasUnusablePoint: Bool
}

/// When something is, as tables have it.
struct TableTime {
  let date: [String]
  /// The part of the date that the text names.
  let parts: [String]
  let interval: [String]
  let earliest: [String]
  let latest: [String]
}

/// How something is put, as tables have it.
struct TableQualification {
  let status: [String]
  let agents: [String]
  let sources: [String]
  let confidence: [String]
}

/// The article of a row.
struct TableArticle {
  let iri: String
  let title: String?
}

/// A claim as a row of a table.
struct ClaimRow {
  let iri: String
  let subject: (label: String, iri: String)
  let predicate: String
  let object: String
  /// The IRI of an object that is a thing.
  let objectIRI: String?
  let datatype: String?
  let bound: [String]
  let unit: [String]
  let degree: [String]
  let basis: [String]
  let time: TableTime
  let put: TableQualification
  let quotes: [String]
  let article: TableArticle
}
