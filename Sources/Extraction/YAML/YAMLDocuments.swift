/// The documents of a YAML stream: what stands between lines of `---` and `...`.
///
/// No content can hold such a line, so that the stream is split without reading it, and a fault in
/// one document leaves the others whole. Together the documents are all bytes of the stream:
/// comments and directives before a `---` belong to what follows it.
///
/// - SeeAlso: YAML 1.2.2, sections 9.1 and 9.2 (c-forbidden).
public struct YAMLDocuments: Sequence {
  /// One document's place in the stream.
  public struct Document: Hashable, Sendable {
    /// Its bytes.
    public let range: Range<Int>
    /// The line it begins in, counted from 1.
    public let firstLine: Int
  }

  private var documents: [Document] = []

  /// Splits a stream; one without any content has no document.
  public init(_ bytes: [UInt8]) {
    var start = (position: 0, line: 1)
    var end: (position: Int, line: Int)?  // where a "..." ended the document
    var isOpen = false
    var hasDirective = false
    var next = (position: 0, line: 1)
    while next.position < bytes.count {
      let line = next
      let text = Self.line(of: bytes, from: line.position)
      next = (Self.endOfBreak(bytes, text.upperBound), line.line + 1)
      let kind = Self.kind(of: bytes[text])
      switch kind {
      case .start, .content, .directive:
        if kind == .directive, !isOpen || end != nil {
          hasDirective = true
        } else if kind == .start || !isOpen || end != nil {
          if isOpen, end != nil || kind == .start {
            let cut = end ?? line
            documents.append(Document(range: start.position..<cut.position, firstLine: start.line))
            start = cut
          }
          (isOpen, end, hasDirective) = (true, nil, false)
        }
      case .end: if isOpen { end = next }
      case .blank: break
      }
    }
    if isOpen, hasDirective, let end {
      documents.append(Document(range: start.position..<end.position, firstLine: start.line))
      start = end
    }
    if isOpen || hasDirective {
      documents.append(Document(range: start.position..<bytes.count, firstLine: start.line))
    }
  }

  /// Iterates over the documents in their order.
  public func makeIterator() -> IndexingIterator<[Document]> { documents.makeIterator() }

  private enum Kind {
    case start
    case end
    case directive
    case content
    case blank
  }

  private static func line(of bytes: [UInt8], from first: Int) -> Range<Int> {
    var last = first
    while last < bytes.count, bytes[last] != 0x0A, bytes[last] != 0x0D { last += 1 }
    return first..<last
  }

  private static func endOfBreak(_ bytes: [UInt8], _ position: Int) -> Int {
    guard position < bytes.count else { return position }
    let isPair =
      bytes[position] == 0x0D && position + 1 < bytes.count && bytes[position + 1] == 0x0A
    return position + (isPair ? 2 : 1)
  }

  private static func kind(of line: ArraySlice<UInt8>) -> Kind {
    let text = line.starts(with: YAMLCharacters.byteOrderMark) ? line.dropFirst(3) : line
    let isMarker = text.dropFirst(3).first.map { $0 == 0x20 || $0 == 0x09 } ?? true
    if isMarker, text.starts(with: "---".utf8) { return .start }
    if isMarker, text.starts(with: "...".utf8) { return .end }
    if text.first == UInt8(ascii: "%") { return .directive }
    let first = text.first { $0 != 0x20 && $0 != 0x09 }
    return first == nil || first == UInt8(ascii: "#") ? .blank : .content
  }
}
