internal import JSON

/// The members of one object by their key.
struct RecordMembers {
  /// The document's root, which is no member, stands for a key that is not there.
  private let absent: JSONValue
  private var values: InlineArray<55, JSONValue>

  init(of document: JSONDocument) {
    absent = document.root
    values = InlineArray(repeating: document.root)
  }

  subscript(key: RecordKey) -> JSONValue? {
    get {
      let value = values[Int(key.rawValue)]
      return value == absent ? nil : value
    }
    set { values[Int(key.rawValue)] = newValue ?? absent }
  }
}
