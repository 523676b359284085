public import RDF

/// Puts links into the links graphs of their articles, each with a statement about it that says how
/// sure it is, how it was found and by what.
///
/// - SeeAlso: RDF Schema 1.1, section 5.3 (reification vocabulary); PROV-O, section 3.1; SSSOM 1.0,
///   section "Mapping".
public struct LinkSetWriter {
  private let version: String
  private let fallbackGraph: String
  private var linkCounts: [String: Int] = [:]

  /// Makes a writer.
  ///
  /// - Parameters:
  ///   - version: griot's version.
  ///   - fallbackGraph: the graph of links of entities that no named graph describes.
  public init(version: String, fallbackGraph: String) {
    self.version = version
    self.fallbackGraph = fallbackGraph
  }

  private static let prov = "http://www.w3.org/ns/prov#"
  private static let dcterms = "http://purl.org/dc/terms/"
  private static let sssom = "https://w3id.org/sssom/"
  private static let griot = "https://w3id.org/griot/ontology#"
  private static let agent = "https://w3id.org/griot"

  /// Adds the link of a finding, if it has one.
  ///
  /// - Throws: ``LinkingError/term(_:)``.
  public mutating func add(_ finding: Finding, to dataset: inout Dataset) throws(LinkingError) {
    guard let link = finding.link else { return }
    do throws(TermError) {
      try add(link, finding, &dataset)
    } catch {
      throw .term(error)
    }
  }

  private mutating func add(
    _ link: Link, _ finding: Finding, _ dataset: inout Dataset
  ) throws(TermError) {
    let graphIRI =
      finding.subject.graph.isEmpty ? fallbackGraph : finding.subject.graph + "/links"
    let graph = try dataset.terms.iri(graphIRI)
    func iri(_ text: String) throws(TermError) -> TermID { try dataset.terms.iri(text) }
    func insert(_ subject: TermID, _ predicate: String, _ object: TermID) throws(TermError) {
      dataset.insert(Quad(subject, try iri(predicate), object, graph: graph))
    }
    let subject = try iri(finding.subject.iri)
    let target = try iri(link.target)
    try insert(subject, link.relation.iri, target)
    let statement = try iri(statementIRI(finding.subject, graphIRI))
    try insert(statement, Namespace.rdf + "type", .rdfStatement)
    try insert(statement, Namespace.rdf + "subject", subject)
    try insert(statement, Namespace.rdf + "predicate", try iri(link.relation.iri))
    try insert(statement, Namespace.rdf + "object", target)
    try insert(
      statement, Self.griot + "confidence",
      try dataset.terms.literal("\(link.confidence)", datatype: .xsdDecimal))
    try insert(
      statement, Self.sssom + "mapping_justification", try iri(link.justification.iri))
    try insert(
      statement, Self.dcterms + "description", try dataset.terms.literal(link.evidence))
    if !link.author.isEmpty {
      try insert(
        statement, Self.sssom + "author_label", try dataset.terms.literal(link.author))
    }
    if !link.date.isEmpty {
      try insert(statement, Self.dcterms + "date", try dataset.terms.literal(link.date))
    }
    let activity = try iri(graphIRI + "/linking")
    let griot = try iri(Self.agent)
    try insert(statement, Self.prov + "wasGeneratedBy", activity)
    try insert(activity, Namespace.rdf + "type", try iri(Self.prov + "Activity"))
    try insert(activity, Self.prov + "wasAssociatedWith", griot)
    try insert(griot, Namespace.rdf + "type", try iri(Self.prov + "SoftwareAgent"))
    try insert(griot, Namespace.rdfs + "label", try dataset.terms.literal("griot"))
    try insert(griot, Self.griot + "version", try dataset.terms.literal(version))
  }

  /// The IRI of the statement about an entity's next link, below the links graph.
  private mutating func statementIRI(_ subject: LinkSubject, _ graph: String) -> String {
    let cut = subject.iri.lastIndex { $0 == "/" || $0 == "#" }
    let segment = cut.map { String(subject.iri[subject.iri.index(after: $0)...]) } ?? ""
    let path = "\(graph)/\(segment)"
    linkCounts[path, default: 0] += 1
    return "\(path).\(linkCounts[path] ?? 1)"
  }
}
