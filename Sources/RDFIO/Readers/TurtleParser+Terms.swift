internal import RDF

extension TurtleParser where Sink: ~Copyable {
  /// Where a name stands: its colon, its end, and what its local part holds.
  struct Name {
    var colon: Int?
    var end: Int
    /// Whether the local part has escapes with a backslash.
    var hasEscapes = false
    /// Whether the local part is of ASCII letters, digits, `_`, `-`, `.` and `:` alone.
    var isPlain = true
  }

  // MARK: IRIs

  /// Reads an IRI or a prefixed name.
  mutating func iri(
    _ input: Span<UInt8>, _ isLast: Bool, _ sink: inout Sink
  ) throws(ReadHalt) -> Sink.Term {
    let start = position
    guard input[start] != UInt8(ascii: "<") else {
      return try bracketed(input, isLast, &sink)
    }
    let name = try self.name(input, isLast)
    guard let colon = name.colon else { throw unexpected(input, wanted) }
    guard let index = prefixes.find(input.extracting(start..<colon)) else {
      throw undeclared(input, start..<colon)
    }
    do throws(TermError) {
      let local = colon + 1..<name.end
      let isChecked = name.isPlain && prefixes.prefixes[index].takesNames
      let term: Sink.Term
      if name.hasEscapes {
        iriScratch.removeAll(keepingCapacity: true)
        for offset in local where input[offset] != UInt8(ascii: "\\") {
          iriScratch.append(input[offset])
        }
        let namespace = prefixes.prefixes[index].namespace
        term = try sink.iri(namespace.span, iriScratch.span, isChecked: false)
      } else {
        let namespace = prefixes.prefixes[index].namespace
        term = try sink.iri(namespace.span, input.extracting(local), isChecked: isChecked)
      }
      position = name.end
      return term
    } catch {
      throw .term(error, offset: start)
    }
  }

  private mutating func bracketed(
    _ input: Span<UInt8>, _ isLast: Bool, _ sink: inout Sink
  ) throws(ReadHalt) -> Sink.Term {
    let start = position
    let text = try scan(input, isLast)
    let isChecked = text.isPlain && Scan.isSurelyValid(input, start + 1..<text.end)
    if !isChecked { try resolve(input, text) }
    do throws(TermError) {
      let term: Sink.Term
      if isChecked {
        term = try sink.iri(input.extracting(start + 1..<text.end), Span(), isChecked: true)
      } else {
        term = try sink.iri(iriScratch.span, Span(), isChecked: false)
      }
      position = text.end + 1
      return term
    } catch {
      throw .term(error, offset: start)
    }
  }

  private func scan(_ input: Span<UInt8>, _ isLast: Bool) throws(ReadHalt) -> Scan.Text {
    if position + 1 < input.count, input[position + 1] == UInt8(ascii: "<") {
      throw unexpected(input, wanted)
    }
    return try Scan.iri(input, from: position + 1, isLast: isLast)
  }

  /// Puts the IRI in angle brackets at the position, resolved, into the scratch.
  mutating func resolve(_ input: Span<UInt8>, _ isLast: Bool) throws(ReadHalt) -> Int {
    let text = try scan(input, isLast)
    try resolve(input, text)
    return text.end + 1
  }

  private mutating func resolve(_ input: Span<UInt8>, _ scan: Scan.Text) throws(ReadHalt) {
    let range = position + 1..<scan.end
    var text: [UInt8] = []
    try Scan.appendUnescaped(input, range, to: &text)
    iriScratch.removeAll(keepingCapacity: true)
    if IRISyntax.schemeEnd(of: text.span) != nil {
      iriScratch.append(contentsOf: text)
    } else if let base {
      base.resolve(text.span, to: &iriScratch)
    } else {
      let shown = String(decoding: text, as: UTF8.self)
      throw .fault(
        offset: position,
        message: "<\(shown)> is relative and the document has no base; write the whole IRI, or "
          + "@base before it")
    }
  }

  private func undeclared(_ input: Span<UInt8>, _ range: Range<Int>) -> ReadHalt {
    var bytes: [UInt8] = []
    bytes.append(input.extracting(range))
    let name = String(decoding: bytes, as: UTF8.self)
    let known = prefixes.prefixes.map { String(decoding: $0.name, as: UTF8.self) }
    return .fault(
      offset: range.lowerBound,
      message: "the prefix \"\(name):\" is not declared; expected \"@prefix \(name): <…> .\" "
        + "before it\(name.isEmpty ? "" : NearestName.hint(name, in: known))")
  }

  // MARK: Names

  /// Scans a prefixed name; without a colon it is a word.
  func name(_ input: Span<UInt8>, _ isLast: Bool) throws(ReadHalt) -> Name {
    var place = position
    while place < input.count {
      let byte = input[place]
      if ByteSet.name.contains(byte) || byte == UInt8(ascii: ".") && place > position {
        if place == position, !ByteSet.isLetter(byte) { break }
        place += 1
      } else if byte >= 0x80 {
        let (scalar, length) = try Scan.scalar(input, at: place, isLast: isLast)
        guard
          place > position ? NameCharacter.isInner(scalar) : NameCharacter.isFirst(scalar)
        else { break }
        place += length
      } else {
        break
      }
    }
    guard place < input.count else {
      if !isLast { throw .incomplete }
      return Name(colon: nil, end: place)
    }
    guard input[place] == UInt8(ascii: ":"),
      place == position || input[place - 1] != UInt8(ascii: ".")
    else { return Name(colon: nil, end: place) }
    return try local(input, colon: place, isLast)
  }

