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
  /// How many quads were taken.
  private(set) var count = 0
  private(set) var refused: RefusedGraph?
  private let writesGraphs: Bool
  private let graphs: GraphNames
  /// The spelling of the graph that the rule is about.
  private let ruling: [UInt8]
  private var labels: BlankNodeLabels
  private let keepsLabels: Bool
  /// The spellings of the terms in use, the implied ones first.
  private var spelled: [UInt8]
  private var implied: [Term] = []
  private let impliedCount: Int

  init(_ syntax: RDFSyntax, blankNodes: String?, graphs: GraphNames) {
    writesGraphs = syntax == .nquads
    self.graphs = graphs
    switch graphs {
    case .kept, .dropped: ruling = []
    case .only(let iri), .placed(let iri): ruling = Array("<\(iri)>".utf8)
    }
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
    let rule = rule(hasGraph: graph != nil)
    switch rule {
    case .taken, .nameless, .placed: break
    case .onlyHere:
      guard let graph, graph.start >= 0, spells(graph, ruling) else { return }
    case .refused:
      guard let graph, refused == nil else { return }
      refused = RefusedGraph(offset: offset, name: spelling(of: graph))
      return
    case .left: return
    }
    count += 1
    append(subject)
    output.append(UInt8(ascii: " "))
    append(predicate)
    output.append(UInt8(ascii: " "))
    append(object)
    if rule == .placed {
      appendRuling()
    } else if writesGraphs, rule != .nameless, let graph {
      output.append(UInt8(ascii: " "))
      append(graph)
    }
    endLine()
  }

  // MARK: Graphs

  private enum Rule {
    case taken, nameless, placed, onlyHere, refused, left
  }

  /// What is done with a quad that has a graph's name, or none.
  private func rule(hasGraph: Bool) -> Rule {
    switch graphs {
    case .kept: hasGraph && !writesGraphs ? .refused : .taken
    case .dropped: .nameless
    case .only: hasGraph ? .onlyHere : .left
    case .placed: hasGraph ? .taken : .placed
    }
  }

  private mutating func appendRuling() {
    guard writesGraphs else { return }
    output.append(UInt8(ascii: " "))
    output.append(contentsOf: ruling)
  }

  private func spelling(of term: Term) -> String {
    guard term.start >= 0 else { return "a blank node" }
    return String(decoding: spelled[term.start..<term.start + term.count], as: UTF8.self)
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
          TermSpelling.appendEscape(ofNonCharacter: lexical[position + 1], to: &output)
          position += 2
        } else if byte >= 0x80 || byte == UInt8(ascii: "'") || ByteSet.string.contains(byte) {
          output.append(byte)
        } else {
          TermSpelling.appendEscape(of: byte, to: &output)
        }
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  // MARK: Lines

  mutating func add(_ quad: ScannedQuad, of input: Span<UInt8>) throws(ReadHalt) {
    let rule = rule(hasGraph: quad.hasGraph)
    switch rule {
    case .taken, .nameless, .placed: break
    case .onlyHere:
      guard try isRuling(quad.graph, of: input) else { return }
    case .refused:
      guard refused == nil else { return }
      var name: [UInt8] = []
      name.append(input.extracting(quad.graph.start..<quad.graph.end))
      refused = RefusedGraph(
        offset: quad.graph.start, name: String(decoding: name, as: UTF8.self))
      return
    case .left: return
    }
    count += 1
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
    if rule == .placed {
      appendRuling()
    } else if writesGraphs, quad.hasGraph, rule != .nameless {
      output.append(UInt8(ascii: " "))
      try append(quad.graph, of: input)
    }
    endLine()
  }

  /// Whether a graph's name is the one that the rule is about.
  private func isRuling(
    _ term: ScannedTerm, of input: Span<UInt8>
  ) throws(ReadHalt) -> Bool {
    guard term.kind == .iri else { return false }
    var name: [UInt8] = []
    if term.isCanonical {
      guard term.end - term.start == ruling.count else { return false }
      for position in ruling.indices where ruling[position] != input[term.start + position] {
        return false
      }
      return true
    }
    try Scan.appendUnescaped(input, term.start..<term.end, to: &name)
    return name == ruling
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
