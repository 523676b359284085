internal import Ontology
internal import RDF

/// What becomes of the quads of a predicate.
enum PredicateUse {
  /// A class of the thing.
  case type
  /// Under a fixed key.
  case fixed
  /// Another name of the thing.
  case link
  /// No key of its own.
  case detail
  /// Part of an annotation.
  case annotation
  /// The words of a span.
  case words
  /// An edge, or a value under the property's key.
  case property

  init(_ iri: String) {
    func local(_ namespace: String) -> Substring? {
      iri.hasPrefix(namespace) ? iri.dropFirst(namespace.count) : nil
    }
    if let name = local(Ontology.namespace) {
      switch name {
      case "status", "named", "date", "datePart", "interval", "confidence", "basis", "degree",
        "attributedTo", "via":
        self = .fixed
      case "dateText", "dateQualifier", "bound", "supports": self = .detail
      default: self = .property
      }
    } else if let name = local(GraphTerm.prov) {
      self = name == "wasAttributedTo" || name == "hadPrimarySource" ? .fixed : .detail
    } else if let name = local(GraphTerm.sem) {
      switch name {
      case "hasEarliestBeginTimeStamp", "hasLatestEndTimeStamp": self = .fixed
      case "hasLatestBeginTimeStamp", "hasEarliestEndTimeStamp", "hasTimeStamp",
        "hasBeginTimeStamp", "hasEndTimeStamp":
        self = .detail
      default: self = .property
      }
    } else if let name = local(GraphTerm.oa) {
      self = name == "exact" ? .words : .annotation
    } else {
      switch iri {
      case Namespace.rdf + "type": self = .type
      case Namespace.rdfs + "label", GraphTerm.altLabel.iri: self = .fixed
      case Namespace.owl + "sameAs", GraphTerm.exactMatch.iri, GraphTerm.subjectOf.iri:
        self = .link
      default: self = .property
      }
    }
  }
}
