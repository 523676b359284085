internal import RDF

/// How terms are spelled in Turtle: prefixed names and bare numbers where these are exact.
///
/// - SeeAlso: RDF 1.1 Turtle, sections 2.4, 2.5 and 6.4 (IRIs).
struct TurtleSpelling {
  private let prefixes: TurtlePrefixes
  private let bytes: [UInt8]
  /// For each term how its IRI is shortened, once that was looked for.
  private var found: [Shortening]

  private struct Shortening {
    /// The position of the prefix, or one of those below.
    var prefix: Int32 = unknown
    /// Where the local name begins in the spelling.
    var local: UInt32 = 0

    static let unknown: Int32 = -1
    static let none: Int32 = -2
  }

  init(_ prefixes: [(name: String, namespace: String)], _ terms: borrowing TermTable) {
    self.prefixes = TurtlePrefixes(prefixes)
    bytes = terms.bytes
    found = Array(repeating: Shortening(), count: terms.count)
  }

  /// The lines that declare those prefixes that shorten an IRI which is written.
  mutating func head(
    of quads: [Quad], as trees: [TurtleTree], namesGraphs: Bool, _ terms: borrowing TermTable
  ) -> [UInt8] {
    var isUsed = [Bool](repeating: false, count: prefixes.all.count)
    func note(_ term: TermID) {
      guard found[Int(term.rawValue)].prefix == Shortening.unknown else { return }
      var named = term
      if let datatype = terms.datatype(of: term) {
        found[Int(term.rawValue)].prefix = Shortening.none
        if Self.isBare(lexical(term, terms), datatype) { return }
        named = datatype
        guard found[Int(named.rawValue)].prefix == Shortening.unknown else { return }
      }
      guard terms.kind(of: named) == .iri, named != .defaultGraph else { return }
      if named == .xsdString || named == .rdfLangString, named != term { return }
      let prefix = shortening(of: named, terms).prefix
      if prefix >= 0 { isUsed[Int(prefix)] = true }
    }
    for tree in trees {
      for place in tree.range {
        let quad = quads[place]
        note(quad.subject)
        if quad.object != .rdfNil { note(quad.object) }
        if namesGraphs { note(quad.graph) }
        let isList = quad.predicate == .rdfFirst || quad.predicate == .rdfRest
        if quad.predicate == .rdfType || isList && tree.cell(quad.subject) != nil { continue }
        note(quad.predicate)
      }
    }
    var head: [UInt8] = []
    for (index, prefix) in prefixes.all.enumerated() where isUsed[index] {
      head.append(contentsOf: "@prefix \(prefix.name): <\(prefix.namespace)> .\n".utf8)
    }
    return head
  }

  /// Appends a term as Turtle spells it.
  mutating func append(_ term: TermID, _ terms: borrowing TermTable, _ output: inout [UInt8]) {
    let spelling = terms.spelling(of: term)
    guard let datatype = terms.datatype(of: term) else {
      if terms.kind(of: term) == .iri {
        appendIRI(term, spelling, terms, &output)
      } else {
        output.append(contentsOf: bytes[spelling])
      }
      return
    }
    if datatype == .xsdString || datatype == .rdfLangString {
      output.append(contentsOf: bytes[spelling])
    } else if Self.isBare(lexical(term, terms), datatype) {
      output.append(contentsOf: lexical(term, terms))
    } else {
      let type = terms.spelling(of: datatype)
      output.append(contentsOf: bytes[spelling.lowerBound..<spelling.upperBound - type.count])
      appendIRI(datatype, type, terms, &output)
    }
  }

  private mutating func appendIRI(
    _ term: TermID, _ spelling: Range<Int>, _ terms: borrowing TermTable,
    _ output: inout [UInt8]
  ) {
    let short = shortening(of: term, terms)
    guard short.prefix >= 0 else {
      output.append(contentsOf: bytes[spelling])
      return
    }
    output.append(contentsOf: prefixes.labels[Int(short.prefix)])
    output.append(
      contentsOf: bytes[spelling.lowerBound + Int(short.local)..<spelling.upperBound - 1])
  }

  private mutating func shortening(
    of term: TermID, _ terms: borrowing TermTable
  ) -> Shortening {
    let known = found[Int(term.rawValue)]
    guard known.prefix == Shortening.unknown else { return known }
    var made = Shortening(prefix: Shortening.none)
    let spelling = terms.spelling(of: term)
    if let prefix = prefixes.find(bytes[spelling]) {
      made = Shortening(
        prefix: Int32(prefix.index), local: UInt32(prefix.local - spelling.lowerBound))
    }
    found[Int(term.rawValue)] = made
    return made
  }

  private func lexical(_ term: TermID, _ terms: borrowing TermTable) -> ArraySlice<UInt8> {
    bytes[terms.lexicalSpelling(of: term)]
  }

  /// Whether a literal without quotes is read back as just this one, by readers too that tidy
  /// numbers: no plus sign, no zeros to spare, no decimal that is written with an exponent when it
  /// is very small.
  static func isBare(_ text: ArraySlice<UInt8>, _ datatype: TermID) -> Bool {
    if datatype == .xsdBoolean {
      return text.elementsEqual("true".utf8) || text.elementsEqual("false".utf8)
    }
    guard datatype == .xsdInteger || datatype == .xsdDecimal || datatype == .xsdDouble else {
      return false
    }
    var rest = text
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    let whole = rest.prefix(while: ByteSet.isDigit).count
    let hasSpareZero = rest.first == UInt8(ascii: "0") && (whole > 1 || rest.count < text.count)
    guard whole > 0, !hasSpareZero else { return false }
    rest.removeFirst(whole)
    if datatype == .xsdInteger { return rest.isEmpty }
    var fraction = 0
    let hasPoint = rest.first == UInt8(ascii: ".")
    if hasPoint {
      rest.removeFirst()
      fraction = rest.prefix(while: ByteSet.isDigit).count
      rest.removeFirst(fraction)
    }
    if datatype == .xsdDecimal {
      let isTiny = text.drop { $0 == UInt8(ascii: "-") }.starts(with: "0.000000".utf8)
      return hasPoint && fraction > 0 && rest.isEmpty && !isTiny
    }
    guard whole + fraction > 0, rest.first.map({ $0 | 0x20 }) == UInt8(ascii: "e") else {
      return false
    }
    rest.removeFirst()
    if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    return !rest.isEmpty && rest.allSatisfy(ByteSet.isDigit)
  }
}
