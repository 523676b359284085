internal import RDF

/// A value of a property that has at most one.
struct FactValue: Hashable, Sendable {
  /// What kind of term it is.
  enum Kind: Hashable, Sendable {
    case iri
    /// A literal of a datatype.
    case literal(datatype: String)
    /// A text in a language.
    case text(language: String)
  }

  let kind: Kind
  /// The IRI or the lexical form.
  let lexical: String

  init(_ term: TermID, of terms: borrowing TermTable) {
    lexical = terms.string(of: term)
    if let language = terms.language(of: term) {
      kind = .text(language: language)
    } else if let datatype = terms.datatype(of: term) {
      kind = .literal(datatype: terms.string(of: datatype))
    } else {
      kind = .iri
    }
  }

  init(_ kind: Kind, _ lexical: String) {
    self.kind = kind
    self.lexical = lexical
  }

  /// Whether two values cannot both be that of one thing.
  ///
  /// Dates of which one lies within the other do not contradict each other, nor do texts in two
  /// languages or values that have no order; what is marked as uncertain contradicts nothing.
  func contradicts(_ other: FactValue) -> Bool {
    switch (kind, other.kind) {
    case (.iri, .iri): return lexical != other.lexical
    case (.text(let own), .text(let others)): return own == others && lexical != other.lexical
    case (.literal(let own), .literal(let others)):
      if own == Namespace.edtf + "EDTF", own == others {
        guard let one = try? EDTF(lexical), let two = try? EDTF(other.lexical) else { return false }
        return Self.areApart(one, two)
      }
      if let one = LiteralValue(lexical, datatype: own),
        let two = LiteralValue(other.lexical, datatype: others)
      {
        return one.compared(to: two).map { $0 != 0 } ?? false
      }
      return own == others && own.hasPrefix(Namespace.xsd) && lexical != other.lexical
    case (.iri, _), (_, .iri): return true
    case (.text, .literal), (.literal, .text): return false
    }
  }

  private static func areApart(_ one: EDTF, _ other: EDTF) -> Bool {
    guard one.qualifiers.isEmpty, other.qualifiers.isEmpty else { return false }
    func ends(_ first: EDTF, before second: EDTF) -> Bool {
      guard let end = first.latestEnd, let begin = second.earliestBegin else { return false }
      return end < begin
    }
    return ends(one, before: other) || ends(other, before: one)
  }
}
