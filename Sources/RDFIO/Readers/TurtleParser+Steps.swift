internal import RDF

extension TurtleParser where Sink: ~Copyable {
  /// Reads the token at the position, which is no white space, and goes past it.
  mutating func step(
    _ input: Span<UInt8>, _ isLast: Bool, _ sink: inout Sink
  ) throws(ReadHalt) {
    let byte = input[position]
    switch state {
    case .statement: try statement(byte, input, isLast, &sink)
    case .object, .item: try object(byte, input, isLast, &sink)
    case .objectEnd: try objectEnd(byte, input, isLast, &sink)
    case .verb: try verb(input, isLast, &sink)
    case .nextVerb:
      if byte == UInt8(ascii: ";") {
        position += 1
      } else if try !close(byte, &sink) {
        try verb(input, isLast, &sink)
      }
    case .optionalVerb:
      if try !close(byte, &sink) { try verb(input, isLast, &sink) }
    case .subjectEnd:
      if byte == UInt8(ascii: "{"), isTriG, !isInGraph {
        try checkNew(input, isLast)
        openGraph(level.subject, &sink)
      } else {
        try verb(input, isLast, &sink)
      }
    case .bracket:
      if byte == UInt8(ascii: "]") {
        position += 1
        try closeEmptyBracket(&sink)
      } else {
        state = .verb
        try verb(input, isLast, &sink)
      }
    case .graphName:
      if byte == UInt8(ascii: "[") {
        position += 1
        state = .graphNameEnd
      } else if byte == UInt8(ascii: "_") {
        level.subject = try blankNode(input, isLast, &sink)
        state = .graphStart
      } else {
        level.subject = try iri(input, isLast, &sink)
        state = .graphStart
      }
    case .graphNameEnd:
      guard byte == UInt8(ascii: "]") else { throw unexpected(input, wanted) }
      position += 1
      level.subject = try made(&sink)
      state = .graphStart
    case .graphStart:
      guard byte == UInt8(ascii: "{") else { throw unexpected(input, wanted) }
      try checkNew(input, isLast)
      openGraph(level.subject, &sink)
    case .prefixName, .prefixIRI, .baseIRI, .version, .directiveEnd:
      try directive(byte, input, isLast)
    case .skipping: return
    }
  }

  // MARK: Statements

  private mutating func statement(
    _ byte: UInt8, _ input: Span<UInt8>, _ isLast: Bool, _ sink: inout Sink
  ) throws(ReadHalt) {
    switch byte {
    case UInt8(ascii: "<"):
      level.subject = try iri(input, isLast, &sink)
      endSubject(.subjectEnd, &sink)
    case UInt8(ascii: "_"):
      level.subject = try blankNode(input, isLast, &sink)
      endSubject(.subjectEnd, &sink)
    case UInt8(ascii: "["):
      try open(.propertyList, isSubject: true, &sink)
      state = .bracket
    case UInt8(ascii: "("):
      try open(.collection, isSubject: true, &sink)
      state = .item
    case UInt8(ascii: "@") where !isInGraph: try atWord(input, isLast)
    case UInt8(ascii: "{") where isTriG && !isInGraph:
      try checkNew(input, isLast)
      openGraph(nil, &sink)
    case UInt8(ascii: "}") where isInGraph: closeGraph(&sink)
    default:
      if !isInGraph, ByteSet.isLetter(byte), try keyword(input, isLast) { return }
      level.subject = try iri(input, isLast, &sink)
      endSubject(.subjectEnd, &sink)
    }
  }

  private mutating func endSubject(_ next: State, _ sink: inout Sink) {
    level.subjectMark = sink.mark
    state = next
  }

  /// A brace and a bar begin an annotation of RDF 1.2, which may be cut between chunks.
  private func checkNew(_ input: Span<UInt8>, _ isLast: Bool) throws(ReadHalt) {
    guard position + 1 < input.count else {
      if isLast { return }
      throw .incomplete
    }
    if input[position + 1] == UInt8(ascii: "|") { throw unexpected(input, wanted) }
  }

  private mutating func openGraph(_ name: Sink.Term?, _ sink: inout Sink) {
    position += 1
    graph = name
    isInGraph = true
    graphMark = sink.mark
    level = Level()
    state = .statement
  }

  private mutating func closeGraph(_ sink: inout Sink) {
    position += 1
    graph = nil
    isInGraph = false
    graphMark = 0
    level = Level()
    sink.release(to: 0)
    state = .statement
  }

  private mutating func verb(
    _ input: Span<UInt8>, _ isLast: Bool, _ sink: inout Sink
  ) throws(ReadHalt) {
    sink.release(to: level.subjectMark)
    if input[position] == UInt8(ascii: "a") {
      guard position + 1 < input.count else {
        throw isLast ? unexpected(input, wanted) : .incomplete
      }
      let next = input[position + 1]
      if next != UInt8(ascii: ":"), next != UInt8(ascii: "."), next < 0x80,
        !ByteSet.name.contains(next)
      {
        position += 1
        level.predicate = sink.implied(.type)
        level.mark = sink.mark
        state = .object
        return
      }
    }
    level.predicate = try iri(input, isLast, &sink)
    level.mark = sink.mark
    state = .object
  }

  private mutating func objectEnd(
    _ byte: UInt8, _ input: Span<UInt8>, _ isLast: Bool, _ sink: inout Sink
  ) throws(ReadHalt) {
    switch byte {
    case UInt8(ascii: ","):
      position += 1
      state = .object
    case UInt8(ascii: ";"):
      position += 1
      state = .nextVerb
    case UInt8(ascii: "{"):
      try checkNew(input, isLast)
      throw unexpected(input, wanted)
    default:
      guard try close(byte, &sink) else { throw unexpected(input, wanted) }
    }
  }

