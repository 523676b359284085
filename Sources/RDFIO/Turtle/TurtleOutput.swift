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
    let used = prefixes.filter { prefix in Self.uses(prefix.namespace, quads, terms) }
    let bytes: [UInt8] =
      switch author {
      case .raptor:
        try RaptorWriter.write(quads, of: terms, syntax: .turtle, prefixes: used)
      case .griot: TurtleWriter.write(quads, of: terms, prefixes: used)
      }
    try verify(bytes, quads, of: terms)
    return (bytes, author)
  }

  /// Reads a document back and compares its lines; blank nodes are compared by count alone.
  private static func verify(
    _ bytes: [UInt8], _ quads: [Quad], of terms: borrowing TermTable
  ) throws(RDFIOError) {
    var back = Dataset()
    try RaptorReader.read(bytes, file: "the Turtle just written", syntax: .turtle, into: &back)
    var wanted = Set<[UInt8]>()
    for quad in quads where !Self.hasBlankNode(quad, terms) {
      var line: [UInt8] = []
      LineWriter.append([quad], of: terms, syntax: .ntriples, to: &line)
      wanted.insert(line)
    }
    var blank = Set<[TermID]>()
    for quad in quads where Self.hasBlankNode(quad, terms) {
      blank.insert([quad.subject, quad.predicate, quad.object])
    }
    var same = 0
    var blankBack = 0
    for quad in back.quads {
      if Self.hasBlankNode(quad, back.terms) {
        blankBack += 1
        continue
      }
      var line: [UInt8] = []
      LineWriter.append([quad], of: back.terms, syntax: .ntriples, to: &line)
      if wanted.contains(line) { same += 1 }
    }
    guard same == wanted.count, blankBack == blank.count,
      back.quads.count == wanted.count + blank.count
    else {
      throw .unfaithful(
        syntax: "Turtle", written: wanted.count + blank.count,
        readBack: same + min(blankBack, blank.count))
    }
  }

  private static func hasBlankNode(_ quad: Quad, _ terms: borrowing TermTable) -> Bool {
    terms.kind(of: quad.subject) == .blankNode || terms.kind(of: quad.object) == .blankNode
  }

  private static func uses(
    _ namespace: String, _ quads: [Quad], _ terms: borrowing TermTable
  ) -> Bool {
    let start = Array("<\(namespace)".utf8)
    var seen = Set<TermID>()
    for quad in quads {
      for term in [quad.subject, quad.predicate, quad.object] where seen.insert(term).inserted {
        let named = terms.datatype(of: term) ?? term
        if terms.bytes[terms.spelling(of: named)].starts(with: start) { return true }
      }
    }
    return false
  }

  /// Whether raptor 2.0.15 writes every term of these quads as it is.
  static func isFaithful(_ quads: [Quad], of terms: borrowing TermTable) -> Bool {
    var seen = Set<TermID>()
    for quad in quads {
      for term in [quad.subject, quad.predicate, quad.object] where seen.insert(term).inserted {
        switch terms.kind(of: term) {
        case .iri: continue
        case .blankNode: return false
        case .literal:
          if terms.isOutsideXML(term) || !keepsDatatype(term, terms) { return false }
        }
      }
    }
    return true
  }

  /// Raptor writes these datatypes as bare words, which may mean another datatype.
  private static func keepsDatatype(_ term: TermID, _ terms: borrowing TermTable) -> Bool {
    let text = terms.text(of: term)
    let digits = text.first == UInt8(ascii: "-") ? text.dropFirst() : text[...]
    func isDigits(_ part: ArraySlice<UInt8>) -> Bool {
      !part.isEmpty && part.allSatisfy { (0x30...0x39).contains($0) }
    }
    switch terms.datatype(of: term) {
    case TermID.xsdDouble: return false
    case TermID.xsdInteger: return isDigits(digits)
    case TermID.xsdBoolean: return text == Array("true".utf8) || text == Array("false".utf8)
    case TermID.xsdDecimal:
      let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      return parts.count == 2 && isDigits(parts[0]) && isDigits(parts[1])
    default: return true
    }
  }
}
