/// A second reading of N-Quads, written for being plain and not for speed.
///
/// It shares no code with the parser that it is held against: it goes by scalars and by whole
/// lines, as the grammar does, but for U+007F, which no IRI has. What makes an IRI absolute and a
/// tag well formed it leaves to the other.
struct NQuadsReference {
  struct Refusal: Error {}

  private let line: [Unicode.Scalar]
  private let takesGraphs: Bool
  private var position = 0

  /// The quads of a document as canonical N-Quads, or nil where it is not to be accepted.
  static func read(_ bytes: [UInt8], takesGraphs: Bool) -> [UInt8]? {
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    guard let text = String(validating: bytes.dropFirst(hasMark ? 3 : 0), as: UTF8.self)
    else { return nil }
    var lines = ""
    let isEnd = { (scalar: Unicode.Scalar) in scalar == "\n" || scalar == "\r" }
    for line in Array(text.unicodeScalars).split(whereSeparator: isEnd) {
      var reference = NQuadsReference(line: Array(line), takesGraphs: takesGraphs)
      guard let quad = try? reference.quad() else { return nil }
      lines += quad
    }
    return Array(lines.utf8)
  }

  private init(line: [Unicode.Scalar], takesGraphs: Bool) {
    self.line = line
    self.takesGraphs = takesGraphs
  }

  private var next: Unicode.Scalar? { position < line.count ? line[position] : nil }

  private mutating func take(_ text: String) -> Bool {
    guard line[position...].starts(with: text.unicodeScalars) else { return false }
    position += text.unicodeScalars.count
    return true
  }

  private mutating func space() {
    while next == " " || next == "\t" { position += 1 }
  }

  /// One line, or nothing of one without a quad.
  private mutating func quad() throws -> String {
    space()
    if next == nil || next == "#" { return "" }
    if take("VERSION") {
      space()
      guard let quote = next, quote == "\"" || quote == "'" else { throw Refusal() }
      _ = try string(quote)
      try end()
      return ""
    }
    var terms = [try node()]
    space()
    terms.append(try iri())
    space()
    terms.append(next == "\"" ? try literal() : try node())
    space()
    if takesGraphs, next != "." {
      terms.append(try node())
      space()
    }
    guard take(".") else { throw Refusal() }
    try end()
    return terms.joined(separator: " ") + " .\n"
  }

  private mutating func end() throws {
    space()
    guard next == nil || next == "#" else { throw Refusal() }
  }

  private mutating func node() throws -> String {
    next == "_" ? try blankNode() : try iri()
  }

  private mutating func iri() throws -> String {
    guard take("<") else { throw Refusal() }
    var text = "<"
    while let scalar = next, scalar != ">" {
      if scalar == "\\" {
        text.unicodeScalars.append(try numericEscape())
      } else {
        guard scalar.value > 0x20, scalar.value != 0x7F, !"<\"{}|^`".unicodeScalars.contains(scalar)
        else {
          throw Refusal()
        }
        text.unicodeScalars.append(scalar)
        position += 1
      }
    }
    guard take(">") else { throw Refusal() }
    return text + ">"
  }

  // MARK: Blank nodes

  private static let letters: [ClosedRange<UInt32>] = [
    0x41...0x5A, 0x5F...0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D,
    0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF,
    0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF,
  ]
  private static let others: [ClosedRange<UInt32>] = [
    0x2D...0x2D, 0xB7...0xB7, 0x300...0x36F, 0x203F...0x2040,
  ]

  private mutating func blankNode() throws -> String {
    guard take("_:") else { throw Refusal() }
    var label: [Unicode.Scalar] = []
    while let scalar = next {
      let isFirst =
        ("0"..."9").contains(scalar) || Self.letters.contains { $0.contains(scalar.value) }
      let isInner = scalar == "." || Self.others.contains { $0.contains(scalar.value) }
      guard isFirst || isInner && !label.isEmpty else { break }
      label.append(scalar)
      position += 1
    }
    // A full stop that ends the label ends the quad.
    while label.last == "." {
      label.removeLast()
      position -= 1
    }
    guard !label.isEmpty else { throw Refusal() }
    var text = "_:b"
    for (place, scalar) in label.enumerated() {
      let isPlain =
        scalar == "_" || scalar == "-" || scalar.isASCII && scalar.properties.isAlphabetic
        || ("0"..."9").contains(scalar) && place > 0
      if isPlain {
        text.unicodeScalars.append(scalar)
      } else {
        for byte in UTF8.encode(scalar).map(Array.init) ?? [] {
          text += "." + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
      }
    }
    return text
  }

  // MARK: Literals

  private mutating func literal() throws -> String {
    let text = try string("\"")
    let after = position
    space()
    if take("@") {
      let parts = try tag()
      return text + "@" + parts.lowercased()
    }
    if take("^^") {
      space()
      let datatype = try iri()
      let isString = datatype == "<http://www.w3.org/2001/XMLSchema#string>"
      return isString ? text : text + "^^" + datatype
    }
    position = after
    return text
  }

  private mutating func tag() throws -> String {
    var parts: [String] = []
    repeat {
      var part = ""
      while let scalar = next, scalar.isASCII,
        scalar.properties.isAlphabetic || !parts.isEmpty && ("0"..."9").contains(scalar)
      {
        part.unicodeScalars.append(scalar)
        position += 1
      }
      guard !part.isEmpty else { throw Refusal() }
      parts.append(part)
    } while take("-")
    return parts.joined(separator: "-")
  }

  /// A string as canonical N-Triples spell it, with its quotes.
  private mutating func string(_ quote: Unicode.Scalar) throws -> String {
    var text = "\""
    position += 1
    while let scalar = next, scalar != quote {
      let meant: Unicode.Scalar
      if scalar == "\\" {
        meant = try escape()
      } else {
        meant = scalar
        position += 1
      }
      text += Self.spelled(meant)
    }
    guard next == quote else { throw Refusal() }
    position += 1
    return text + "\""
  }

  private static func spelled(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\u{8}": "\\b"
    case "\t": "\\t"
    case "\n": "\\n"
    case "\u{C}": "\\f"
    case "\r": "\\r"
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\u{0}"..."\u{F}": "\\u000" + String(scalar.value, radix: 16, uppercase: true)
    case "\u{10}"..."\u{1F}": "\\u00" + String(scalar.value, radix: 16, uppercase: true)
    case "\u{7F}": "\\u007F"
    case "\u{FFFE}": "\\uFFFE"
    case "\u{FFFF}": "\\uFFFF"
    default: String(scalar)
    }
  }

  private mutating func escape() throws -> Unicode.Scalar {
    let short: [Unicode.Scalar: Unicode.Scalar] = [
      "t": "\t", "b": "\u{8}", "n": "\n", "r": "\r", "f": "\u{C}", "\"": "\"", "'": "'",
      "\\": "\\",
    ]
    guard position + 1 < line.count else { throw Refusal() }
    guard let meant = short[line[position + 1]] else { return try numericEscape() }
    position += 2
    return meant
  }

  private mutating func numericEscape() throws -> Unicode.Scalar {
    let count: Int
    if take("\\u") { count = 4 } else if take("\\U") { count = 8 } else { throw Refusal() }
    let digits = line[position...].prefix(count)
    guard digits.count == count, digits.allSatisfy({ $0.properties.isASCIIHexDigit }),
      let value = UInt32(String(String.UnicodeScalarView(digits)), radix: 16),
      let scalar = Unicode.Scalar(value)
    else { throw Refusal() }
    position += count
    return scalar
  }
}
