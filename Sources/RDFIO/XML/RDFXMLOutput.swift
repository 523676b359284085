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
    let triples = quads.triples
    let bytes = try RaptorWriter.write(
      triples, of: terms, syntax: .rdfxml,
      prefixes: UsedPrefixes.of(triples, terms, among: prefixes),
      standIn: terms.bytes.contains(UInt8(ascii: "\\")) ? try standIn(triples, terms) : nil)
    try ReadBack.verify(bytes, syntax: .rdfxml, triples, of: terms)
    return bytes
  }

  /// The character that stands for U+007F while raptor 2.0.15 writes, which leaves that one out:
  /// one for private use that no term has; nil where none is needed.
  private static func standIn(
    _ quads: [Quad], _ terms: borrowing TermTable
  ) throws(RDFIOError) -> RaptorStandIn? {
    guard
      let quad = quads.first(where: {
        terms.datatype(of: $0.object) != nil && terms.text(of: $0.object).contains(0x7F)
      })
    else { return nil }
    let bytes = terms.bytes
    for code in UInt32(0xE000)...0xE0FF {
      let scalar = [0xEE, UInt8(0x80 | code >> 6 & 0x3F), UInt8(0x80 | code & 0x3F)]
      if bytes.firstRange(of: scalar) == nil {
        return RaptorStandIn(character: 0x7F, written: scalar)
      }
    }
    throw .unwritable(
      term: terms.spelled(quad.object), syntax: "RDF/XML",
      reason: "libraptor2 has no way to write U+007F in it")
  }

  /// Throws for the first term that cannot be held.
  private static func check(
    _ quads: [Quad], of terms: borrowing TermTable
  ) throws(RDFIOError) {
    for quad in quads {
      if let fault = fault(in: quad, of: terms) {
        throw .unwritable(term: fault.term, syntax: "RDF/XML", reason: fault.reason)
      }
    }
  }

  /// The names in the RDF namespace that no property and no type of a node element has, for they
  /// are of the syntax.
  ///
  /// - SeeAlso: RDF 1.1 XML Syntax, section 6.1.4 (propertyElementURIs, nodeElementURIs).
  private static let reserved: Set<String> = [
    "Description", "RDF", "ID", "about", "parseType", "resource", "nodeID", "datatype",
    "aboutEach", "aboutEachPrefix", "bagID",
  ]

  /// Whether an IRI is one of the syntax's own.
  private static func isReserved(_ iri: String) -> Bool {
    iri.hasPrefix(Namespace.rdf)
      && reserved.contains(String(iri.dropFirst(Namespace.rdf.count)))
  }

  /// Whether an IRI is in a namespace that XML has for itself.
  private static func isOfXML(_ iri: String) -> Bool {
    iri.hasPrefix("http://www.w3.org/XML/1998/namespace")
      || iri.hasPrefix("http://www.w3.org/2000/xmlns/")
  }

  /// Whether no element may have an IRI for its name, though it can be split into one.
  static func isForbidden(_ iri: String) -> Bool {
    iri == Namespace.rdf + "li" || isReserved(iri) || isOfXML(iri)
  }

  /// What RDF/XML cannot hold of a quad, or raptor 2.0.15 would change in it; nil where it can.
  public static func fault(
    in quad: Quad, of terms: borrowing TermTable
  ) -> (term: String, reason: String)? {
    let iri = terms.string(of: quad.predicate)
    guard let name = QName.localPart(of: iri) else {
      return (
        terms.spelled(quad.predicate),
        "a property's IRI has to end in a name that begins with a letter or \"_\""
      )
    }
    if !RaptorName.ends(name) {
      return (terms.spelled(quad.predicate), "libraptor2 does not know its last letters as a name")
    }
    if iri == Namespace.rdf + "li" {
      return (terms.spelled(quad.predicate), "it is read back as a member's number")
    }
    if isReserved(iri) {
      return (terms.spelled(quad.predicate), "RDF/XML has this name for itself")
    }
    if isOfXML(iri) {
      return (terms.spelled(quad.predicate), "XML has this namespace for itself")
    }
    guard let datatype = terms.datatype(of: quad.object) else { return nil }
    if terms.isOutsideXML(quad.object) {
      return (terms.spelled(quad.object), "XML has no way to write one of its characters")
    }
    let text = terms.text(of: quad.object)
    if text.count > 10_000_000 {
      return ("a text of \(text.count) bytes", "readers of XML take at most 10000000")
    }
    if terms.string(of: datatype) == Namespace.rdf + "XMLLiteral" {
      return (terms.spelled(quad.object), "readers do not agree on its text")
    }
    return nil
  }
}
