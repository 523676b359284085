/// A key with the type that all its values have, for formats that are strict about types.
///
/// A key whose values do not all fit its own type is text, so that no reader stumbles over one.
struct GraphColumn {
  /// The types.
  enum Kind {
    case long, double, boolean, text
    /// Several texts at least once.
    case list
  }

  let name: String
  let kind: Kind

  /// The columns of some keys over all values there are.
  ///
  /// - Parameters:
  ///   - keys: the keys in order.
  ///   - rows: the values of each node or edge.
  ///   - omitted: the names of keys that the format has a place of its own for.
  /// - Returns: the columns, in the order of the keys.
  static func columns(
    _ keys: [GraphKey], _ rows: some Sequence<[GraphValue]>, omitting omitted: Set<String>
  ) -> [GraphColumn] {
    var misfits = Set<String>()
    var lists = Set<String>()
    let kinds = [String: GraphKey.Kind](
      keys.map { ($0.name, $0.kind) }, uniquingKeysWith: { first, _ in first })
    for row in rows {
      for value in row {
        if value.texts.count > 1 {
          lists.insert(value.key)
        } else if let kind = kinds[value.key], !fits(value.text, kind) {
          misfits.insert(value.key)
        }
      }
    }
    return keys.filter { !omitted.contains($0.name) }.map { key in
      if lists.contains(key.name) { return GraphColumn(name: key.name, kind: .list) }
      if misfits.contains(key.name) { return GraphColumn(name: key.name, kind: .text) }
      switch key.kind {
      case .string: return GraphColumn(name: key.name, kind: .text)
      case .long: return GraphColumn(name: key.name, kind: .long)
      case .double: return GraphColumn(name: key.name, kind: .double)
      case .boolean: return GraphColumn(name: key.name, kind: .boolean)
      }
    }
  }

  private static let digits = Set("0123456789+-.eE".utf8)

  private static func fits(_ text: String, _ kind: GraphKey.Kind) -> Bool {
    switch kind {
    case .string: return true
    case .long: return Int64(text) != nil
    case .boolean: return text == "true" || text == "false"
    case .double:
      // Swift reads hexadecimal and words too, which others do not.
      return text.utf8.allSatisfy(digits.contains) && Double(text)?.isFinite == true
    }
  }
}

extension [GraphValue] {
  /// The value under a key.
  func value(_ key: String) -> GraphValue? { first { $0.key == key } }

  /// The text under a key.
  func text(_ key: String) -> String? { value(key)?.text }
}
