internal import JSON

extension JSONNode {
  /// Reads a document that is one JSON value.
  ///
  /// - Throws: ``SyntaxFault`` when it is not.
  static func parse(_ input: AdapterInput) throws(SyntaxFault) -> JSONNode {
    try parse(input.bytes, 0..<input.bytes.count)
  }

  /// A member that has to be there.
  ///
  /// - Throws: ``SyntaxFault`` at the object when it is not.
  func member(_ name: String, of what: String) throws(SyntaxFault) -> JSONNode {
    try expect(.object, what)
    guard let member = self[name] else {
      throw SyntaxFault(offset: offset, message: "\(what) lacks \"\(name)\"")
    }
    return member
  }

  /// A member that is a string, empty or not.
  ///
  /// - Throws: ``SyntaxFault`` when it is not.
  func text(_ name: String, of what: String) throws(SyntaxFault) -> RecordDraft.Placed {
    let member = try member(name, of: what)
    try member.expect(.string, name)
    return member.placed
  }

  /// A member that is a whole number.
  ///
  /// - Throws: ``SyntaxFault`` when it is not.
  func whole(_ name: String, of what: String) throws(SyntaxFault) -> Int {
    let member = try member(name, of: what)
    guard let number = member.integer else {
      let given = member.kind == .number ? member.text : member.kind.name
      throw SyntaxFault(
        offset: member.offset, message: "\(name) is \(given); expected a whole number")
    }
    return number
  }

  /// The elements of a member that is an array; none where it is absent or null.
  ///
  /// - Throws: ``SyntaxFault`` when it is something else.
  func list(_ name: String) throws(SyntaxFault) -> [JSONNode] {
    guard let member = self[name], member.kind != .null else { return [] }
    try member.expect(.array, name)
    return member.elements
  }

  /// How many members have other names than those that are known.
  func countOthers(than known: Set<String>) -> Int {
    kind == .object ? members.count { !known.contains($0.key.text) } : 0
  }

  /// Refuses a value of another kind.
  ///
  /// - Throws: ``SyntaxFault``.
  func expect(_ wanted: JSONKind, _ what: String) throws(SyntaxFault) {
    guard kind != wanted else { return }
    throw SyntaxFault(
      offset: offset, message: "\(what) is \(kind.name); expected \(wanted.name)")
  }
}
