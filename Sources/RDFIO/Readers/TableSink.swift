internal import RDF

/// Interns terms and gathers quads.
struct TableSink: TermSink, ~Copyable {
  var base = 0
  var terms = TermTable()
  var quads: [Quad] = []
  var origins: [SourceOffset] = []
  private let graph: TermID
  private let refusesGraphs: Bool
  private(set) var refused: RefusedGraph?
  private var labels: BlankNodeLabels
  private var scratch: [UInt8] = []
  /// IRIs that were met lately, by a few of their bytes: most of a document's are met again soon.
  private var recent = [TermID](repeating: .defaultGraph, count: recentCount)
  private static let recentCount = 256

  init(graph: TermID, labels: BlankNodeLabels, refusesGraphs: Bool = false) {
    self.graph = graph
    self.refusesGraphs = refusesGraphs
    self.labels = labels
  }

  var mark: Int { 0 }
  mutating func release(to mark: Int) {}

  mutating func iri(
    _ first: Span<UInt8>, _ second: Span<UInt8>, isChecked: Bool
  ) throws(TermError) -> TermID {
    try terms.iri(first, second)
  }

  func implied(_ term: ImpliedTerm) -> TermID { term.term }

  func languageDatatype(_ term: TermID) -> LanguageDatatype? {
    if term == .rdfLangString { return .langString }
    let spelling = terms.spelling(of: term)
    return spelling.count == 58 && terms.bytes[spelling].elementsEqual(Self.dirLangString)
      ? .dirLangString : nil
  }

  private static let dirLangString = Array("<\(Namespace.rdf)dirLangString>".utf8)

  mutating func blankNode(_ label: Span<UInt8>) throws(TermError) -> TermID {
    var text = emptyScratch()
    defer { swap(&text, &scratch) }
    labels.append(label, to: &text)
    return try terms.blankNode(text.span)
  }

  mutating func newBlankNode() throws(TermError) -> TermID {
    var text = emptyScratch()
    defer { swap(&text, &scratch) }
    text.append(contentsOf: labels.beginning)
    text.append(contentsOf: String(labels.nextNumber()).utf8)
    return try terms.blankNode(text.span)
  }

  mutating func literal(
    _ lexical: Span<UInt8>, isPlain: Bool, datatype: TermID?
  ) throws(TermError) -> TermID {
    try terms.literal(lexical, datatype: datatype ?? .xsdString)
  }

  mutating func literal(
    _ lexical: Span<UInt8>, isPlain: Bool, language: Span<UInt8>
  ) throws(TermError) -> TermID {
    try terms.literal(lexical, language: language)
  }

  mutating func add(
    _ subject: TermID, _ predicate: TermID, _ object: TermID, graph: TermID?, at offset: Int
  ) {
    if refusesGraphs, refused == nil, let graph {
      refused = RefusedGraph(offset: offset, name: terms.spelled(graph))
    }
    quads.append(Quad(subject, predicate, object, graph: graph ?? self.graph))
    origins.append(UInt32(exactly: base + offset).map { SourceOffset($0) } ?? .unknown)
  }

  mutating func add(_ quad: ScannedQuad, of input: Span<UInt8>) throws(ReadHalt) {
    let subject = try term(quad.subject, of: input)
    let predicate = try term(quad.predicate, of: input)
    let object = try term(quad.object, of: input)
    let named = quad.hasGraph ? try term(quad.graph, of: input) : nil
    if refusesGraphs, refused == nil, let named {
      refused = RefusedGraph(offset: quad.graph.start, name: terms.spelled(named))
    }
    add(subject, predicate, object, graph: named, at: quad.object.start)
  }

  private mutating func term(
    _ term: ScannedTerm, of input: Span<UInt8>
  ) throws(ReadHalt) -> TermID {
    switch term.kind {
    case .iri:
      return try iri(
        term.start + 1..<term.end - 1, term.hasEscapes, of: input, at: term.start)
    case .blankNode:
      do throws(TermError) {
        return try blankNode(input.extracting(term.start + 2..<term.end))
      } catch {
        throw .term(error, offset: term.start)
      }
    case .literal:
      let datatype =
        term.datatype.isEmpty
        ? TermID.xsdString
        : try iri(term.datatype, term.hasDatatypeEscapes, of: input, at: term.datatype.lowerBound)
      var unescaped = emptyScratch()
      defer { swap(&unescaped, &scratch) }
      let lexical = term.start + 1..<term.lexicalEnd
      if term.hasEscapes { try Scan.appendUnescaped(input, lexical, to: &unescaped) }
      do throws(TermError) {
        if term.hasEscapes {
          return try literal(unescaped.span, datatype, input.extracting(term.language))
        }
        return try literal(input.extracting(lexical), datatype, input.extracting(term.language))
      } catch {
        throw .term(error, offset: term.start)
      }
    }
  }

  private mutating func literal(
    _ lexical: Span<UInt8>, _ datatype: TermID, _ language: Span<UInt8>
  ) throws(TermError) -> TermID {
    language.isEmpty
      ? try terms.literal(lexical, datatype: datatype)
      : try terms.literal(lexical, language: language)
  }

  /// The scratch, taken so that its bytes can be read while the table changes.
  private mutating func emptyScratch() -> [UInt8] {
    var taken: [UInt8] = []
    swap(&taken, &scratch)
    taken.removeAll(keepingCapacity: true)
    return taken
  }

  private mutating func iri(
    _ range: Range<Int>, _ hasEscapes: Bool, of input: Span<UInt8>, at offset: Int
  ) throws(ReadHalt) -> TermID {
    do throws(TermError) {
      guard hasEscapes else {
        let slot = Self.slot(input, range)
        let known = recent[slot]
        // The caller may have removed it, and its number may be another term's.
        if terms.contains(known), terms.kind(of: known) == .iri, spells(known, input, range) {
          return known
        }
        let term = try terms.iri(input.extracting(range), Span())
        recent[slot] = term
        return term
      }
    } catch {
      throw .term(error, offset: offset)
    }
    var text = emptyScratch()
    defer { swap(&text, &scratch) }
    try Scan.appendUnescaped(input, range, to: &text)
    do throws(TermError) {
      return try terms.iri(text.span, Span())
    } catch {
      throw .term(error, offset: offset)
    }
  }

  private static func slot(_ input: Span<UInt8>, _ range: Range<Int>) -> Int {
    guard range.count >= 8 else { return 0 }
    let word = unsafe input.bytes.unsafeLoadUnaligned(
      fromByteOffset: range.upperBound - 8, as: UInt64.self)
    let mixed = (word ^ UInt64(range.count)) &* 0x9E37_79B9_7F4A_7C15
    return Int(mixed >> 56) & (recentCount - 1)
  }

  /// Whether the inside of angle brackets is an IRI of the table.
  private func spells(_ term: TermID, _ input: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let spelling = terms.spelling(of: term)
    guard spelling.count == range.count + 2 else { return false }
    let known = unsafe terms.bytes.span.bytes
    let given = unsafe input.bytes
    let start = spelling.lowerBound + 1
    var offset = 0
    while offset + 8 <= range.count {
      let one = unsafe known.unsafeLoadUnaligned(
        fromByteOffset: start + offset, as: UInt64.self)
      let other = unsafe given.unsafeLoadUnaligned(
        fromByteOffset: range.lowerBound + offset, as: UInt64.self)
      if one != other { return false }
      offset += 8
    }
    while offset < range.count {
      if terms.bytes[start + offset] != input[range.lowerBound + offset] { return false }
      offset += 1
    }
    return true
  }
}
