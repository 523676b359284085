public import RDF

/// A dataset in the words of VoID, and where enough is said of it of DCAT and PROV.
///
/// All that is described has an IRI: there are no blank nodes, and the same data give the same
/// triples in the same order.
///
/// - SeeAlso: Describing Linked Datasets with the VoID Vocabulary, sections 2 to 5; Data Catalog
///   Vocabulary (DCAT) Version 3, section 6; SPARQL 1.1 Service Description, section 3.
public struct DatasetDescription {
  /// Of how many graphs at most each is described; beyond that there is only their number.
  public static let graphLimit = 10_000

  private let base: String
  private let counts: DatasetCounts
  private let details: DatasetDetails
  private let distributions: [Distribution]
  private let version: String
  private let moment: String?

  /// Makes a description.
  ///
  /// - Parameters:
  ///   - counts: what was counted.
  ///   - details: what its publisher says; where some is missing there is only VoID.
  ///   - distributions: the files that it can be had as.
  ///   - base: what its own IRIs begin with.
  ///   - version: the version of griot that made the files.
  ///   - moment: when, as xsd:dateTime; nil where nothing says.
  public init(
    _ counts: DatasetCounts, _ details: DatasetDetails, _ distributions: [Distribution],
    base: String, version: String, moment: String?
  ) {
    self.base = base
    self.counts = counts
    self.details = details
    self.distributions = distributions
    self.version = version
    self.moment = moment
  }

  /// The prefixes of its vocabularies.
  public static let prefixes: [(name: String, namespace: String)] = [
    ("dcat", DescriptionTerm.dcat), ("dcterms", DescriptionTerm.dcterms),
    ("foaf", DescriptionTerm.foaf), ("griot", DescriptionTerm.griot),
    ("prov", DescriptionTerm.prov), ("rdfs", Namespace.rdfs),
    ("sd", DescriptionTerm.sd), ("spdx", DescriptionTerm.spdx), ("void", DescriptionTerm.void),
    ("xsd", Namespace.xsd),
  ]

  /// Whether each graph is described by itself.
  public var listsGraphs: Bool { counts.graphs.count <= Self.graphLimit }

  /// Adds the description's triples to a dataset.
  ///
  /// - Throws: ``PublishingError/term(_:)`` where a detail is no IRI or language.
  public func write(to dataset: inout Dataset) throws(PublishingError) {
    let iri = details.iri ?? base + "dataset"
    var writer = DescriptionWriter(iri)
    do throws(TermError) {
      try writeVoID(&writer, &dataset)
      try writeProvenance(&writer, &dataset)
      if details.missing.isEmpty { try writeCatalogue(&writer, &dataset) }
    } catch {
      throw .term(error)
    }
  }

  // MARK: VoID

  private func writeVoID(
    _ writer: inout DescriptionWriter, _ dataset: inout Dataset
  ) throws(TermError) {
    let own = writer.dataset
    try writer.add(own, .type, iri: .voidDataset, &dataset)
    for words in details.title { try writer.add(own, .title, words, &dataset) }
    for words in details.description { try writer.add(own, .description, words, &dataset) }
    if let licence = details.licence { try writer.add(own, .license, licence, &dataset) }
    for (term, count) in [
      (DescriptionTerm.triples, counts.statements), (.distinctSubjects, counts.distinctSubjects),
      (.distinctObjects, counts.distinctObjects), (.classes, counts.classes.count),
      (.properties, counts.properties.count),
    ] {
      try writer.add(own, term, count: count, &dataset)
    }
    if own.hasPrefix(base) { try writer.add(own, .uriSpace, text: base, &dataset) }
    for vocabulary in counts.vocabularies {
      try writer.add(own, .vocabulary, vocabulary, &dataset)
    }
    for (number, found) in counts.classes.enumerated() {
      let part = writer.part("class", number)
      try writer.add(own, .classPartition, part, &dataset)
      try writer.add(part, .class, found.iri, &dataset)
      try writer.add(part, .entities, count: found.count, &dataset)
    }
    for (number, found) in counts.properties.enumerated() {
      let part = writer.part("property", number)
      try writer.add(own, .propertyPartition, part, &dataset)
      try writer.add(part, .property, found.iri, &dataset)
      try writer.add(part, .triples, count: found.count, &dataset)
    }
    try writeLinkSets(&writer, &dataset)
    if listsGraphs { try writeGraphs(&writer, &dataset) }
  }

  private func writeLinkSets(
    _ writer: inout DescriptionWriter, _ dataset: inout Dataset
  ) throws(TermError) {
    var targets: [String: String] = [:]
    for (number, found) in counts.linkSets.enumerated() {
      let set = writer.part("links", number)
      let target: String
      if let known = targets[found.set.target] {
        target = known
      } else {
        target = writer.part("target", targets.count)
        targets[found.set.target] = target
        try writer.add(target, .type, iri: .voidDataset, &dataset)
        try writer.add(target, .uriSpace, text: found.set.target, &dataset)
      }
      try writer.add(writer.dataset, .subset, set, &dataset)
      try writer.add(set, .type, iri: .linkset, &dataset)
      try writer.add(set, .linkPredicate, found.set.predicate, &dataset)
      try writer.add(set, .subjectsTarget, writer.dataset, &dataset)
      try writer.add(set, .objectsTarget, target, &dataset)
      try writer.add(set, .triples, count: found.count, &dataset)
    }
  }

