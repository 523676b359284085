internal import RDF

/// The terms of one line, as they stand in the input.
struct ScannedQuad {
  var subject = ScannedTerm(kind: .iri, start: 0, end: 0)
  var predicate = ScannedTerm(kind: .iri, start: 0, end: 0)
  var object = ScannedTerm(kind: .iri, start: 0, end: 0)
  var graph = ScannedTerm(kind: .iri, start: 0, end: 0)
  var hasGraph = false
  /// The offset of the full stop.
  var stop = 0
}

/// Reads N-Triples and N-Quads from whole lines.
///
/// - SeeAlso: RDF 1.1 N-Triples, section 7; RDF 1.1 N-Quads, section 4.
struct LineParser {
  private let takesGraphs: Bool
  /// The offset up to which the input is parsed.
  var position = 0

  init(_ syntax: RDFSyntax) {
    takesGraphs = syntax == .nquads
  }

  /// Parses all lines of an input; after a fault the position is the line's start.
  mutating func parse<Sink: TermSink & ~Copyable>(
    _ input: Span<UInt8>, _ sink: inout Sink
  ) throws(ReadHalt) {
    var quad = ScannedQuad()
    while true {
      var place = position
      skipSpace(input, &place)
      guard place < input.count else {
        position = input.count
        return
      }
      switch input[place] {
      case 0x0A, 0x0D: place += 1
      case UInt8(ascii: "#"): try skipComment(input, &place)
      case UInt8(ascii: "V") where Self.isVersion(input, place): try skipVersion(input, &place)
      default:
        try scan(input, &place, &quad)
        try sink.add(quad, of: input)
      }
      position = place
    }
  }

  /// Goes on after the line of a fault.
  mutating func skipLine(_ input: Span<UInt8>) {
    while position < input.count, input[position] != 0x0A, input[position] != 0x0D {
      position += 1
    }
  }

  private func scan(
    _ input: Span<UInt8>, _ place: inout Int, _ quad: inout ScannedQuad
  ) throws(ReadHalt) {
    try node(input, &place, "a subject: an IRI in angle brackets or a blank node", &quad.subject)
    skipSpace(input, &place)
    guard place < input.count, input[place] == UInt8(ascii: "<") else {
      throw unexpected(input, place, "a predicate: an IRI in angle brackets")
    }
    try iri(input, &place, &quad.predicate)
    skipSpace(input, &place)
    let object: StaticString =
      "an object: an IRI in angle brackets, a blank node or a string in quotes"
    if place < input.count, input[place] == UInt8(ascii: "\"") {
      try literal(input, &place, &quad.object)
    } else {
      try node(input, &place, object, &quad.object)
    }
    skipSpace(input, &place)
    quad.hasGraph = false
    if takesGraphs, place < input.count, input[place] != UInt8(ascii: ".") {
      try node(
        input, &place, "\".\" or a graph: an IRI in angle brackets or a blank node", &quad.graph)
      quad.hasGraph = true
      skipSpace(input, &place)
    }
    guard place < input.count, input[place] == UInt8(ascii: ".") else {
      throw unexpected(
        input, place,
        takesGraphs ? "\".\" at the end of the quad" : "\".\" at the end of the triple")
    }
    quad.stop = place
    place += 1
    try endLine(input, &place)
  }

  private func endLine(_ input: Span<UInt8>, _ place: inout Int) throws(ReadHalt) {
    skipSpace(input, &place)
    guard place < input.count else { return }
    switch input[place] {
    case 0x0A, 0x0D: place += 1
    case UInt8(ascii: "#"): try skipComment(input, &place)
    default: throw unexpected(input, place, "a line end or a comment after \".\"")
    }
  }

  private func node(
    _ input: Span<UInt8>, _ place: inout Int, _ wanted: StaticString, _ term: inout ScannedTerm
  ) throws(ReadHalt) {
    guard place < input.count else { throw unexpected(input, place, "\(wanted)") }
    switch input[place] {
    case UInt8(ascii: "<"): try iri(input, &place, &term)
    case UInt8(ascii: "_"): try blankNode(input, &place, &term)
    default: throw unexpected(input, place, "\(wanted)")
    }
  }

  private func iri(
    _ input: Span<UInt8>, _ place: inout Int, _ term: inout ScannedTerm
  ) throws(ReadHalt) {
    let start = place
    if place + 1 < input.count, input[place + 1] == UInt8(ascii: "<") {
      throw .fault(
        offset: start,
        message: "\"<<\" begins a triple term, which is RDF 1.2; only "
          + "RDF 1.1 is read")
    }
    let text = try Scan.iri(input, from: start + 1, isLast: true)
    term.kind = .iri
    term.start = start
    term.end = text.end + 1
    term.hasEscapes = text.hasEscapes
    term.isCanonical = !text.hasEscapes
    if !text.isPlain || !Scan.isSurelyValid(input, start + 1..<text.end) {
      try check(input, start + 1..<text.end, text.hasEscapes)
    }
    place = term.end
  }

  private func check(
    _ input: Span<UInt8>, _ range: Range<Int>, _ hasEscapes: Bool
  ) throws(ReadHalt) {
    var text: [UInt8] = []
    try Scan.appendUnescaped(input, range, to: &text)
    if let fault = IRISyntax.fault(in: text.span) {
      throw .term(
        .malformedIRI(String(decoding: text, as: UTF8.self), reason: fault),
        offset: range.lowerBound - 1)
    }
  }

