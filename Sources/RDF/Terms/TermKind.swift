/// The three kinds of RDF term.
///
/// - SeeAlso: RDF 1.1 Concepts, section 3.1.
public enum TermKind: UInt8, Sendable {
  /// An absolute IRI.
  case iri
  /// A blank node, with a label that means nothing outside its dataset.
  case blankNode
  /// A literal: a lexical form with a datatype, and a language when that is rdf:langString.
  case literal
}
