/// A node that comes again gets the values of all articles; an edge that several articles have gets
/// their evidence and sources, and the number of graphs it stands in for its weight.
extension GraphBuilder {
  /// Ends the adding: afterwards all keys are known, and elements can be handed out.
  mutating func prepare() throws(Spool.Failure) {
    try nodes.rewind()
    try edges.rewind()
    guard !recurrences.isEmpty else { return }
    try findFollowers()
    var element = GraphElement()
    // Numbers that differ between articles become text, under keys that have to be known before.
    let known = losses
    while try nextNode(&element) {
      if recurrences[element.first] != nil { words.keys.countNode(element.values.map(\.key)) }
    }
    losses = known
    handedNodes = 0
    try nodes.rewind()
  }

  /// Finds the edges that several articles have: of those alike the first of each article, the second
  /// of each, and so on.
  private mutating func findFollowers() throws(Spool.Failure) {
    var counts: [UInt64: Int] = [:]
    var element = GraphElement()
    while try edges.next(&element) {
      if isBetweenRecurring(element) { counts[element.identityHash, default: 0] += 1 }
    }
    counts = counts.filter { $0.value > 1 }
    try edges.rewind()
    guard !counts.isEmpty else { return }
    var ordinals: [UInt64: UInt64] = [:]
    var firsts: [UInt64: Int] = [:]
    while try edges.next(&element) {
      guard isBetweenRecurring(element), counts[element.identityHash] != nil,
        let source = element.sourceHash
      else { continue }
      let hash = element.identityHash
      let ordinal = ordinals[hash ^ source, default: 0]
      ordinals[hash ^ source] = ordinal + 1
      let place = edges.position - element.size
      guard let first = firsts[NodeTable.mixed(hash &+ ordinal)] else {
        firsts[NodeTable.mixed(hash &+ ordinal)] = place
        continue
      }
      followers[first, default: []].append(place)
      taken.insert(place)
    }
    try edges.rewind()
  }

  private func isBetweenRecurring(_ element: GraphElement) -> Bool {
    recurrences[element.first] != nil && recurrences[element.second] != nil
  }

  /// Hands out the next node; false after the last.
  mutating func nextNode(_ element: inout GraphElement) throws(Spool.Failure) -> Bool {
    while try nodes.next(&element) {
      // One that came before has taken its values.
      guard element.first == handedNodes else { continue }
      handedNodes += 1
      element.weight = 0
      if let offsets = recurrences[element.first] {
        for offset in offsets {
          let other = try nodes.read(at: offset)
          if element.second == ViewKind.thing.number { element.second = other.second }
          element.add(other)
        }
        note(.merged, element, "source")
        settle(&element)
      } else if element.hasSeveral {
        settle(&element)
      }
      return true
    }
    return false
  }

  /// Hands out the next edge; false after the last.
  mutating func nextEdge(_ element: inout GraphElement) throws(Spool.Failure) -> Bool {
    while try edges.next(&element) {
      let place = edges.position - element.size
      guard taken.isEmpty || taken.remove(place) == nil else { continue }
      var isMerged = false
      if let offsets = followers[place] {
        let alone = element
        var graphs = Set(element.texts(.sourceGraph))
        for offset in offsets {
          let other = try edges.read(at: offset)
          let others = other.texts(.sourceGraph)
          if alone.isSame(as: other), graphs.isDisjoint(with: others) {
            element.addSources(of: other)
            graphs.formUnion(others)
            isMerged = true
          } else {
            // Only their hashes are the same.
            taken.remove(offset)
          }
        }
      }
      element.weight = 1
      if isMerged || element.hasSeveral {
        element.weight = max(1, Set(element.texts(.sourceGraph)).count)
        if isMerged { note(.merged, element, "source") }
        settle(&element)
      }
      return true
    }
    return false
  }

  /// Leaves each key one text.
  private mutating func settle(_ element: inout GraphElement) {
    var groups = element.grouped()
    for index in groups.indices.reversed() where groups[index].texts.count > 1 {
      let key = GraphKeyNumber(rawValue: groups[index].key)
      let text = words.keys.text(beside: key).rawValue
      guard text != key.rawValue else { continue }
      let texts = groups[index].texts
      if let place = groups.firstIndex(where: { $0.key == text }) {
        groups[place].texts += texts.filter { !groups[place].texts.contains($0) }
        groups.remove(at: index)
      } else {
        groups[index].key = text
      }
    }
    // The key names are compared, for a label's language is in one.
    let label = chosenLabel(groups)
    var texts: [(key: Int, text: [UInt8])] = []
    var parts: [Int: [ArraySlice<UInt8>]] = [:]
    for group in groups {
      switch GraphKeyNumber.Fixed(rawValue: group.key) {
      case .label where element.weight == 0, .name where element.weight == 0:
        texts.append((group.key, Array(label ?? group.texts[0])))
      case .labelV: texts.append((group.key, Array(mostSpecific(group.texts))))
      default:
        if group.texts.count > 1 {
          parts[group.key] = group.texts
          note(.joined, element, words.keys.names[group.key], group.texts)
        }
        texts.append((group.key, Self.joined(group.texts)))
      }
    }
    element.replace(by: texts, parts: parts)
  }

  private func chosenLabel(
    _ groups: [(key: Int, texts: [ArraySlice<UInt8>])]
  ) -> ArraySlice<UInt8>? {
    let label = groups.first { $0.key == GraphKeyNumber.Fixed.label.rawValue }
    guard let label, label.texts.count > 1 else { return nil }
    for language in options.languages {
      let found = groups.first { words.keys.names[$0.key] == "label.\(language)" }
      if let found { return found.texts.first }
    }
    return label.texts.first
  }

  private func mostSpecific(_ types: [ArraySlice<UInt8>]) -> ArraySlice<UInt8> {
    var best = (types[0], -1)
    for type in types {
      let depth = words.names.depths[String(decoding: type, as: UTF8.self)] ?? 0
      if depth > best.1 { best = (type, depth) }
    }
    return best.0
  }

  /// Several values in one text: joined by `;`, those inside escaped.
  private static func joined(_ texts: [ArraySlice<UInt8>]) -> [UInt8] {
    guard texts.count > 1 else { return texts.first.map(Array.init) ?? [] }
    var text: [UInt8] = []
    for (index, one) in texts.enumerated() {
      if index > 0 { text.append(UInt8(ascii: ";")) }
      for byte in one {
        if byte == UInt8(ascii: ";") || byte == UInt8(ascii: "\\") {
          text.append(UInt8(ascii: "\\"))
        }
        text.append(byte)
      }
    }
    return text
  }

  private mutating func note(
    _ loss: GraphLoss, _ element: GraphElement, _ key: String, _ texts: [ArraySlice<UInt8>]? = nil
  ) {
    let texts = texts ?? element.texts(.source)
    losses[loss, default: LossTally()].add(
      LossTally.example(
        element.text(.iri), key, String(decoding: Self.joined(texts), as: UTF8.self)))
  }
}
