internal import RDF

/// Spells quads as lines of canonical N-Triples or N-Quads; no term is interned.
struct LineSink: TermSink, ~Copyable {
  /// A term's place among the spelled ones; a blank node without a label has but a number.
  struct Term {
    /// Where the spelling begins, or -1.
    var start: Int
    /// How long it is, or the number.
    var count: Int
  }

  var base = 0
  /// The lines so far; the owner drains it.
  var output: [UInt8] = []
  private let writesGraphs: Bool
  private var labels: BlankNodeLabels
  private let keepsLabels: Bool
  /// The spellings of the terms in use, the implied ones first.
  private var spelled: [UInt8]
  private var implied: [Term] = []
  private let impliedCount: Int

  init(_ syntax: RDFSyntax, blankNodes: String?) {
    writesGraphs = syntax == .nquads
    keepsLabels = blankNodes == nil
    labels = BlankNodeLabels(blankNodes ?? "b")
    let table = TermTable()
    var spelled: [UInt8] = []
    for term in ImpliedTerm.allCases {
      let spelling = table.spelling(of: term.term)
      implied.append(Term(start: spelled.count, count: spelling.count))
      spelled.append(contentsOf: table.bytes[spelling])
    }
    impliedCount = spelled.count
    self.spelled = spelled
  }

  var mark: Int { spelled.count - impliedCount }

  mutating func release(to mark: Int) {
    let extra = spelled.count - impliedCount - mark
    if extra > 0 { spelled.removeLast(extra) }
  }

  mutating func iri(
    _ first: Span<UInt8>, _ second: Span<UInt8>, isChecked: Bool
  ) throws(TermError) -> Term {
    let start = spelled.count
    spelled.append(UInt8(ascii: "<"))
    spelled.append(first)
    spelled.append(second)
    if !isChecked {
      let fault = IRISyntax.fault(in: spelled.span.extracting(start + 1..<spelled.count))
      if let fault {
        let shown = String(decoding: spelled[(start + 1)...], as: UTF8.self)
        throw .malformedIRI(shown, reason: fault)
      }
    }
    spelled.append(UInt8(ascii: ">"))
    return Term(start: start, count: spelled.count - start)
  }

  func implied(_ term: ImpliedTerm) -> Term { implied[term.rawValue] }

  mutating func blankNode(_ label: Span<UInt8>) throws(TermError) -> Term {
    let start = spelled.count
    spelled.append(UInt8(ascii: "_"))
    spelled.append(UInt8(ascii: ":"))
    labels.append(label, to: &spelled)
    return Term(start: start, count: spelled.count - start)
  }

  mutating func newBlankNode() throws(TermError) -> Term {
    Term(start: -1, count: labels.nextNumber())
  }

  mutating func literal(
    _ lexical: Span<UInt8>, isPlain: Bool, datatype: Term?
  ) throws(TermError) -> Term {
    let start = spelled.count
    Self.appendQuoted(lexical, isPlain: isPlain, to: &spelled)
    if let datatype, !isString(datatype) {
      spelled.append(UInt8(ascii: "^"))
      spelled.append(UInt8(ascii: "^"))
      spelled.appendOwn(datatype.start..<datatype.start + datatype.count)
    }
    return Term(start: start, count: spelled.count - start)
  }

  mutating func literal(
    _ lexical: Span<UInt8>, isPlain: Bool, language: Span<UInt8>
  ) throws(TermError) -> Term {
    let start = spelled.count
    Self.appendQuoted(lexical, isPlain: isPlain, to: &spelled)
    spelled.append(UInt8(ascii: "@"))
    guard LanguageTag.appendLowercased(language, to: &spelled) else {
      var text: [UInt8] = []
      text.append(language)
      throw .malformedLanguageTag(String(decoding: text, as: UTF8.self))
    }
    return Term(start: start, count: spelled.count - start)
  }

  mutating func add(
    _ subject: Term, _ predicate: Term, _ object: Term, graph: Term?, at offset: Int
  ) {
    append(subject)
    output.append(UInt8(ascii: " "))
    append(predicate)
    output.append(UInt8(ascii: " "))
    append(object)
    if writesGraphs, let graph {
      output.append(UInt8(ascii: " "))
      append(graph)
    }
    endLine()
  }

