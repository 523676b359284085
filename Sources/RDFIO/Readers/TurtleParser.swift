internal import RDF

/// Reads Turtle and TriG, one token at a time, so that input may end anywhere.
///
/// What is open stands on a stack of its own, so that nesting costs no call stack.
///
/// - SeeAlso: RDF 1.1 Turtle, section 6.5; RDF 1.1 TriG, section 4.5.
struct TurtleParser<Sink: TermSink & ~Copyable>: ~Copyable {
  /// What is read next.
  enum State {
    case statement
    case prefixName, prefixIRI, baseIRI, version
    case directiveEnd
    case graphName, graphNameEnd, graphStart
    /// After a subject: predicates, or in TriG a graph.
    case subjectEnd
    case verb
    /// After a subject in brackets: predicates or nothing more.
    case optionalVerb
    /// After a semicolon.
    case nextVerb
    case object
    /// After an opening bracket whose closing one may follow.
    case bracket
    case objectEnd
    case item
    case skipping
  }

  /// What a stack's level is inside of.
  enum Container {
    case statement, propertyList, collection
  }

  struct Level {
    var container = Container.statement
    var subject: Sink.Term?
    var predicate: Sink.Term?
    /// The sink's mark after the subject, and after the predicate.
    var subjectMark = 0
    var mark = 0
    /// Whether what the level holds is the subject of the level around it.
    var isSubject = false
    /// Of a collection its first node, once it has one.
    var head: Sink.Term?
  }

  /// The offset up to which the input is parsed.
  var position = 0
  var state = State.statement
  var level = Level()
  var outer: [Level] = []
  var graph: Sink.Term?
  var isInGraph = false
  /// The mark of what lasts for a statement.
  var graphMark = 0
  var prefixes = PrefixTable()
  var base: BaseIRI?
  var prefixName: [UInt8] = []
  /// Whether the directive is of SPARQL's kind, without a full stop.
  var isSparql = false
  var isInComment = false
  /// How many bytes from the position on cannot end the statement that is skipped, for its fault
  /// stands after them.
  private var unskippable = 0
  var scratch: [UInt8] = []
  var iriScratch: [UInt8] = []
  let isTriG: Bool

  /// How deep brackets may be nested.
  static var deepest: Int { 512 }

  init(_ syntax: RDFSyntax, base: BaseIRI?) {
    isTriG = syntax == .trig
    self.base = base
  }

  /// Parses as far as the input goes; after a fault the position is the token's start.
  mutating func parse(
    _ input: Span<UInt8>, isLast: Bool, _ sink: inout Sink
  ) throws(ReadHalt) {
    while true {
      if state == .skipping {
        guard skip(input, isLast: isLast, &sink) else { return }
      }
      try skipSpace(input, isLast: isLast)
      guard position < input.count else {
        if isLast { try end(input) }
        return
      }
      try step(input, isLast, &sink)
    }
  }

  private func end(_ input: Span<UInt8>) throws(ReadHalt) {
    if isInGraph, outer.isEmpty, state == .statement {
      throw unexpected(input, "\"}\", which closes the graph")
    }
    guard state == .statement else { throw unexpected(input, wanted) }
  }

  private mutating func skipSpace(_ input: Span<UInt8>, isLast: Bool) throws(ReadHalt) {
    while position < input.count {
      let byte = input[position]
      if isInComment {
        if byte == 0x0A || byte == 0x0D { isInComment = false }
        position += byte < 0x80 ? 1 : try Scan.scalar(input, at: position, isLast: isLast).length
      } else if byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D {
        position += 1
      } else if byte == UInt8(ascii: "#") {
        isInComment = true
      } else {
        return
      }
    }
  }

  // MARK: Faults

