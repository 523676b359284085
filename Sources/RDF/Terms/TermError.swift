/// Why a term cannot be made.
public enum TermError: Error, Hashable, Sendable {
  /// The text is no absolute IRI; the reason says at what it fails.
  case malformedIRI(String, reason: IRISyntax.Fault)
  /// The text is no well-formed language tag.
  case malformedLanguageTag(String)
  /// The text is no blank node label.
  case malformedBlankNodeLabel(String)
  /// The bytes are not UTF-8; the text shows them repaired.
  case invalidUTF8(String)
  /// A literal was given something other than an IRI as its datatype.
  case datatypeIsNoIRI
  /// The table holds 4,294,967,295 terms already.
  case tableFull
}

extension TermError: CustomStringConvertible {
  /// What is wrong and what was expected, in one line without a place.
  public var description: String {
    switch self {
    case .malformedIRI(let text, let reason):
      "\"\(text)\" is not an absolute IRI: \(reason)"
    case .malformedLanguageTag(let text):
      "\"\(text)\" is not a language tag; expected one such as fr or fr-ML (BCP 47)"
    case .malformedBlankNodeLabel(let text):
      "\"\(text)\" is not a blank node label; expected letters, digits, \"_\", \"-\" or \".\""
    case .invalidUTF8(let text):
      "\"\(text)\" is not UTF-8"
    case .datatypeIsNoIRI:
      "the datatype of a literal must be an IRI"
    case .tableFull:
      "more than 4,294,967,295 distinct terms in one dataset; split the input"
    }
  }
}
