internal import XML

/// Writes elements in one dialect, each in one go as literal markup.
struct GraphMLWriting: ~Copyable {
  private let dialect: any GraphMLDialectMarkup
  private let text: GraphMLText
  private let isMore: Bool
  private let keys: [GraphKey]
  private let nodeCount: Int
  /// What stands before the values of nodes and of edges.
  private let nodeMarkup: KeyMarkup
  private let edgeMarkup: KeyMarkup
  private var markup = XMLMarkup()
  /// How many bytes of the document stand before the markup.
  private var position = 0
  private var edgeCount = 0
  /// What this dialect does not hold as it was, by kind.
  private var losses: [GraphLoss: LossTally] = [:]
  /// The losses of readers, by kind.
  private(set) var readers: [ReaderLoss: LossTally] = [:]
  private var nodeUses: [Int]
  private var edgeUses: [Int]

  private static let markupSize = 1 << 16
  /// What Tulip's parser reads in one go: of a text in which one of these ends, it keeps what comes
  /// after.
  private static let blockSize = 65_516

  init(_ dialect: GraphMLDialect, _ keys: [GraphKey], nodeCount: Int) {
    self.dialect = dialect.markup
    text = self.dialect.text
    isMore = self.dialect.isMore
    self.keys = keys
    self.nodeCount = nodeCount
    nodeMarkup = KeyMarkup(keys, "node")
    edgeMarkup = KeyMarkup(keys, "edge")
    nodeUses = keys.map { _ in 0 }
    edgeUses = nodeUses
  }

  /// What stands before a value, the markup of all keys one after the other.
  private struct KeyMarkup {
    let bytes: [UInt8]
    private var ends = [0]

    init(_ keys: [GraphKey], _ scope: String) {
      var markup = XMLMarkup()
      for key in keys {
        markup.newLine()
        // A key's name was checked when it was declared.
        try? markup.open("data", [("key", GraphMLWriting.id(key.name, scope))])
        ends.append(markup.count)
      }
      bytes = markup.written
    }

    subscript(key: Int) -> Range<Int> { ends[key]..<ends[key + 1] }
  }

  /// A key's id: `labelV` and `labelE` as they are, for TinkerPop knows them by it.
  private static func id(_ name: String, _ scope: String) -> String {
    name == "labelV" || name == "labelE" ? name : "\(scope)-\(token(name))"
  }

  /// A key's id and name are NMTOKENs, which an IRI or a name with a space is not.
  private static func token(_ name: String) -> String {
    name.unicodeScalars.map { scalar in
      scalar.isNameCharacter ? String(scalar) : "_\(String(scalar.value, radix: 16))_"
    }.joined()
  }

  // MARK: The head and the end

  mutating func begin(
    _ nodeKeys: [Int], _ edgeKeys: [Int], in output: inout XMLOutput
  ) throws(XMLError) {
    try output.start(
      "graphml",
      [("xmlns", "http://graphml.graphdrawing.org/xmlns")]
        + dialect.namespaces.map { ("xmlns:\($0.prefix)", $0.namespace) })
    var declarations: [GraphMLDeclaration] = []
    for (scope, numbers) in [("node", nodeKeys), ("edge", edgeKeys)] {
      for number in numbers {
        declarations.append(
          GraphMLDeclaration(
            id: Self.id(keys[number].name, scope), scope: scope,
            name: Self.token(dialect.name(keys[number].name)), type: keys[number].kind.rawValue))
      }
      declarations += dialect.declarations.filter { $0.scope == scope }
    }
    for key in declarations {
      var attributes: [(StaticString, String)] = [
        ("id", key.id), ("for", key.scope), ("attr.name", key.name), ("attr.type", key.type),
      ]
      if let graphics = key.graphics { attributes.append(("yfiles.type", graphics)) }
      try markup.open("key", attributes)
      markup.close("key")
      markup.newLine()
    }
    try write(to: &output)
    try output.start("graph", [("id", "G"), ("edgedefault", "directed")])
    position = try output.flush()
  }

  mutating func end(in output: inout XMLOutput) throws(XMLError) {
    try write(to: &output)
    try output.end()
  }

  private mutating func write(to output: inout XMLOutput) throws(XMLError) {
    try output.write(markup)
    position += markup.count
    markup.removeAll()
  }

  // MARK: Elements

  mutating func write(
    node element: GraphElement, degree: Int, to output: inout XMLOutput
  ) throws(XMLError) {
    markup.append("<node id=\"n")
    markup.number(element.first)
    markup.append("\"")
    try finish(element, nodeMarkup, degree, "node", to: &output)
  }

  mutating func write(edge element: GraphElement, to output: inout XMLOutput) throws(XMLError) {
    markup.append("<edge id=\"e")
    markup.number(edgeCount)
    markup.append("\" source=\"n")
    markup.number(element.first)
    markup.append("\" target=\"n")
    markup.number(element.second)
    markup.append("\"")
    edgeCount += 1
    try finish(element, edgeMarkup, 0, "edge", to: &output)
  }

