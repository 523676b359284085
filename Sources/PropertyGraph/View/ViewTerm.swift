internal import RDF

/// A term of an article with its text, for which the dataset need not be at hand.
struct ViewTerm {
  /// Its number in the dataset it is of; two terms of one dataset are compared by it.
  let id: TermID
  /// The IRI or the lexical form.
  let text: String
  /// Its kind.
  let kind: TermKind
  /// The language of a literal.
  let language: String?
  /// The datatype of a literal that is no string.
  let datatype: String?

  init(_ id: TermID, of terms: borrowing TermTable) {
    self.id = id
    text = terms.string(of: id)
    kind = terms.kind(of: id)
    language = terms.language(of: id)
    let type = language == nil ? terms.datatype(of: id) : nil
    datatype = type.flatMap { $0 == .xsdString ? nil : terms.localName(of: $0) }
  }

  /// What follows the last `#`, `/` or `:` of an IRI.
  var localName: String {
    let marks: Set<UInt8> = [UInt8(ascii: "#"), UInt8(ascii: "/"), UInt8(ascii: ":")]
    guard let cut = text.utf8.lastIndex(where: marks.contains) else { return text }
    let name = text[text.utf8.index(after: cut)...]
    return name.isEmpty ? text : String(name)
  }
}
