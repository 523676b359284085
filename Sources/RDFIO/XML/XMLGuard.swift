internal import RDF

/// Looks at an XML document before libxml2 sees it.
///
/// A DOCTYPE can name files and servers and grow without end; deep nesting costs time without end.
///
/// - SeeAlso: XML 1.0, sections 2.8 (prolog) and 3 (elements).
struct XMLGuard {
  private let bytes: [UInt8]
  private var position = 0
  /// Where a name has a colon and no prefix, which libraptor2 does not look at.
  private var unnamed: Int?

  private static let depthLimit = 256

  /// What is refused, and the byte it stands at; nil where nothing is.
  static func fault(in bytes: [UInt8]) -> (offset: Int, message: String)? {
    if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) || bytes.contains(0) {
      return (0, "the document is not UTF-8; expected UTF-8")
    }
    var guarded = XMLGuard(bytes: bytes)
    return guarded.run()
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func run() -> (offset: Int, message: String)? {
    var depth = 0
    while let start = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
      position = start
      if skip("<!--", to: "-->") || skip("<![CDATA[", to: "]]>") || skip("<?", to: "?>") {
        continue
      }
      if bytes[start...].starts(with: "<!".utf8) {
        return (start, "the document has a DOCTYPE, which is not read; expected one without")
      }
      let isEnd = bytes[start...].starts(with: "</".utf8)
      let isEmpty = skipTag()
      if let unnamed {
        return (unnamed, "a name begins with \":\"; expected a prefix before it, or none of both")
      }
      if isEnd {
        depth -= 1
      } else if !isEmpty {
        depth += 1
        if depth > Self.depthLimit {
          return (start, "elements nest deeper than \(Self.depthLimit)")
        }
      }
    }
    return nil
  }

  /// Skips what begins and ends so; an end that is not there is the parser's to say.
  private mutating func skip(_ start: String, to end: String) -> Bool {
    guard bytes[position...].starts(with: start.utf8) else { return false }
    position += start.utf8.count
    while position < bytes.count, !bytes[position...].starts(with: end.utf8) { position += 1 }
    return true
  }

  /// Skips a tag and says whether it is of an empty element.
  private mutating func skipTag() -> Bool {
    var quote: UInt8?
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ":"), unnamed == nil, Self.isBeforeName(bytes[position - 2]) {
        unnamed = position - 1
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return bytes[position - 2] == UInt8(ascii: "/")
      }
    }
    return true
  }

  private static func isBeforeName(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "/")
  }
}
