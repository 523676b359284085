internal import HTTP
internal import RDF

/// Adds triples about a dataset and its parts.
struct DescriptionWriter {
  /// The dataset's IRI.
  let dataset: String
  /// What the IRIs of its parts begin with.
  private let parts: String

  init(_ dataset: String) {
    self.dataset = dataset
    parts = dataset + (dataset.contains("#") ? "-" : "#")
  }

  /// The IRI of a part of the description; numbers begin with 1.
  func part(_ name: String, _ number: Int? = nil) -> String {
    number.map { "\(parts)\(name)-\($0 + 1)" } ?? parts + name
  }

  /// A file's name as a segment of an IRI.
  static func encoded(_ name: String) -> String { PercentEncoding.encoded(name) }

  func add(
    _ subject: String, _ predicate: DescriptionTerm, _ object: String, _ dataset: inout Dataset
  ) throws(TermError) {
    try add(subject, predicate, try dataset.terms.iri(object), &dataset)
  }

  func add(
    _ subject: String, _ predicate: DescriptionTerm, iri object: DescriptionTerm,
    _ dataset: inout Dataset
  ) throws(TermError) {
    try add(subject, predicate, object.iri, &dataset)
  }

  func add(
    _ subject: String, _ predicate: DescriptionTerm, count: Int, _ dataset: inout Dataset
  ) throws(TermError) {
    try add(
      subject, predicate, try dataset.terms.literal("\(count)", datatype: .xsdInteger), &dataset)
  }

  /// Adds a value of a datatype that is named by its local name in XML Schema.
  func add(
    _ subject: String, _ predicate: DescriptionTerm, text: String, datatype: String = "string",
    _ dataset: inout Dataset
  ) throws(TermError) {
    let type = try dataset.terms.iri(Namespace.xsd + datatype)
    try add(subject, predicate, try dataset.terms.literal(text, datatype: type), &dataset)
  }

  func add(
    _ subject: String, _ predicate: DescriptionTerm, _ words: DatasetDetails.Words,
    _ dataset: inout Dataset
  ) throws(TermError) {
    let literal =
      if let language = words.language {
        try dataset.terms.literal(words.text, language: language)
      } else {
        try dataset.terms.literal(words.text)
      }
    try add(subject, predicate, literal, &dataset)
  }

  private func add(
    _ subject: String, _ predicate: DescriptionTerm, _ object: TermID, _ dataset: inout Dataset
  ) throws(TermError) {
    dataset.insert(
      Quad(try dataset.terms.iri(subject), try dataset.terms.iri(predicate.iri), object))
  }
}
