internal import RDF

/// The prefixes that a document has declared so far, found by their bytes.
struct PrefixTable {
  /// One prefix and what it stands for.
  struct Prefix {
    let name: [UInt8]
    var namespace: [UInt8]
    /// Whether any name of ASCII letters, digits, `.`, `_`, `-` and `:` makes a valid IRI of it.
    var takesNames: Bool
  }

  private(set) var prefixes: [Prefix] = []
  /// Positions among the prefixes by hash; -1 is free.
  private var slots = [Int](repeating: -1, count: 16)

  mutating func declare(_ name: [UInt8], _ namespace: [UInt8]) {
    let text = namespace.span
    var takesNames = false
    if IRISyntax.fault(in: text) == nil {
      // What follows is then in a path, a query or a fragment, not in an authority.
      let slashes = namespace.lazy.filter { $0 == UInt8(ascii: "/") }.count
      takesNames = slashes >= 3 || namespace.contains(UInt8(ascii: "#"))
    }
    let prefix = Prefix(name: name, namespace: namespace, takesNames: takesNames)
    if let known = find(name.span) {
      prefixes[known] = prefix
      return
    }
    prefixes.append(prefix)
    if prefixes.count * 2 > slots.count {
      slots = Array(repeating: -1, count: slots.count * 2)
      for index in prefixes.indices { place(index) }
    } else {
      place(prefixes.count - 1)
    }
  }

  private mutating func place(_ index: Int) {
    let name = prefixes[index].name
    var slot = Self.hash(name.span) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = index
  }

  /// The position of a prefix by its name, or nil.
  func find(_ name: Span<UInt8>) -> Int? {
    var slot = Self.hash(name) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = slots[slot]
      if isEqual(prefixes[index].name, name) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func isEqual(_ left: [UInt8], _ right: Span<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    for position in left.indices where left[position] != right[position] { return false }
    return true
  }

  private static func hash(_ name: Span<UInt8>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for position in name.indices { hash = (hash ^ UInt32(name[position])) &* 16_777_619 }
    return Int(hash)
  }
}
