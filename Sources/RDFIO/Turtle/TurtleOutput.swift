public import RDF

/// Writes Turtle: by raptor where it is faithful, else by ``TurtleWriter``.
///
/// It holds the whole document in memory. What was written is read back and compared.
///
/// - SeeAlso: RDF 1.1 Turtle, section 2.
public enum TurtleOutput {
  /// Who wrote a document.
  public enum Author: Sendable {
    /// libraptor's serialiser.
    case raptor
    /// Ours, since raptor would change a term.
    case griot
  }

  /// Serialises the triples of quads; graph names are left out.
  ///
  /// - Returns: the document as UTF-8, and who wrote it.
  /// - Throws: ``RDFIOError/unfaithful(syntax:written:readBack:)`` when it reads back as something
  ///   else, and what ``RaptorWriter`` throws.
  public static func write(
    _ quads: [Quad], of terms: borrowing TermTable,
    prefixes: [(name: String, namespace: String)]
  ) throws(RDFIOError) -> (bytes: [UInt8], author: Author) {
    let author: Author = isFaithful(quads, of: terms) ? .raptor : .griot
    let bytes: [UInt8] =
      switch author {
      case .raptor:
        try RaptorWriter.write(
          quads, of: terms, syntax: .turtle,
          prefixes: UsedPrefixes.of(quads, terms, among: prefixes))
      case .griot: TurtleWriter.write(quads, of: terms, prefixes: prefixes)
      }
    try ReadBack.verify(bytes, syntax: .turtle, quads, of: terms)
    return (bytes, author)
  }

  /// Serialises a dataset as TriG, which raptor has not.
  ///
  /// - Returns: the document as UTF-8.
  /// - Throws: ``RDFIOError/unfaithful(syntax:written:readBack:)`` when it reads back as something
  ///   else.
  public static func writeTriG(
    _ quads: [Quad], of terms: borrowing TermTable,
    prefixes: [(name: String, namespace: String)]
  ) throws(RDFIOError) -> [UInt8] {
    let bytes = TurtleWriter.writeTriG(quads, of: terms, prefixes: prefixes)
    try ReadBack.verify(bytes, syntax: .trig, quads, of: terms)
    return bytes
  }

  /// Whether raptor 2.0.15 writes every term of these quads as it is.
  static func isFaithful(_ quads: [Quad], of terms: borrowing TermTable) -> Bool {
    var seen = Set<TermID>()
    for quad in quads {
      for term in [quad.subject, quad.predicate, quad.object] where seen.insert(term).inserted {
        switch terms.kind(of: term) {
        case .iri:
          if !keepsName(terms.text(of: term)) { return false }
        case .blankNode: return false
        case .literal:
          let hasReturn = terms.text(of: term).contains(0x0D)
          if hasReturn || terms.isOutsideXML(term) || !keepsDatatype(term, terms) { return false }
          if let datatype = terms.datatype(of: term), !keepsName(terms.text(of: datatype)) {
            return false
          }
        }
      }
    }
    return true
  }

  /// Raptor shortens a predicate that ends in a full stop to a name that ends in one, and has a
  /// prefix `xml:` that it does not declare.
  private static func keepsName(_ iri: [UInt8]) -> Bool {
    iri.last != UInt8(ascii: ".") && !iri.starts(with: "http://www.w3.org/XML/".utf8)
  }

  /// Raptor writes these datatypes as bare words, which may mean another datatype.
  private static func keepsDatatype(_ term: TermID, _ terms: borrowing TermTable) -> Bool {
    switch terms.datatype(of: term) {
    case TermID.xsdDouble: return false
    case TermID.xsdInteger, TermID.xsdBoolean, TermID.xsdDecimal:
      return TurtleSpelling.isBare(
        terms.text(of: term)[...], terms.datatype(of: term) ?? .xsdString)
    default: return true
    }
  }
}
