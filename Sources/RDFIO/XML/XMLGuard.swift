internal import RDF

/// Looks at an XML document before libxml2 sees it.
///
/// A DOCTYPE can name files and servers and grow without end; deep nesting costs time without end;
/// what is new in RDF 1.2 raptor would read as something else.
///
/// - SeeAlso: XML 1.0, sections 2.8 (prolog) and 3 (elements).
struct XMLGuard {
  private let bytes: [UInt8]
  private var position = 0
  /// The prefixes that were declared for a namespace, wherever that was.
  private var prefixes: [Namespaced: Set<[UInt8]>] = [:]
  /// The attributes of the tag at hand: where each begins, its name and its value.
  private var attributes: [(offset: Int, name: ArraySlice<UInt8>, value: ArraySlice<UInt8>)] = []

  /// The namespaces of the attributes that are looked at.
  private enum Namespaced: String, CaseIterable {
    case rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    case its = "http://www.w3.org/2005/11/its"
  }
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
      if let fault = newerAttribute() { return fault }
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

  /// Skips a tag, gathers its attributes and says whether it is of an empty element.
  private mutating func skipTag() -> Bool {
    var quote: UInt8?
    var value = 0
    attributes.removeAll(keepingCapacity: true)
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if let open = quote {
        guard byte == open else { continue }
        quote = nil
        addAttribute(value: value..<position - 1)
      } else if byte == UInt8(ascii: ":"), unnamed == nil, Self.isBeforeName(bytes[position - 2]) {
        unnamed = position - 1
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
        value = position
      } else if byte == UInt8(ascii: ">") {
        return bytes[position - 2] == UInt8(ascii: "/")
      }
    }
    return true
  }

  /// Notes the attribute whose value stands in a range, after a name, `=` and a quote.
  private mutating func addAttribute(value: Range<Int>) {
    var end = value.lowerBound - 1
    while end > 0, bytes[end - 1] <= 0x20 || bytes[end - 1] == UInt8(ascii: "=") { end -= 1 }
    var start = end
    while start > 0, bytes[start - 1] > 0x20, bytes[start - 1] != UInt8(ascii: "<") { start -= 1 }
    attributes.append((start, bytes[start..<end], bytes[value]))
  }

  // MARK: RDF 1.2

  /// The first attribute of the tag that RDF/XML has only since RDF 1.2.
  private mutating func newerAttribute() -> (offset: Int, message: String)? {
    for attribute in attributes where attribute.name.starts(with: "xmlns:".utf8) {
      for namespace in Namespaced.allCases
      where attribute.value.elementsEqual(namespace.rawValue.utf8) {
        prefixes[namespace, default: []].insert(Array(attribute.name.dropFirst(6)))
      }
    }
    for (offset, name, value) in attributes {
      guard let colon = name.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let prefix = Array(name[..<colon])
      let local = String(decoding: name[(colon + 1)...], as: UTF8.self)
      let isNewer =
        switch local {
        case "annotation", "annotationNodeID": prefixes[.rdf]?.contains(prefix) == true
        case "parseType":
          prefixes[.rdf]?.contains(prefix) == true && value.elementsEqual("Triple".utf8)
        case "dir": prefixes[.its]?.contains(prefix) == true
        default: false
        }
      if isNewer {
        let shown = local == "parseType" ? "parseType=\"Triple\"" : local
        let owner = local == "dir" ? "its" : "rdf"
        return (offset, "\(owner):\(shown) is RDF 1.2; only RDF 1.1 is read")
      }
    }
    return nil
  }

  private static func isBeforeName(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "/")
  }
}
