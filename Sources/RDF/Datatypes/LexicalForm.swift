/// Whether a lexical form is one of a datatype.
public enum LexicalForm: Sendable {
  /// It is.
  case valid
  /// It is, by the letter, and is likely not meant: an xsd:anyURI that is no IRI.
  ///
  /// - SeeAlso: XML Schema 1.1 Part 2, section 3.3.17 (anyURI: any string).
  case doubtful
  /// It is not.
  case invalid
}
