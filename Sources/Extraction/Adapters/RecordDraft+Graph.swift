internal import JSON

/// What graphs in JSON have in common.
extension RecordDraft {
  /// The elements of an array; none, after it is said, of another value.
  mutating func array(_ value: JSONNode, _ what: String) -> [JSONNode] {
    guard value.kind == .array else {
      fault(value.offset, "\(what) is \(value.kind.name); expected an array")
      return []
    }
    return value.elements
  }

  /// The values of an object of properties.
  mutating func properties(of value: JSONNode) -> [GraphAssembly.Property] {
    guard value.kind != .null else { return [] }
    guard value.kind == .object else {
      fault(value.offset, "properties is \(value.kind.name); expected an object")
      return []
    }
    var found: [GraphAssembly.Property] = []
    for (key, member) in value.members {
      for one in scalars(of: member, under: key.text) {
        found.append(GraphAssembly.Property(name: key.placed, value: one))
      }
    }
    return found
  }

  /// A value, or those of an array; objects and what is deeper are left out.
  mutating func scalars(of value: JSONNode, under name: String) -> [Value] {
    var found: [Value] = []
    for one in value.kind == .array ? value.elements : [value] {
      switch one.kind {
      case .string:
        if !one.text.isEmpty { found.append(Value(placed: one.placed)) }
      case .number, .boolean: found.append(Value(placed: one.placed, kind: one.kind))
      case .null: break
      case .object, .array: leaveOut("properties \"\(name)\" that are no plain values")
      }
    }
    return found
  }
}
