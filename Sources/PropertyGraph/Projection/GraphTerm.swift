internal import Ontology
internal import RDF

/// The properties that a projection looks for by themselves.
enum GraphTerm: Int, CaseIterable {
  case type, label, altLabel, subject, predicate, object, sameAs, exactMatch, subjectOf
  case status, named, date, datePart, interval, confidence, basis, degree, attributedTo, via
  case alternativeOf, bound, unit, wasAttributedTo, hadPrimarySource
  case earliestBegin, latestEnd
  case motivatedBy, hasTarget, hasSelector, hasBody, exact

  /// The property's IRI.
  var iri: String {
    switch self {
    case .type, .subject, .predicate, .object: "\(Namespace.rdf)\(self)"
    case .label: "\(Namespace.rdfs)label"
    case .sameAs: "\(Namespace.owl)sameAs"
    case .altLabel, .exactMatch: "http://www.w3.org/2004/02/skos/core#\(self)"
    case .subjectOf: "https://schema.org/subjectOf"
    case .wasAttributedTo, .hadPrimarySource: "\(Self.prov)\(self)"
    case .earliestBegin: "\(Self.sem)hasEarliestBeginTimeStamp"
    case .latestEnd: "\(Self.sem)hasLatestEndTimeStamp"
    case .motivatedBy, .hasTarget, .hasSelector, .hasBody, .exact: "\(Self.oa)\(self)"
    default: "\(Ontology.namespace)\(self)"
    }
  }

  /// Whether its objects are of a vocabulary: classes, properties or individuals.
  var leadsToVocabulary: Bool {
    switch self {
    case .type, .predicate, .status, .degree, .basis, .datePart, .bound, .motivatedBy: true
    default: false
    }
  }

  static let oa = "http://www.w3.org/ns/oa#"
  static let prov = "http://www.w3.org/ns/prov#"
  static let sem = "http://semanticweb.cs.vu.nl/2009/11/sem/"

  static let byIRI = Dictionary(uniqueKeysWithValues: allCases.map { ($0.iri, $0) })
}
