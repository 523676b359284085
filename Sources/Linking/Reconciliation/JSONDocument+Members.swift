internal import JSON

extension JSONDocument {
  /// The value of a member of an object by its key; nil where there is none.
  func member(_ key: String, of value: JSONValue) -> JSONValue? {
    var all = members(of: value)
    while let (name, found) = all.next() {
      if text(of: name) == key { return found }
    }
    return nil
  }

  /// The text of a member that is a string or a number; nil of another, and where there is none.
  func textMember(_ key: String, of value: JSONValue) -> String? {
    guard let found = member(key, of: value),
      kind(of: found) == .string || kind(of: found) == .number
    else { return nil }
    return text(of: found)
  }
}