  private func local(
    _ input: Span<UInt8>, colon: Int, _ isLast: Bool
  ) throws(ReadHalt) -> Name {
    var name = Name(colon: colon, end: colon + 1)
    let start = colon + 1
    var place = start
    scan: while place < input.count {
      let byte = input[place]
      if ByteSet.name.contains(byte) || byte == UInt8(ascii: ":") {
        if place == start, byte == UInt8(ascii: "-") { break }
        place += 1
        name.end = place
        continue
      }
      switch byte {
      case UInt8(ascii: ".") where place > start: place += 1
      case UInt8(ascii: "%"):
        guard place + 2 < input.count || isLast else { throw .incomplete }
        guard place + 2 < input.count, ByteSet.hexValue(input[place + 1]) != nil,
          ByteSet.hexValue(input[place + 2]) != nil
        else {
          throw .fault(
            offset: place, message: "\"%\" needs two hexadecimal digits after it, as in \"%20\"")
        }
        place += 3
        name.end = place
      case UInt8(ascii: "\\"):
        guard place + 1 < input.count || isLast else { throw .incomplete }
        guard place + 1 < input.count, Self.isEscapable(input[place + 1]) else {
          throw .fault(
            offset: place,
            message: "\"\\\" in a name stands before one of _~.-!$&'()*+,;=/?#@% only")
        }
        name.hasEscapes = true
        name.isPlain = false
        place += 2
        name.end = place
      case 0x80...:
        let (scalar, length) = try Scan.scalar(input, at: place, isLast: isLast)
        guard place > start ? NameCharacter.isInner(scalar) : NameCharacter.isFirst(scalar)
        else { break scan }
        name.isPlain = false
        place += length
        name.end = place
      default: break scan
      }
    }
    if place == input.count, !isLast { throw .incomplete }
    return name
  }

