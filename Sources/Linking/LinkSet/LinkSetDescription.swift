public import RDF

/// Describes the links of a run by authority and predicate.
///
/// - SeeAlso: Describing Linked Datasets with the VoID Vocabulary, section 5.
public struct LinkSetDescription: Sendable {
  private struct Key: Hashable {
    let authority: String
    let namespace: String
    let relation: Link.Relation
  }

  private var counts: [Key: Int] = [:]
  private let base: String

  /// Makes a description of no links.
  ///
  /// - Parameter base: what the IRIs of the entities begin with.
  public init(base: String) {
    self.base = base
  }

  /// Counts the link of a finding, if it has one.
  public mutating func add(_ finding: Finding) {
    guard let link = finding.link else { return }
    let key = Key(
      authority: finding.authority, namespace: finding.namespace, relation: link.relation)
    counts[key, default: 0] += 1
  }

  private static let void = "http://rdfs.org/ns/void#"

  /// The description as triples: a void:Linkset for each authority and predicate, from the dataset
  /// of the entities to the authority's.
  ///
  /// - Throws: ``LinkingError/term(_:)``.
  public func write(to dataset: inout Dataset) throws(LinkingError) {
    do throws(TermError) {
      let own = try dataset.terms.iri(base + "dataset")
      try describe(own, uriSpace: base, title: nil, &dataset)
      let ordered = counts.sorted {
        ($0.key.namespace, $0.key.authority, $0.key.relation.rawValue)
          < ($1.key.namespace, $1.key.authority, $1.key.relation.rawValue)
      }
      var numbers: [String: Int] = [:]
      for (key, count) in ordered {
        let number = numbers[key.namespace] ?? numbers.count + 1
        numbers[key.namespace] = number
        let authority = try dataset.terms.iri("\(base)dataset/authority-\(number)")
        try describe(authority, uriSpace: key.namespace, title: key.authority, &dataset)
        let word = key.relation.rawValue.drop { $0 != ":" }.dropFirst()
        let set = try dataset.terms.iri("\(base)dataset/links-\(number)-\(word)")
        try insert(set, Namespace.rdf + "type", iri: Self.void + "Linkset", &dataset)
        try insert(set, Self.void + "subjectsTarget", own, &dataset)
        try insert(set, Self.void + "objectsTarget", authority, &dataset)
        try insert(set, Self.void + "linkPredicate", iri: key.relation.iri, &dataset)
        try insert(
          set, Self.void + "triples",
          try dataset.terms.literal("\(count)", datatype: .xsdInteger), &dataset)
        try insert(own, Self.void + "subset", set, &dataset)
      }
    } catch {
      throw .term(error)
    }
  }

  private func describe(
    _ term: TermID, uriSpace: String, title: String?, _ dataset: inout Dataset
  ) throws(TermError) {
    try insert(term, Namespace.rdf + "type", iri: Self.void + "Dataset", &dataset)
    try insert(
      term, Self.void + "uriSpace", try dataset.terms.literal(uriSpace), &dataset)
    if let title {
      try insert(
        term, "http://purl.org/dc/terms/title", try dataset.terms.literal(title), &dataset)
    }
  }

  private func insert(
    _ subject: TermID, _ predicate: String, _ object: TermID, _ dataset: inout Dataset
  ) throws(TermError) {
    dataset.insert(Quad(subject, try dataset.terms.iri(predicate), object))
  }

  private func insert(
    _ subject: TermID, _ predicate: String, iri: String, _ dataset: inout Dataset
  ) throws(TermError) {
    try insert(subject, predicate, try dataset.terms.iri(iri), &dataset)
  }
}
