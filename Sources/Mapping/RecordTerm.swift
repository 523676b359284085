internal import Extraction
internal import Ontology
internal import RDF

/// The terms that the record's own model is made of; all others come from the ontology.
enum RecordTerm: Int, CaseIterable, Sendable {
  case article, claim, status, named, date, datePart, dateText, dateQualifier, interval, duration
  case confidence, basis, background, degree, bound, unit, quantityText, partOf, alternativeOf
  case attributedTo, via, supports, sha256, textFile, version
  case altLabel, sameAs, subjectOf, url
  case title, language, identifier, issued, modified, termsDate
  case publisher, creator, rights
  case earliestBegin, latestBegin, earliestEnd, latestEnd
  case activity, softwareAgent, entity, wasAttributedTo, hadPrimarySource, wasAssociatedWith, used
  case wasGeneratedBy, wasRevisionOf
  case annotation, hasBody, hasTarget, motivatedBy, identifying, linking
  case specificResource, hasSource, hasSelector
  case textPositionSelector, start, end, textQuoteSelector, exact
  case hexBinary, xsdDuration

  private static let prov = "http://www.w3.org/ns/prov#"
  private static let oa = "http://www.w3.org/ns/oa#"
  private static let dcterms = "http://purl.org/dc/terms/"
  private static let dc = "http://purl.org/dc/elements/1.1/"
  private static let sem = "http://semanticweb.cs.vu.nl/2009/11/sem/"
  private static let schema = "https://schema.org/"
  private static let skos = "http://www.w3.org/2004/02/skos/core#"

  private static let names = allCases.map { "\($0)" }

  /// The term's own name, which an interpolation would look up by reflection each time.
  var name: String { Self.names[rawValue] }

  /// The term's IRI.
  var iri: String {
    switch self {
    case .article: Ontology.namespace + "Article"
    case .claim: Ontology.namespace + "Claim"
    case .status: Ontology.namespace + "status"
    case .named: Ontology.namespace + "named"
    case .date: Ontology.namespace + "date"
    case .datePart: Ontology.namespace + "datePart"
    case .dateText: Ontology.namespace + "dateText"
    case .dateQualifier: Ontology.namespace + "dateQualifier"
    case .interval: Ontology.namespace + "interval"
    case .duration: Ontology.namespace + "duration"
    case .confidence: Ontology.namespace + "confidence"
    case .basis: Ontology.namespace + "basis"
    case .background: Ontology.namespace + "background"
    case .degree: Ontology.namespace + "degree"
    case .bound: Ontology.namespace + "bound"
    case .unit: Ontology.namespace + "unit"
    case .quantityText: Ontology.namespace + "quantityText"
    case .partOf: Ontology.namespace + "partOf"
    case .alternativeOf: Ontology.namespace + "alternativeOf"
    case .attributedTo: Ontology.namespace + "attributedTo"
    case .via: Ontology.namespace + "via"
    case .supports: Ontology.namespace + "supports"
    case .sha256: Ontology.namespace + "sha256"
    case .textFile: Ontology.namespace + "textFile"
    case .version: Ontology.namespace + "version"
    case .altLabel: Self.skos + "altLabel"
    case .sameAs: Namespace.owl + "sameAs"
    case .subjectOf: Self.schema + "subjectOf"
    case .url: Self.schema + "url"
    case .title: Self.dcterms + "title"
    case .language: Self.dcterms + "language"
    case .identifier: Self.dcterms + "identifier"
    case .issued: Self.dcterms + "issued"
    case .modified: Self.dcterms + "modified"
    case .termsDate: Self.dcterms + "date"
    case .publisher: Self.dc + "publisher"
    case .creator: Self.dc + "creator"
    case .rights: Self.dc + "rights"
    case .earliestBegin: Self.sem + "hasEarliestBeginTimeStamp"
    case .latestBegin: Self.sem + "hasLatestBeginTimeStamp"
    case .earliestEnd: Self.sem + "hasEarliestEndTimeStamp"
    case .latestEnd: Self.sem + "hasLatestEndTimeStamp"
    case .activity: Self.prov + "Activity"
    case .softwareAgent: Self.prov + "SoftwareAgent"
    case .entity: Self.prov + "Entity"
    case .wasAttributedTo: Self.prov + "wasAttributedTo"
    case .hadPrimarySource: Self.prov + "hadPrimarySource"
    case .wasAssociatedWith: Self.prov + "wasAssociatedWith"
    case .used: Self.prov + "used"
    case .wasGeneratedBy: Self.prov + "wasGeneratedBy"
    case .wasRevisionOf: Self.prov + "wasRevisionOf"
    case .annotation: Self.oa + "Annotation"
    case .hasBody: Self.oa + "hasBody"
    case .hasTarget: Self.oa + "hasTarget"
    case .motivatedBy: Self.oa + "motivatedBy"
    case .identifying: Self.oa + "identifying"
    case .linking: Self.oa + "linking"
    case .specificResource: Self.oa + "SpecificResource"
    case .hasSource: Self.oa + "hasSource"
    case .hasSelector: Self.oa + "hasSelector"
    case .textPositionSelector: Self.oa + "TextPositionSelector"
    case .start: Self.oa + "start"
    case .end: Self.oa + "end"
    case .textQuoteSelector: Self.oa + "TextQuoteSelector"
    case .exact: Self.oa + "exact"
    case .hexBinary: Namespace.xsd + "hexBinary"
    case .xsdDuration: Namespace.xsd + "duration"
    }
  }
}

/// The numbers of the record's terms in one table.
struct RecordVocabulary {
  private let ids: [TermID]
  /// Individuals of griot's namespace by the words that records use for them.
  private let individuals: [String: TermID]

  init(_ terms: inout TermTable) throws(TermError) {
    var ids: [TermID] = []
    for term in RecordTerm.allCases { ids.append(try terms.iri(term.iri)) }
    self.ids = ids
    let words =
      RecordStatus.allCases.map(\.rawValue) + RecordBound.allCases.map(\.rawValue)
      + RecordDegree.allCases.map(\.rawValue) + RecordDatePart.allCases.map(\.rawValue)
      + EDTF.Qualifier.allCases.map(\.rawValue)
    var individuals: [String: TermID] = [:]
    for word in words { individuals[word] = try terms.iri(Ontology.namespace + word) }
    self.individuals = individuals
  }

  subscript(term: RecordTerm) -> TermID { ids[term.rawValue] }

  subscript(word: String) -> TermID? { individuals[word] }
}
