public import RDF

/// Writes RDF/XML by raptor, after a look at what RDF/XML or raptor cannot hold.
///
/// It holds the whole document in memory. What was written is read back and compared.
///
/// - SeeAlso: RDF 1.1 XML Syntax, section 7.
public enum RDFXMLOutput {
  /// Serialises the triples of quads; graph names are left out.
  ///
  /// - Returns: the document as UTF-8.
  /// - Throws: ``RDFIOError/unwritable(term:syntax:reason:)`` before the first byte for a term that
  ///   cannot be held, ``RDFIOError/unfaithful(syntax:written:readBack:)`` when the document reads
  ///   back as something else.
  public static func write(
    _ quads: [Quad], of terms: borrowing TermTable,
    prefixes: [(name: String, namespace: String)]
  ) throws(RDFIOError) -> [UInt8] {
    try check(quads, of: terms)
    let bytes = try RaptorWriter.write(
      quads, of: terms, syntax: .rdfxml,
      prefixes: UsedPrefixes.of(quads, terms, among: prefixes))
    try ReadBack.verify(bytes, syntax: .rdfxml, quads, of: terms)
    return bytes
  }

  /// Finds the first term that RDF/XML cannot hold, or that raptor 2.0.15 would change in it.
  private static func check(
    _ quads: [Quad], of terms: borrowing TermTable
  ) throws(RDFIOError) {
    var seen = Set<TermID>()
    for quad in quads where seen.insert(quad.predicate).inserted {
      let iri = terms.string(of: quad.predicate)
      if QName.localPart(of: iri) == nil {
        throw unwritable(
          terms.spelled(quad.predicate),
          "a property's IRI has to end in a name that begins with a letter or \"_\"")
      }
      if iri == Namespace.rdf + "li" {
        throw unwritable(terms.spelled(quad.predicate), "it is read back as a member's number")
      }
    }
    for quad in quads where seen.insert(quad.object).inserted {
      guard let datatype = terms.datatype(of: quad.object) else { continue }
      if terms.isOutsideXML(quad.object) {
        throw unwritable(
          terms.spelled(quad.object), "XML has no way to write one of its characters")
      }
      if terms.string(of: datatype) == Namespace.rdf + "XMLLiteral" {
        throw unwritable(terms.spelled(quad.object), "readers do not agree on its text")
      }
    }
  }

  private static func unwritable(_ term: String, _ reason: String) -> RDFIOError {
    .unwritable(term: term, syntax: "RDF/XML", reason: reason)
  }
}