  private func blankNode(
    _ input: Span<UInt8>, _ place: inout Int, _ term: inout ScannedTerm
  ) throws(ReadHalt) {
    guard place + 1 < input.count, input[place + 1] == UInt8(ascii: ":") else {
      throw unexpected(input, place, "a blank node, which begins with \"_:\"")
    }
    term.kind = .blankNode
    term.start = place
    term.end = try Scan.label(input, from: place + 2, isLast: true)
    term.isCanonical = true
    place = term.end
  }

  private func literal(
    _ input: Span<UInt8>, _ place: inout Int, _ term: inout ScannedTerm
  ) throws(ReadHalt) {
    let start = place
    let text = try Scan.string(
      input, from: start + 1, quote: UInt8(ascii: "\""), isLast: true)
    term.kind = .literal
    term.start = start
    term.lexicalEnd = text.end
    term.hasEscapes = text.hasEscapes
    term.isCanonical = text.isPlain
    term.datatype = 0..<0
    term.language = 0..<0
    place = text.end + 1
    term.end = place
    var next = place
    skipSpace(input, &next)
    guard next < input.count else { return }
    if input[next] == UInt8(ascii: "@") {
      let end = try Scan.language(input, from: next + 1, isLast: true)
      term.language = next + 1..<end
      term.end = end
      if next > place { term.isCanonical = false }
      var length = 0
      for offset in term.language {
        if input[offset] &- 0x41 < 26 { term.isCanonical = false }
        length = input[offset] == UInt8(ascii: "-") ? 0 : length + 1
        if length > 8 {
          throw .term(.malformedLanguageTag(Self.text(input, term.language)), offset: next + 1)
        }
      }
      place = end
    } else if input[next] == UInt8(ascii: "^") {
      guard next + 2 < input.count, input[next + 1] == UInt8(ascii: "^") else {
        throw unexpected(input, next, "\"^^\" and a datatype")
      }
      if next > place { term.isCanonical = false }
      next += 2
      let begin = next
      skipSpace(input, &next)
      guard next < input.count, input[next] == UInt8(ascii: "<") else {
        throw unexpected(input, next, "a datatype: an IRI in angle brackets")
      }
      if next > begin { term.isCanonical = false }
      var datatype = ScannedTerm(kind: .iri, start: 0, end: 0)
      try iri(input, &next, &datatype)
      term.datatype = datatype.start + 1..<datatype.end - 1
      term.hasDatatypeEscapes = datatype.hasEscapes
      if datatype.hasEscapes || Self.isString(input, term.datatype) { term.isCanonical = false }
      if let language = Self.languageDatatype(input, term.datatype) {
        throw language.refusal(at: datatype.start)
      }
      term.end = next
      place = next
    }
  }

  private static let string = Array("\(Namespace.xsd)string".utf8)
  private static let langString = Array("\(Namespace.rdf)langString".utf8)
  private static let dirLangString = Array("\(Namespace.rdf)dirLangString".utf8)

  private static func isString(_ input: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.count == 39 && input[range.upperBound - 3] == UInt8(ascii: "i")
      && isEqual(input, range, string)
  }

  private static func languageDatatype(
    _ input: Span<UInt8>, _ range: Range<Int>
  ) -> LanguageDatatype? {
    switch range.count {
    case 53 where isEqual(input, range, langString): .langString
    case 56 where isEqual(input, range, dirLangString): .dirLangString
    default: nil
    }
  }

  private static func isEqual(
    _ input: Span<UInt8>, _ range: Range<Int>, _ text: [UInt8]
  ) -> Bool {
    for (place, byte) in text.enumerated() where input[range.lowerBound + place] != byte {
      return false
    }
    return true
  }

  private static func text(_ input: Span<UInt8>, _ range: Range<Int>) -> String {
    var text: [UInt8] = []
    text.append(input.extracting(range))
    return String(decoding: text, as: UTF8.self)
  }

  private func skipSpace(_ input: Span<UInt8>, _ place: inout Int) {
    while place < input.count, input[place] == 0x20 || input[place] == 0x09 { place += 1 }
  }

  private func skipComment(_ input: Span<UInt8>, _ place: inout Int) throws(ReadHalt) {
    while place < input.count {
      switch input[place] {
      case 0x0A, 0x0D:
        place += 1
        return
      case 0x80...: place += try Scan.scalar(input, at: place, isLast: true).length
      default: place += 1
      }
    }
  }

  // MARK: RDF 1.2

  private static func isVersion(_ input: Span<UInt8>, _ place: Int) -> Bool {
    let word = Array("VERSION".utf8)
    guard place + word.count < input.count else { return false }
    return isEqual(input, place..<place + word.count, word)
  }

  /// A line that names the version of RDF; what it announces is refused where it stands.
  private func skipVersion(_ input: Span<UInt8>, _ place: inout Int) throws(ReadHalt) {
    place += 7
    skipSpace(input, &place)
    guard place < input.count,
      input[place] == UInt8(ascii: "\"") || input[place] == UInt8(ascii: "'")
    else { throw unexpected(input, place, "a version in quotes, such as \"1.1\"") }
    let text = try Scan.string(input, from: place + 1, quote: input[place], isLast: true)
    place = text.end + 1
    try endLine(input, &place)
  }

  private func unexpected(
    _ input: Span<UInt8>, _ place: Int, _ wanted: String
  ) -> ReadHalt {
    let isDirected = place + 1 < input.count && input[place] == UInt8(ascii: "<")
    let hint =
      isDirected && input[place + 1] == UInt8(ascii: "<")
      ? "; \"<<\" is RDF 1.2, and only RDF 1.1 is read" : ""
    return .fault(
      offset: place,
      message: "\(Found.token(input, at: place)) stands here; expected \(wanted)\(hint)")
  }
}
