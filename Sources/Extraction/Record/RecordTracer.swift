internal import JSON
public import RDF

/// Finds where in a record things stand that are known by their offset or line alone.
///
/// It reads the record a second time: quads know but four bytes of where they came from, and few
/// of them are ever asked.
public struct RecordTracer {
  private let bytes: [UInt8]
  private let firstLine: Int
  private let firstColumn: Int
  private let document: JSONDocument?
  private let map: LineMap
  private let unit: OffsetUnit
  private let text: ArticleText?
  private let article: String?
  private let parts: [AdapterSettings.Part]

  /// Reads a record; of one that is not of its syntax only lines and columns are known.
  ///
  /// - Parameters:
  ///   - bytes: the record's text.
  ///   - firstLine: the line of the file that it begins in.
  ///   - firstColumn: the column of that line.
  ///   - syntax: what it is written in.
  ///   - texts: where the article's text may be.
  public init(
    _ bytes: [UInt8], firstLine: Int = 1, firstColumn: Int = 1, syntax: RecordSyntax = .json,
    texts: TextFolder? = nil
  ) {
    let hasMark = syntax == .yaml && bytes.starts(with: YAMLCharacters.byteOrderMark)
    let text = hasMark ? Array(bytes.dropFirst(YAMLCharacters.byteOrderMark.count)) : bytes
    self.bytes = text
    self.firstLine = firstLine
    self.firstColumn = firstColumn
    map = LineMap(text)
    if case .adapted(let settings) = syntax { parts = settings.parts } else { parts = [] }
    switch syntax {
    case .json: document = try? JSONDocument.parse(text, firstLine: firstLine)
    case .yaml: document = try? YAMLReader.read(text, firstLine: firstLine)
    // A path in the document itself, where it is JSON; its keys are not those of a record.
    case .adapted: document = try? JSONDocument.parse(text, firstLine: firstLine)
    }
    let source = document.flatMap { document in
      Self.member("source", of: document.root, document).map { (document, $0) }
    }
    func string(_ key: String) -> String? {
      source.flatMap { document, source in
        Self.member(key, of: source, document)
          .flatMap { document.kind(of: $0) == .string ? document.text(of: $0) : nil }
      }
    }
    let unit = string("offsetUnit").flatMap { OffsetUnit(rawValue: $0) } ?? .codepoint
    self.unit = unit
    article = string("id")
    if let inline = string("text") {
      self.text = ArticleText(Array(inline.utf8), unit: unit)
    } else if let name = string("textFile"), case .bytes(let found)? = texts?.read(name) {
      self.text = ArticleText(found, unit: unit)
    } else {
      self.text = nil
    }
  }

  /// The record's text, that offsets count the bytes of.
  public var record: [UInt8] { bytes }

  /// The file of a place, where the record is in several.
  public func file(of offset: SourceOffset) -> String? {
    offset == .unknown ? nil : part(of: offset)?.file
  }

  private func part(of offset: SourceOffset) -> AdapterSettings.Part? {
    parts.last { $0.start <= Int(offset.rawValue) }
  }

  /// The line and column of a place in the record's file.
  public func position(of offset: SourceOffset) -> SourcePosition? {
    guard offset != .unknown else { return nil }
    let place = map.position(of: Int(offset.rawValue))
    if let part = part(of: offset) {
      let start = map.position(of: part.start).line
      return SourcePosition(line: place.line - start + 1, column: place.column)
    }
    let column = place.line == 1 ? place.column + firstColumn - 1 : place.column
    return SourcePosition(line: place.line + firstLine - 1, column: column)
  }

  /// The place of a line and column of the record's file; nil where it has no such line.
  public func offset(of position: SourcePosition) -> SourceOffset? {
    var line = firstLine
    var place = 0
    while line < position.line, place < bytes.count {
      if bytes[place] == 0x0A || bytes[place] == 0x0D {
        if bytes[place] == 0x0D, place + 1 < bytes.count, bytes[place + 1] == 0x0A { place += 1 }
        line += 1
      }
      place += 1
    }
    guard line == position.line else { return nil }
    var column = line == firstLine ? firstColumn : 1
    while column < position.column ?? 1, place < bytes.count, bytes[place] != 0x0A {
      place += 1
      while place < bytes.count, bytes[place] & 0xC0 == 0x80 { place += 1 }
      column += 1
    }
    return UInt32(exactly: place).map { SourceOffset($0) }
  }