  private func writeGraphs(
    _ writer: inout DescriptionWriter, _ dataset: inout Dataset
  ) throws(TermError) {
    let own = writer.dataset
    if !counts.graphs.isEmpty { try writer.add(own, .type, iri: .graphCollection, &dataset) }
    for (number, found) in counts.graphs.enumerated() {
      let named = writer.part("graph", number)
      let graph = named + "-triples"
      try writer.add(own, .namedGraph, named, &dataset)
      try writer.add(named, .type, iri: .namedGraphClass, &dataset)
      try writer.add(named, .name, found.iri, &dataset)
      try writer.add(named, .graph, graph, &dataset)
      try writer.add(graph, .type, iri: .graphClass, &dataset)
      try writer.add(graph, .type, iri: .voidDataset, &dataset)
      try writer.add(graph, .triples, count: found.count, &dataset)
    }
  }

  // MARK: PROV

  private func writeProvenance(
    _ writer: inout DescriptionWriter, _ dataset: inout Dataset
  ) throws(TermError) {
    let own = writer.dataset
    let export = writer.part("export")
    let griot = "https://w3id.org/griot"
    try writer.add(own, .type, iri: .entity, &dataset)
    try writer.add(own, .wasGeneratedBy, export, &dataset)
    try writer.add(export, .type, iri: .activity, &dataset)
    try writer.add(export, .wasAssociatedWith, griot, &dataset)
    if let moment {
      try writer.add(export, .endedAtTime, text: moment, datatype: "dateTime", &dataset)
    }
    try writer.add(griot, .type, iri: .softwareAgent, &dataset)
    try writer.add(griot, .label, text: "griot", &dataset)
    try writer.add(griot, .version, text: version, &dataset)
  }

  // MARK: DCAT

  /// Adds what DCAT-AP 3 has for a dataset and its distributions.
  private func writeCatalogue(
    _ writer: inout DescriptionWriter, _ dataset: inout Dataset
  ) throws(TermError) {
    guard let publisher = details.publisher, let licence = details.licence,
      let accessURL = details.accessURL
    else { return }
    let own = writer.dataset
    let agent = details.publisherIRI ?? writer.part("publisher")
    try writer.add(own, .type, iri: .catalogDataset, &dataset)
    try writer.add(own, .publisher, agent, &dataset)
    try writer.add(agent, .type, iri: .agent, &dataset)
    try writer.add(agent, .agentName, text: publisher, &dataset)
    try writer.add(licence, .type, iri: .licenseDocument, &dataset)
    if let moment {
      try writer.add(own, .modified, text: moment, datatype: "dateTime", &dataset)
    }
    for (number, file) in distributions.enumerated() {
      let part = writer.part("file", number)
      try writer.add(own, .distribution, part, &dataset)
      try writer.add(part, .type, iri: .distributionClass, &dataset)
      try writer.add(part, .type, iri: .entity, &dataset)
      try writer.add(part, .wasGeneratedBy, writer.part("export"), &dataset)
      try writer.add(part, .title, text: file.name, &dataset)
      try writer.add(part, .license, licence, &dataset)
      try writer.add(part, .accessURL, accessURL, &dataset)
      if accessURL.hasSuffix("/") {
        let url = accessURL + DescriptionWriter.encoded(file.name)
        try writer.add(part, .downloadURL, url, &dataset)
        if file.isRDF { try writer.add(own, .dataDump, url, &dataset) }
      }
      try writer.add(
        part, .byteSize, text: "\(file.bytes)", datatype: "nonNegativeInteger", &dataset)
      try writeMediaType(of: file, part, writer, &dataset)
      let sum = part + "-sum"
      try writer.add(part, .checksum, sum, &dataset)
      try writer.add(sum, .type, iri: .checksumClass, &dataset)
      try writer.add(sum, .algorithm, iri: .sha256, &dataset)
      try writer.add(sum, .checksumValue, text: file.sha256, datatype: "hexBinary", &dataset)
    }
  }

  private func writeMediaType(
    of file: Distribution, _ part: String, _ writer: DescriptionWriter, _ dataset: inout Dataset
  ) throws(TermError) {
    let registry = "https://www.iana.org/assignments/media-types/"
    if let packing = file.packing {
      let type = registry + "application/\(packing.rawValue)"
      try writer.add(part, .compressFormat, type, &dataset)
      try writer.add(type, .type, iri: .mediaTypeClass, &dataset)
    }
    guard let mediaType = file.mediaType else { return }
    if file.hasRegisteredType {
      try writer.add(part, .mediaType, registry + mediaType, &dataset)
      try writer.add(registry + mediaType, .type, iri: .mediaTypeClass, &dataset)
    } else {
      let type = writer.part("format-" + mediaType.split(separator: "/")[1].prefix { $0 != "+" })
      try writer.add(part, .format, type, &dataset)
      try writer.add(type, .type, iri: .mediaTypeOrExtent, &dataset)
      try writer.add(type, .label, text: mediaType, &dataset)
    }
  }
}
