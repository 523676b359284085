internal import JSON
internal import Yams

/// Reads one YAML document to the tape that JSON gives, so that all else reads either.
///
/// Offsets in the tape point into the YAML text.
///
/// - SeeAlso: YAML 1.2.2, chapter 10.
struct YAMLReader {
  private let text: YAMLText
  private var cursor = YAMLText.Cursor()
  private var builder = JSONBuilder()

  /// As deep as JSON may nest.
  private static let depth = 512

  static let nestingMessage = "lists and mappings nest deeper than \(depth)"
  static let emptyMessage = "the document is empty: there is no record in it"
  static let tagHint =
    "expected no tag, or one of !!str, !!int, !!float, !!bool, !!null, !!seq and !!map"
  static let versionHint = "expected %YAML 1.2, or no such line"

  private init(_ text: YAMLText) {
    self.text = text
  }

  /// Reads a document without its byte order mark.
  static func read(_ bytes: [UInt8], firstLine: Int) throws(SyntaxFault) -> JSONDocument {
    guard bytes.count < Int(UInt32.max) else {
      throw SyntaxFault(offset: 0, message: "one document is larger than 4 GB; split it")
    }
    let text = YAMLText(bytes: bytes, firstLine: firstLine)
    let tree = try YAMLTree.read(text)
    try refuseVersion1(of: bytes)
    guard let tree, !isEmpty(tree.root) else {
      throw SyntaxFault(offset: 0, message: Self.emptyMessage)
    }
    defer { withExtendedLifetime(tree.parser) {} }
    var reader = YAMLReader(text)
    try reader.append(tree.root, nesting: 0)
    return reader.builder.document
  }

  /// YAML 1.1 reads `no`, `012`, `1_000` and `12:30` otherwise than 1.2.
  private static func refuseVersion1(of bytes: [UInt8]) throws(SyntaxFault) {
    var position = 0
    while position < bytes.count {
      let line = bytes[position...].prefix { $0 != 0x0A && $0 != 0x0D }
      let words = line.split { $0 == 0x20 || $0 == 0x09 }
      let isDirective = line.first == UInt8(ascii: "%")
      guard isDirective || words.first?.first ?? 0x23 == 0x23 else { return }  // "#"
      if isDirective, words.count >= 2, words[0].elementsEqual("%YAML".utf8),
        words[1].elementsEqual("1.1".utf8)
      {
        throw SyntaxFault(
          offset: position,
          message: "the text says that it is YAML 1.1, where no, 012 and 12:30 are not what they "
            + "are in 1.2; \(versionHint)")
      }
      position = line.endIndex + 1
    }
  }

  private static func isEmpty(_ root: Node) -> Bool {
    guard case .scalar(let scalar) = root, scalar.string.isEmpty, scalar.style == .plain else {
      return false
    }
    return scalar.tag.rawValue.isEmpty
  }

  private mutating func append(_ node: Node, nesting: Int) throws(SyntaxFault) {
    let offset = node.mark.map { cursor.move(to: $0, in: text) } ?? 0
    guard node.anchor == nil else {
      throw SyntaxFault(offset: offset, message: YAMLTree.aliasMessage)
    }
    switch node {
    case .alias: throw SyntaxFault(offset: offset, message: YAMLTree.aliasMessage)
    case .scalar(let scalar): try append(scalar, at: offset)
    case .sequence(let sequence):
      try checkTag(sequence.tag, of: "seq", at: offset)
      try checkNesting(nesting, at: offset)
      let value = builder.open(.array, at: offset)
      for element in sequence { try append(element, nesting: nesting + 1) }
      builder.close(value, count: sequence.count)
    case .mapping(let mapping):
      try checkTag(mapping.tag, of: "map", at: offset)
      try checkNesting(nesting, at: offset)
      let value = builder.open(.object, at: offset)
      for (key, member) in mapping {
        try append(key: key)
        try append(member, nesting: nesting + 1)
      }
      builder.close(value, count: mapping.count)
    }
  }

  private func checkNesting(_ nesting: Int, at offset: Int) throws(SyntaxFault) {
    guard nesting < Self.depth else {
      throw SyntaxFault(offset: offset, message: Self.nestingMessage)
    }
  }