  /// Where in the record a place is, and the article's words for what stands there.
  public func trace(_ offset: SourceOffset) -> RecordTrace {
    guard let document, offset != .unknown else {
      return RecordTrace(article: article, path: "", pointer: "", words: [])
    }
    var path = ""
    var pointer = ""
    var node = document.root
    var words = [own(of: node, document)]
    while let (step, child) = step(to: offset.rawValue, in: node, document) {
      switch step {
      case .element(let index):
        path += "[\(index)]"
        pointer += "/\(index)"
      case .member(let key):
        path += Self.isPlain(key) ? (path.isEmpty ? key : ".\(key)") : "[\(Self.quoted(key))]"
        pointer +=
          "/" + key.replacing("~", with: "~0").replacing("/", with: "~1")
      }
      guard let child else { break }
      node = child
      if let span = span(node, kind: step.kind(in: path), document) {
        words = [[span]]
        break
      }
      words.append(own(of: node, document))
    }
    return RecordTrace(
      article: article, path: path, pointer: pointer,
      words: words.last { $0.contains { $0.kind == .evidence } }
        ?? words.last { !$0.isEmpty }.map { Array($0.prefix(1)) } ?? [])
  }

  // MARK: Paths

  private enum Step {
    case element(Int)
    case member(String)

    /// What an element of a list of spans is, by the path that leads to it.
    func kind(in path: String) -> ArticleWords.Kind? {
      guard case .element = self, let bracket = path.lastIndex(of: "[") else { return nil }
      if path[..<bracket].hasSuffix("evidence") { return .evidence }
      return path[..<bracket].hasSuffix("mentions") ? .mention : nil
    }
  }

  /// The child that holds a place: a key alone has no value to go on in.
  private func step(
    to offset: UInt32, in node: JSONValue, _ document: JSONDocument
  ) -> (Step, JSONValue?)? {
    guard document.offset(of: node) != offset else { return nil }
    switch document.kind(of: node) {
    case .array:
      var found: (Step, JSONValue?)?
      for (index, element) in document.elements(of: node).enumerated() {
        guard document.offset(of: element) <= offset else { break }
        found = (.element(index), element)
      }
      return found
    case .object:
      var found: (Step, JSONValue?)?
      for (key, value) in document.members(of: node) {
        guard document.offset(of: key) <= offset else { break }
        let name = Step.member(document.text(of: key))
        found = (name, document.offset(of: value) <= offset ? value : nil)
      }
      return found
    case .null, .boolean, .number, .string: return nil
    }
  }

  private static func isPlain(_ key: String) -> Bool {
    !key.isEmpty
      && key.utf8.allSatisfy { byte in
        byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte >= 0x80
          || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
      }
  }

  private static func quoted(_ key: String) -> String {
    var writer = JSONWriter()
    writer.value(key)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  // MARK: Words

  /// The spans of an item, an event's evidence and an entity's mentions.
  private func own(of node: JSONValue, _ document: JSONDocument) -> [ArticleWords] {
    guard document.kind(of: node) == .object else { return [] }
    var found: [ArticleWords] = []
    for kind in [ArticleWords.Kind.evidence, .mention] {
      let key = kind == .evidence ? "evidence" : "mentions"
      guard let list = Self.member(key, of: node, document) else { continue }
      for element in document.elements(of: list) {
        if let span = span(element, kind: kind, document) { found.append(span) }
      }
    }
    return found
  }

  private func span(
    _ node: JSONValue, kind: ArticleWords.Kind?, _ document: JSONDocument
  ) -> ArticleWords? {
    guard let kind, let first = Self.member("start", of: node, document),
      let last = Self.member("end", of: node, document),
      let start = Int(document.text(of: first)), let end = Int(document.text(of: last))
    else { return nil }
    let given = Self.member("text", of: node, document).map { document.text(of: $0) }
    return ArticleWords(
      kind: kind, start: start, end: end, unit: unit, text: given ?? standing(start, end))
  }

  /// The words that stand in the text.
  private func standing(_ start: Int, _ end: Int) -> String? {
    guard let text, start < end, let first = text.codePoint(at: start),
      let last = text.codePoint(at: end)
    else { return nil }
    return String(decoding: text.text(first..<last), as: UTF8.self)
  }

  private static func member(
    _ key: String, of node: JSONValue, _ document: JSONDocument
  ) -> JSONValue? {
    guard document.kind(of: node) == .object else { return nil }
    for (name, value) in document.members(of: node) where document.text(of: name) == key {
      return value
    }
    return nil
  }
}