  /// Ends a statement or a list of properties where the byte does so.
  private mutating func close(_ byte: UInt8, _ sink: inout Sink) throws(ReadHalt) -> Bool {
    switch (byte, level.container) {
    case (UInt8(ascii: "."), .statement):
      position += 1
      sink.release(to: graphMark)
      state = .statement
    case (UInt8(ascii: "}"), .statement) where isInGraph: closeGraph(&sink)
    case (UInt8(ascii: "]"), .propertyList):
      position += 1
      closeLevel(&sink)
    default: return false
    }
    return true
  }

  // MARK: Objects

  private mutating func object(
    _ byte: UInt8, _ input: Span<UInt8>, _ isLast: Bool, _ sink: inout Sink
  ) throws(ReadHalt) {
    let offset = position
    if state == .item {
      if byte == UInt8(ascii: ")") {
        position += 1
        try closeCollection(at: offset, &sink)
        return
      }
      // A term that is cut or faulty must leave no node behind.
      if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "(") {
        try checkDepth()
        try nextItem(at: offset, &sink)
      }
    }
    switch byte {
    case UInt8(ascii: "["):
      try open(.propertyList, isSubject: false, &sink)
      state = .bracket
      return
    case UInt8(ascii: "("):
      try open(.collection, isSubject: false, &sink)
      state = .item
      return
    default: break
    }
    let term: Sink.Term
    switch byte {
    case UInt8(ascii: "<"): term = try iri(input, isLast, &sink)
    case UInt8(ascii: "_"): term = try blankNode(input, isLast, &sink)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): term = try literal(byte, input, isLast, &sink)
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), 0x30...0x39:
      term = try number(input, isLast, &sink)
    default:
      if let word = try boolean(input, isLast, &sink) {
        term = word
      } else {
        term = try iri(input, isLast, &sink)
      }
    }
    if state == .item { try nextItem(at: offset, &sink) }
    emit(term, at: offset, &sink)
    sink.release(to: level.mark)
    state = level.container == .collection ? .item : .objectEnd
  }

  private func emit(_ term: Sink.Term, at offset: Int, _ sink: inout Sink) {
    guard let subject = level.subject, let predicate = level.predicate else { return }
    sink.add(subject, predicate, term, graph: graph, at: offset)
  }

  /// A new blank node, or why there is none.
  private func made(_ sink: inout Sink) throws(ReadHalt) -> Sink.Term {
    do throws(TermError) {
      return try sink.newBlankNode()
    } catch {
      throw .term(error, offset: position)
    }
  }

  private func checkDepth() throws(ReadHalt) {
    guard outer.count >= Self.deepest else { return }
    throw .fault(
      offset: position,
      message: "brackets are nested deeper than \(Self.deepest) levels; name the inner nodes "
        + "with labels such as \"_:x\"")
  }

  /// Opens a list of properties or a collection, which is the subject or an object.
  private mutating func open(
    _ container: Container, isSubject: Bool, _ sink: inout Sink
  ) throws(ReadHalt) {
    try checkDepth()
    let offset = position
    var inner = Level()
    inner.container = container
    inner.isSubject = isSubject
    if container == .propertyList {
      let node = try made(&sink)
      inner.subject = node
      if !isSubject { emit(node, at: offset, &sink) }
    } else {
      inner.predicate = sink.implied(.first)
    }
    position += 1
    inner.subjectMark = sink.mark
    inner.mark = sink.mark
    outer.append(level)
    level = inner
  }

  /// Ends the level; its node takes its place in the one around it.
  private mutating func closeLevel(_ sink: inout Sink) {
    let (node, isSubject) = (level.head ?? level.subject, level.isSubject)
    let container = level.container
    guard let around = outer.popLast() else { return }
    level = around
    if isSubject {
      level.subject = node
      endSubject(container == .collection ? .verb : .optionalVerb, &sink)
    } else {
      sink.release(to: level.mark)
      state = level.container == .collection ? .item : .objectEnd
    }
  }

  /// Ends `[]`, which in TriG may also name a graph.
  private mutating func closeEmptyBracket(_ sink: inout Sink) throws(ReadHalt) {
    let isSubject = level.isSubject
    closeLevel(&sink)
    if isSubject { state = .subjectEnd }
  }

  // MARK: Collections

  /// Makes the node of the next item and links it to what comes before.
  private mutating func nextItem(at offset: Int, _ sink: inout Sink) throws(ReadHalt) {
    let node = try made(&sink)
    if let last = level.subject {
      sink.add(last, sink.implied(.rest), node, graph: graph, at: offset)
    } else {
      level.head = node
      link(node, at: offset, &sink)
    }
    level.subject = node
  }

  /// Says that a collection is the object of the level around it.
  private func link(_ node: Sink.Term, at offset: Int, _ sink: inout Sink) {
    guard !level.isSubject, let around = outer.last, let subject = around.subject,
      let predicate = around.predicate
    else { return }
    sink.add(subject, predicate, node, graph: graph, at: offset)
  }

  private mutating func closeCollection(at offset: Int, _ sink: inout Sink) throws(ReadHalt) {
    let end = sink.implied(.nil)
    if let last = level.subject {
      sink.add(last, sink.implied(.rest), end, graph: graph, at: offset)
    } else {
      level.head = end
      link(end, at: offset, &sink)
    }
    closeLevel(&sink)
  }
}