  private mutating func append(key: Node) throws(SyntaxFault) {
    let offset = key.mark.map { cursor.move(to: $0, in: text) } ?? 0
    guard case .scalar(let scalar) = key, scalar.anchor == nil else {
      let message =
        key.anchor == nil
        ? "a key is a list or a mapping; expected a text" : YAMLTree.aliasMessage
      throw SyntaxFault(offset: offset, message: message)
    }
    let kind: String
    switch try content(of: scalar, at: offset) {
    case .string:
      guard scalar.string != "<<" || scalar.style != .plain || isTagged(at: offset) else {
        throw SyntaxFault(
          offset: offset,
          message: "a record has no merge key \"<<\"; expected the members themselves")
      }
      append(text: scalar, at: offset)
      return
    case .null: kind = "null"
    case .boolean: kind = "a boolean"
    case .integer, .float, .unspeakable: kind = "a number"
    }
    throw SyntaxFault(
      offset: offset,
      message: scalar.string.isEmpty
        ? "a member has no key; expected a text before \":\""
        : "the key \(scalar.string) is \(kind); expected a text, which needs quotes here")
  }

  private mutating func append(_ scalar: Node.Scalar, at offset: Int) throws(SyntaxFault) {
    switch try content(of: scalar, at: offset) {
    case .null: builder.append(.null, [], at: offset)
    case .boolean(let value): builder.append(value, at: offset)
    case .integer, .float: builder.append(.number, scalar.string.utf8, at: offset)
    case .string, .unspeakable: append(text: scalar, at: offset)
    }
  }

  /// Adds a text as it was written: Yams drops a byte order mark that a text begins with.
  private mutating func append(text scalar: Node.Scalar, at offset: Int) {
    let isCut = scalar.style == .doubleQuoted && text.beginsWithEscapedMark(at: offset)
    let lost = isCut ? YAMLCharacters.byteOrderMark : []
    builder.append(.string, lost + Array(scalar.string.utf8), at: offset)
  }

  /// Whether a tag stands there; Yams gives a key the tag that it found for it itself.
  private func isTagged(at offset: Int) -> Bool {
    offset < text.bytes.count && text.bytes[offset] == UInt8(ascii: "!")
  }

  private func content(
    of scalar: Node.Scalar, at offset: Int
  ) throws(SyntaxFault) -> YAMLScalar {
    let tag = isTagged(at: offset) ? scalar.tag.rawValue : ""
    guard !tag.isEmpty || scalar.style == .plain, tag != "!", tag != Self.core + "str" else {
      return .string
    }
    let content = YAMLScalar(scalar.string)
    if case .unspeakable(let kind) = content {
      throw SyntaxFault(
        offset: offset,
        message: "\(scalar.string) is \(kind), which JSON has no spelling for; "
          + "expected plain decimal digits, or quotes if it is text")
    }
    guard !tag.isEmpty else { return content }
    let name =
      switch content {
      case .null: "null"
      case .boolean: "bool"
      case .integer: "int"
      case .float: "float"
      case .string, .unspeakable: "str"
      }
    try check(tag, of: name, "\"\(scalar.string)\"", at: offset)
    return content
  }

  private static let core = "tag:yaml.org,2002:"
  private static let coreNames = ["str", "int", "float", "bool", "null", "seq", "map"]

  private func checkTag(_ tag: Tag, of name: String, at offset: Int) throws(SyntaxFault) {
    guard !tag.rawValue.isEmpty, tag.rawValue != "!" else { return }
    try check(tag.rawValue, of: name, name == "seq" ? "a list" : "a mapping", at: offset)
  }

  private func check(
    _ tag: String, of name: String, _ content: String, at offset: Int
  ) throws(SyntaxFault) {
    guard tag != Self.core + name else { return }
    let suffix = tag.hasPrefix(Self.core) ? String(tag.dropFirst(Self.core.count)) : nil
    let shown = suffix.map { "!!\($0)" } ?? tag
    guard let suffix, Self.coreNames.contains(suffix) else {
      throw SyntaxFault(offset: offset, message: "the tag \(shown) is unknown; \(Self.tagHint)")
    }
    throw SyntaxFault(offset: offset, message: "the tag \(shown) does not fit \(content)")
  }
}