  /// What the state waits for, in words.
  var wanted: String {
    switch state {
    case .statement:
      isInGraph
        ? "a subject or \"}\""
        : isTriG ? "a subject, a graph or a directive" : "a subject or a directive"
    case .prefixName: "a prefix with its colon, such as \"ex:\""
    case .prefixIRI, .baseIRI: "an IRI in angle brackets"
    case .version: "a version in quotes, such as \"1.1\""
    case .directiveEnd: "\".\" at the end of the directive"
    case .graphName: "the graph's name: an IRI or a blank node"
    case .graphNameEnd: "\"]\""
    case .graphStart: "\"{\""
    case .subjectEnd:
      isTriG && !isInGraph ? "a predicate, or \"{\" after a graph's name" : "a predicate"
    case .verb: "a predicate: an IRI, a prefixed name or \"a\""
    case .optionalVerb: "a predicate or \".\""
    case .nextVerb, .bracket: "a predicate or \(closing)"
    case .object: "an object: an IRI, a blank node, a literal, \"[\" or \"(\""
    case .objectEnd: "\",\", \";\" or \(closing)"
    case .item: "an object or \")\""
    case .skipping: "a statement"
    }
  }

  private var closing: String {
    switch level.container {
    case .statement: isInGraph ? "\".\" or \"}\"" : "\".\""
    case .propertyList: "\"]\""
    case .collection: "\")\""
    }
  }

  func unexpected(_ input: Span<UInt8>, _ wanted: String) -> ReadHalt {
    let second = position + 1 < input.count ? input[position + 1] : 0
    let first = position < input.count ? input[position] : 0
    let isNew =
      first == UInt8(ascii: "~") || first == UInt8(ascii: "<") && second == UInt8(ascii: "<")
      || first == UInt8(ascii: "{") && second == UInt8(ascii: "|")
      || first == UInt8(ascii: "|") && second == UInt8(ascii: "}")
      || first == UInt8(ascii: ">") && second == UInt8(ascii: ">")
    if isNew {
      let what =
        switch first {
        case UInt8(ascii: "~"): "\"~\" names a reifier"
        case UInt8(ascii: "{"), UInt8(ascii: "|"): "\"{|\" begins an annotation"
        default: "\"<<\" begins a triple term"
        }
      return .fault(
        offset: position, message: "\(what), which is RDF 1.2; only RDF 1.1 is read")
    }
    return .fault(
      offset: position,
      message: "\(Found.token(input, at: position)) stands here; expected \(wanted)")
  }

  // MARK: Recovery

  /// Forgets the statement of a fault; what follows it is read again.
  mutating func recover(from offset: Int) {
    unskippable = max(offset - position, 0)
    state = .skipping
    level = Level()
    outer.removeAll()
    isInComment = false
  }

  /// Goes to the end of the statement: a full stop before white space, outside of quotes and
  /// angle brackets as far as one line tells, or in a graph the brace that closes it; never before
  /// the fault.
  private mutating func skip(
    _ input: Span<UInt8>, isLast: Bool, _ sink: inout Sink
  ) -> Bool {
    var place = position
    let fault = position + unskippable
    var closing: UInt8 = 0
    while place < input.count {
      let byte = input[place]
      if byte == 0x0A || byte == 0x0D {
        closing = 0
        position = place
        unskippable = max(fault - place, 0)
      } else if closing != 0 {
        if byte == UInt8(ascii: "\\") { place += 1 } else if byte == closing { closing = 0 }
      } else if byte == UInt8(ascii: "\"") {
        closing = byte
      } else if byte == UInt8(ascii: "<") {
        closing = UInt8(ascii: ">")
      } else if place < fault {
        place += 1
        continue
      } else if byte == UInt8(ascii: ".") {
        guard place + 1 < input.count || isLast else { return false }
        if place + 1 == input.count || input[place + 1] <= 0x20 {
          return restart(after: place, &sink)
        }
      } else if byte == UInt8(ascii: "}"), isInGraph {
        isInGraph = false
        graph = nil
        graphMark = 0
        return restart(after: place, &sink)
      }
      place += 1
    }
    if isLast { state = .statement }
    if isLast || place - position > 1 << 16 {
      position = input.count
      unskippable = max(fault - position, 0)
    }
    return isLast
  }

  private mutating func restart(after place: Int, _ sink: inout Sink) -> Bool {
    position = place + 1
    state = .statement
    sink.release(to: isInGraph ? graphMark : 0)
    return true
  }
}