  private mutating func append(_ term: Term) {
    if term.start >= 0 {
      output.append(contentsOf: spelled[term.start..<term.start + term.count])
    } else {
      output.append(UInt8(ascii: "_"))
      output.append(UInt8(ascii: ":"))
      output.append(contentsOf: labels.beginning)
      output.append(contentsOf: String(term.count).utf8)
    }
  }

  private mutating func endLine() {
    output.append(UInt8(ascii: " "))
    output.append(UInt8(ascii: "."))
    output.append(UInt8(ascii: "\n"))
  }

  private static let string = Array("<\(Namespace.xsd)string>".utf8)
  private static let langString = Array("<\(Namespace.rdf)langString>".utf8)
  private static let dirLangString = Array("<\(Namespace.rdf)dirLangString>".utf8)

  private func isString(_ datatype: Term) -> Bool {
    datatype.count == 41 && spells(datatype, Self.string)
  }

  func languageDatatype(_ term: Term) -> LanguageDatatype? {
    switch term.count {
    case 55 where spells(term, Self.langString): .langString
    case 58 where spells(term, Self.dirLangString): .dirLangString
    default: nil
    }
  }

  private func spells(_ term: Term, _ text: [UInt8]) -> Bool {
    spelled[term.start..<term.start + term.count].elementsEqual(text)
  }

  static func appendQuoted(_ lexical: Span<UInt8>, isPlain: Bool, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    if isPlain {
      output.append(lexical)
    } else {
      var position = 0
      while position < lexical.count {
        let byte = lexical[position]
        position += 1
        if byte == 0xEF, position + 1 < lexical.count, lexical[position] == 0xBF,
          lexical[position + 1] >= 0xBE
        {
          TermTable.appendEscape(ofNonCharacter: lexical[position + 1], to: &output)
          position += 2
        } else if byte >= 0x80 || byte == UInt8(ascii: "'") || ByteSet.string.contains(byte) {
          output.append(byte)
        } else {
          TermTable.appendEscape(of: byte, to: &output)
        }
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  // MARK: Lines

  mutating func add(_ quad: ScannedQuad, of input: Span<UInt8>) throws(ReadHalt) {
    let isWhole =
      keepsLabels && quad.subject.isCanonical && quad.predicate.isCanonical
      && quad.object.isCanonical && quad.predicate.start == quad.subject.end + 1
      && quad.object.start == quad.predicate.end + 1
      && input[quad.subject.end] == UInt8(ascii: " ")
      && input[quad.predicate.end] == UInt8(ascii: " ")
    if isWhole {
      output.append(input.extracting(quad.subject.start..<quad.object.end))
    } else {
      try append(quad.subject, of: input)
      output.append(UInt8(ascii: " "))
      try append(quad.predicate, of: input)
      output.append(UInt8(ascii: " "))
      try append(quad.object, of: input)
    }
    if writesGraphs, quad.hasGraph {
      output.append(UInt8(ascii: " "))
      try append(quad.graph, of: input)
    }
    endLine()
  }

  private mutating func append(
    _ term: ScannedTerm, of input: Span<UInt8>
  ) throws(ReadHalt) {
    switch term.kind {
    case .blankNode where !keepsLabels:
      output.append(UInt8(ascii: "_"))
      output.append(UInt8(ascii: ":"))
      labels.append(input.extracting(term.start + 2..<term.end), to: &output)
    case _ where term.isCanonical:
      output.append(input.extracting(term.start..<term.end))
    case .iri, .blankNode:
      try Scan.appendUnescaped(input, term.start..<term.end, to: &output)
    case .literal:
      var lexical: [UInt8] = []
      try Scan.appendUnescaped(input, term.start + 1..<term.lexicalEnd, to: &lexical)
      Self.appendQuoted(lexical.span, isPlain: false, to: &output)
      if !term.language.isEmpty {
        output.append(UInt8(ascii: "@"))
        _ = LanguageTag.appendLowercased(input.extracting(term.language), to: &output)
      } else if !term.datatype.isEmpty {
        let start = output.count
        output.append(contentsOf: "^^<".utf8)
        try Scan.appendUnescaped(input, term.datatype, to: &output)
        output.append(UInt8(ascii: ">"))
        let isString = output[(start + 2)...].elementsEqual(Self.string)
        if isString { output.removeSubrange(start...) }
      }
    }
  }
}