  private mutating func finish(
    _ element: GraphElement, _ starts: KeyMarkup, _ degree: Int, _ name: StaticString,
    to output: inout XMLOutput
  ) throws(XMLError) {
    let isEdge = element.weight != 0
    if isMore {
      let context = GraphMLContext(element: element, nodeCount: nodeCount, degree: degree)
      try dialect.appendAttributes(context, to: &markup)
    }
    markup.append(">")
    for value in element.values {
      let begun = markup.count
      markup.markup(starts.bytes, starts[value.key])
      let text = markup.count
      let isWhole = try append(element, value)
      if !keepInBlock(from: begun, text) { note(.tulipBlock, element, value) }
      if isEdge { edgeUses[value.key] += 1 } else { nodeUses[value.key] += 1 }
      switch keys[value.key].kind {
      case .string:
        if !isWhole { note(.tulipPiece, element, value) }
        if value.range.isEmpty { note(.rustworkxEmpty, element, value) }
      case .long:
        if value.range.count > 9 { noteInteger(element, value) }
      case .double, .boolean: break
      }
      markup.append("</data>")
    }
    if element.weight > 0 {
      let begun = markup.count
      markup.markup(starts.bytes, starts[GraphKeyNumber.Fixed.weight.rawValue])
      let text = markup.count
      markup.number(element.weight)
      markup.append(".0")
      _ = keepInBlock(from: begun, text)
      markup.append("</data>")
    }
    if isMore {
      let context = GraphMLContext(element: element, nodeCount: nodeCount, degree: degree)
      let begun = markup.count
      try dialect.appendData(context, to: &markup)
      _ = keepInBlock(from: begun, begun)
    }
    markup.newLine()
    markup.close(name)
    markup.newLine()
    if markup.count > Self.markupSize { try write(to: &output) }
  }

  /// Moves what was appended last to the begin of the next block, by line feeds before it, where a
  /// block ends in its text.
  ///
  /// - Parameters:
  ///   - begun: where it begins in the markup.
  ///   - text: where its text begins; it ends where the markup does.
  /// - Returns: false where that does not help, for the text is longer than a block.
  private mutating func keepInBlock(from begun: Int, _ text: Int) -> Bool {
    let end = (position + text) / Self.blockSize * Self.blockSize + Self.blockSize
    guard end < position + markup.count else { return true }
    guard markup.count - begun <= Self.blockSize else { return false }
    markup.insertNewLines(end - position - begun, at: begun)
    return true
  }

  private mutating func append(
    _ element: GraphElement, _ value: GraphElement.Value
  ) throws(XMLError) -> Bool {
    guard text == .cdata, XMLMarkup.needsEscape(element.bytes, value.range) else {
      return try markup.text(element.bytes, value.range)
    }
    note(.rustworkxSection, element, value)
    if element.bytes[value.range].contains(0x0D) {
      losses[.lineEnd, default: LossTally()].add(
        Self.example(element, value, keys[value.key].name))
    }
    return try markup.cdata(element.bytes, value.range)
  }

  // MARK: What readers lose

  private mutating func noteInteger(_ element: GraphElement, _ value: GraphElement.Value) {
    guard let number = Int64(String(decoding: element.bytes[value.range], as: UTF8.self)) else {
      return
    }
    if Int64(exactly: Double(number)) != number { note(.igraphLargeInteger, element, value) }
    if Int32(exactly: number) == nil { note(.tulipLargeInteger, element, value) }
  }

  private mutating func note(
    _ loss: ReaderLoss, _ element: GraphElement, _ value: GraphElement.Value
  ) {
    readers[loss, default: LossTally()].add(Self.example(element, value, keys[value.key].name))
  }

  private static func example(
    _ element: GraphElement, _ value: GraphElement.Value, _ key: String
  ) -> LossTally.Example {
    LossTally.example(
      element.text(.iri), key, String(decoding: element.bytes[value.range], as: UTF8.self))
  }

  /// What is not held as it was, names among it that are no NMTOKEN.
  func changes() -> [GraphLoss: LossTally] {
    var found = losses
    for (number, key) in keys.enumerated() {
      let name = Self.token(key.name)
      let uses = nodeUses[number] + edgeUses[number]
      if uses > 0, name != key.name {
        found[.renamed, default: LossTally()].add(
          uses, LossTally.example("the file", key.name, name))
      }
    }
    return found
  }

  /// What readers make of numbers and truth values that elements have not.
  func absences() -> [ReaderLoss: LossTally] {
    var found = readers
    for (uses, count, scope) in [(nodeUses, nodeCount, "node"), (edgeUses, edgeCount, "edge")] {
      for (number, key) in keys.enumerated()
      where key.kind != .string && uses[number] > 0 && uses[number] < count {
        for loss in [ReaderLoss.igraphAbsent, .graphToolAbsent, .tulipAbsent] {
          found[loss, default: LossTally()].add(
            count - uses[number], LossTally.example("every other \(scope)", key.name, ""))
        }
      }
    }
    return found
  }
}
