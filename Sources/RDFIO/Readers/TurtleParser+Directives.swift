internal import RDF

extension TurtleParser where Sink: ~Copyable {
  /// Reads `@prefix`, `@base` or `@version`.
  mutating func atWord(_ input: Span<UInt8>, _ isLast: Bool) throws(ReadHalt) {
    var end = position + 1
    while end < input.count, ByteSet.isLetter(input[end]) { end += 1 }
    if end == input.count, !isLast { throw .incomplete }
    switch word(input, position + 1..<end) {
    case "prefix": state = .prefixName
    case "base": state = .baseIRI
    case "version": state = .version
    default: throw unexpected(input, "\"@prefix\", \"@base\" or a subject")
    }
    position = end
    isSparql = false
  }

  /// Reads `PREFIX`, `BASE`, `VERSION` or, in TriG, `GRAPH`; false where a name stands.
  mutating func keyword(_ input: Span<UInt8>, _ isLast: Bool) throws(ReadHalt) -> Bool {
    var end = position
    while end < input.count, ByteSet.isLetter(input[end]), end - position < 8 { end += 1 }
    if end == input.count, !isLast { throw .incomplete }
    if end < input.count {
      let next = input[end]
      let isName =
        ByteSet.name.contains(next) || next == UInt8(ascii: ":") || next == UInt8(ascii: ".")
        || next >= 0x80
      if isName { return false }
    }
    switch word(input, position..<end).uppercased() {
    case "PREFIX": state = .prefixName
    case "BASE": state = .baseIRI
    case "VERSION": state = .version
    case "GRAPH" where isTriG: state = .graphName
    default: return false
    }
    position = end
    isSparql = true
    return true
  }

  private func word(_ input: Span<UInt8>, _ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    bytes.append(input.extracting(range))
    return String(decoding: bytes, as: UTF8.self)
  }

  mutating func directive(
    _ byte: UInt8, _ input: Span<UInt8>, _ isLast: Bool
  ) throws(ReadHalt) {
    switch state {
    case .prefixName:
      let name = try self.name(input, isLast)
      guard let colon = name.colon, colon + 1 == name.end else { throw unexpected(input, wanted) }
      prefixName.removeAll(keepingCapacity: true)
      prefixName.append(input.extracting(position..<colon))
      position = name.end
      state = .prefixIRI
    case .prefixIRI, .baseIRI:
      guard byte == UInt8(ascii: "<") else { throw unexpected(input, wanted) }
      let start = position
      let end = try resolve(input, isLast)
      if let fault = IRISyntax.fault(in: iriScratch.span) {
        let shown = String(decoding: iriScratch, as: UTF8.self)
        throw .term(.malformedIRI(shown, reason: fault), offset: start)
      }
      if state == .prefixIRI {
        prefixes.declare(prefixName, iriScratch)
      } else {
        base = BaseIRI(iriScratch.span)
      }
      position = end
      endDirective()
    case .version:
      guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") else {
        throw unexpected(input, wanted)
      }
      let text = try Scan.string(input, from: position + 1, quote: byte, isLast: isLast)
      guard text.end > position + 1 else { throw unexpected(input, wanted) }
      position = text.end + 1
      endDirective()
    default:
      guard byte == UInt8(ascii: ".") else { throw unexpected(input, wanted) }
      position += 1
      state = .statement
    }
  }

  private mutating func endDirective() {
    state = isSparql ? .statement : .directiveEnd
  }
}
