/// Values of literals.
extension TermTable {
  /// Whether a literal's form is one of its datatype; nil of a datatype that is not known here, and
  /// of what is no literal.
  public func isWellFormed(_ term: TermID) -> Bool? { form(of: term).map { $0 != .invalid } }

  /// What a literal's form is to its datatype; nil of a datatype that is not known here, and of
  /// what is no literal.
  public func form(of term: TermID) -> LexicalForm? {
    guard let datatype = datatype(of: term), datatype != .rdfLangString else { return nil }
    guard let known = xsdDatatype(datatype) else {
      return XSD.form(string(of: term), datatype: string(of: datatype))
    }
    return withLexicalForm(of: term) { XSD.form($0, known) }
  }

  /// The value of a literal; nil when it is not well formed, or its datatype has no order here.
  public func value(of term: TermID) -> LiteralValue? {
    guard let datatype = datatype(of: term), let known = xsdDatatype(datatype) else { return nil }
    return withLexicalForm(of: term) { LiteralValue($0, known) }
  }

  /// The datatype of XML Schema that an IRI names, or nil of another.
  public func xsdDatatype(_ datatype: TermID) -> XSDDatatype? {
    switch datatype {
    case .xsdString: return .string
    case .xsdInteger: return .integer
    case .xsdDecimal: return .decimal
    case .xsdDouble: return .double
    case .xsdBoolean: return .boolean
    case .xsdDate: return .date
    case .xsdNonNegativeInteger: return .nonNegativeInteger
    case .rdfLangString, .edtf, .defaultGraph: return nil
    default: break
    }
    let range = spelling(of: datatype)
    guard range.count > Self.namespace.count + 1,
      bytes[range.lowerBound..<range.lowerBound + Self.namespace.count]
        .elementsEqual(Self.namespace)
    else { return nil }
    return XSDDatatype(
      localName: bytes[range.lowerBound + Self.namespace.count..<range.upperBound - 1])
  }

  private static let namespace = Array("<\(Namespace.xsd)".utf8)

  /// Hands out a literal's text, which is copied only where it is kept with escapes.
  private func withLexicalForm<Result>(
    of term: TermID, _ body: (Span<UInt8>) -> Result
  ) -> Result {
    let entry = entries[Int(term.rawValue)]
    guard entry.features.contains(.escaped) else {
      let lexical = entry.start + 1..<entry.start + Int(entry.lexicalEnd)
      return body(bytes.span.extracting(lexical))
    }
    return body(text(of: term).span)
  }
}