  /// - SeeAlso: RDF 1.1 Turtle, section 6.5 (PN_LOCAL_ESC).
  private static func isEscapable(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "."), UInt8(ascii: "-"),
      UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "'"),
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"),
      UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: "/"),
      UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "@"), UInt8(ascii: "%"):
      true
    default: false
    }
  }

  // MARK: Blank nodes

  mutating func blankNode(
    _ input: Span<UInt8>, _ isLast: Bool, _ sink: inout Sink
  ) throws(ReadHalt) -> Sink.Term {
    guard position + 1 < input.count else {
      throw Scan.unfinished(isLast, at: position, "expected a blank node, which begins with \"_:\"")
    }
    guard input[position + 1] == UInt8(ascii: ":") else { throw unexpected(input, wanted) }
    let start = position + 2
    let end = try Scan.label(input, from: start, isLast: isLast)
    do throws(TermError) {
      let term = try sink.blankNode(input.extracting(start..<end))
      position = end
      return term
    } catch {
      throw .term(error, offset: position)
    }
  }

  // MARK: Literals

  mutating func literal(
    _ quote: UInt8, _ input: Span<UInt8>, _ isLast: Bool, _ sink: inout Sink
  ) throws(ReadHalt) -> Sink.Term {
    let start = position
    guard start + 2 < input.count || isLast else { throw .incomplete }
    let isLong =
      start + 2 < input.count && input[start + 1] == quote && input[start + 2] == quote
    let first = start + (isLong ? 3 : 1)
    let text =
      isLong
      ? try Scan.longString(input, from: first, quote: quote, isLast: isLast)
      : try Scan.string(input, from: first, quote: quote, isLast: isLast)
    let end = text.end + (isLong ? 3 : 1)
    var next = end
    if next < input.count, input[next] <= 0x20 || input[next] == UInt8(ascii: "#") {
      next = try afterSpace(input, next, isLast)
    }
    guard next < input.count || isLast else { throw .incomplete }
    let mark = next < input.count ? input[next] : 0
    var after = end
    var datatype: Sink.Term?
    var tag = 0..<0
    switch mark {
    case UInt8(ascii: "@"):
      after = try Scan.language(input, from: next + 1, isLast: isLast)
      tag = next + 1..<after
    case UInt8(ascii: "^"):
      defer { position = start }
      datatype = try self.datatype(input, next, isLast, &sink)
      after = position
    default: break
    }
    let range = first..<text.end
    scratch.removeAll(keepingCapacity: true)
    if text.hasEscapes { try Scan.appendUnescaped(input, range, to: &scratch) }
    do throws(TermError) {
      let isPlain = text.isPlain
      let term: Sink.Term
      switch (text.hasEscapes, tag.isEmpty) {
      case (false, true):
        term = try sink.literal(input.extracting(range), isPlain: isPlain, datatype: datatype)
      case (false, false):
        let language = input.extracting(tag)
        term = try sink.literal(input.extracting(range), isPlain: isPlain, language: language)
      case (true, true):
        term = try sink.literal(scratch.span, isPlain: isPlain, datatype: datatype)
      case (true, false):
        let language = input.extracting(tag)
        term = try sink.literal(scratch.span, isPlain: isPlain, language: language)
      }
      position = after
      return term
    } catch {
      throw .term(error, offset: start)
    }
  }

  /// Reads `^^` and a datatype; the position is then after it.
  private mutating func datatype(
    _ input: Span<UInt8>, _ mark: Int, _ isLast: Bool, _ sink: inout Sink
  ) throws(ReadHalt) -> Sink.Term {
    position = mark
    guard mark + 2 < input.count else {
      throw isLast ? unexpected(input, "\"^^\" and a datatype") : .incomplete
    }
    guard input[mark + 1] == UInt8(ascii: "^") else {
      throw unexpected(input, "\"^^\" and a datatype")
    }
    position = try afterSpace(input, mark + 2, isLast)
    guard position < input.count else {
      throw isLast ? unexpected(input, "a datatype: an IRI or a prefixed name") : .incomplete
    }
    let start = position
    let term = try iri(input, isLast, &sink)
    if let language = sink.languageDatatype(term) { throw language.refusal(at: start) }
    return term
  }

  /// The offset after white space and comments.
  private func afterSpace(
    _ input: Span<UInt8>, _ start: Int, _ isLast: Bool
  ) throws(ReadHalt) -> Int {
    var place = start
    var isInComment = false
    while place < input.count {
      let byte = input[place]
      if isInComment {
        if byte == 0x0A || byte == 0x0D { isInComment = false }
        place += byte < 0x80 ? 1 : try Scan.scalar(input, at: place, isLast: isLast).length
      } else if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        place += 1
      } else if byte == UInt8(ascii: "#") {
        isInComment = true
      } else {
        break
      }
    }
    return place
  }

  /// Reads `true` or `false`, or nil where a name stands.
  mutating func boolean(
    _ input: Span<UInt8>, _ isLast: Bool, _ sink: inout Sink
  ) throws(ReadHalt) -> Sink.Term? {
    let first = input[position]
    guard first == UInt8(ascii: "t") || first == UInt8(ascii: "f") else { return nil }
    let end = position + (first == UInt8(ascii: "t") ? 4 : 5)
    guard end < input.count || isLast else { throw .incomplete }
    guard end <= input.count else { return nil }
    let word: StaticString = first == UInt8(ascii: "t") ? "true" : "false"
    for (index, byte) in word.description.utf8.enumerated()
    where input[position + index] != byte {
      return nil
    }
    if end < input.count {
      let next = input[end]
      if ByteSet.name.contains(next) || next == UInt8(ascii: ":") || next >= 0x80 { return nil }
      if next == UInt8(ascii: "."), try self.name(input, isLast).colon != nil { return nil }
    }
    return try bare(position..<end, .boolean, input, &sink)
  }

  /// Reads an integer, a decimal or a double.
  mutating func number(
    _ input: Span<UInt8>, _ isLast: Bool, _ sink: inout Sink
  ) throws(ReadHalt) -> Sink.Term {
    let start = position
    var place = start
    func byte(_ offset: Int) -> UInt8 { offset < input.count ? input[offset] : 0 }
    func digits() -> Int {
      let first = place
      while place < input.count, ByteSet.isDigit(input[place]) { place += 1 }
      return place - first
    }
    if byte(place) == UInt8(ascii: "+") || byte(place) == UInt8(ascii: "-") { place += 1 }
    let whole = digits()
    var type = ImpliedTerm.integer
    var end = place
    var hasDigits = whole > 0
    if byte(place) == UInt8(ascii: ".") {
      place += 1
      let fraction = digits()
      if fraction > 0 {
        type = .decimal
        hasDigits = true
        end = place
      }
    }
    if hasDigits, byte(place) | 0x20 == UInt8(ascii: "e") {
      place += 1
      if byte(place) == UInt8(ascii: "+") || byte(place) == UInt8(ascii: "-") { place += 1 }
      if digits() > 0 {
        type = .double
        end = place
      } else if place < input.count || isLast {
        throw .fault(
          offset: start, message: "the number needs digits after its \"e\", as in \"1.5e3\"")
      }
    }
    if place >= input.count, !isLast { throw .incomplete }
    guard hasDigits else { throw unexpected(input, wanted) }
    return try bare(start..<end, type, input, &sink)
  }

  private mutating func bare(
    _ range: Range<Int>, _ type: ImpliedTerm, _ input: Span<UInt8>, _ sink: inout Sink
  ) throws(ReadHalt) -> Sink.Term {
    do throws(TermError) {
      let term = try sink.literal(
        input.extracting(range), isPlain: true, datatype: sink.implied(type))
      position = range.upperBound
      return term
    } catch {
      throw .term(error, offset: range.lowerBound)
    }
  }
}
