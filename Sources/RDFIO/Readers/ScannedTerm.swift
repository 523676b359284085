internal import RDF

/// Where one term stands in an input, and what must be done to spell it canonically.
struct ScannedTerm {
  var kind: TermKind
  /// The offset of its first byte.
  var start: Int
  /// The offset after its last byte.
  var end: Int
  /// Of a literal the offset of the closing quote.
  var lexicalEnd = 0
  /// Of a typed literal the place of its datatype, between the angle brackets.
  var datatype = 0..<0
  /// Of a literal in a language the place of its tag.
  var language = 0..<0
  /// Whether its bytes are its canonical N-Triples spelling.
  var isCanonical = true
  /// Whether the IRI or the lexical form has escapes in it.
  var hasEscapes = false
  /// Whether the datatype's IRI has escapes in it.
  var hasDatatypeEscapes = false
}
