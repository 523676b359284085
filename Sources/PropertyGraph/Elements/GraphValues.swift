/// The values of a node or an edge while a graph is being built.
public struct GraphValues: Sendable {
  /// Each value as the number of its key, its length, and its bytes; of one key one after the other.
  private(set) var bytes: [UInt8] = []
  /// The keys that values stand under.
  private(set) var keys: [Int] = []

  init() {}

  /// Adds a value; several under one key have to follow each other.
  public mutating func add(_ key: GraphKeyNumber, _ text: String) {
    keys.append(key.rawValue)
    var text = text
    text.withUTF8 { utf8 in
      bytes.appendNumber(key.rawValue)
      bytes.appendNumber(utf8.count)
      unsafe bytes.append(contentsOf: utf8)
    }
  }

  mutating func add(_ key: GraphKeyNumber.Fixed, _ texts: [String]) {
    add(GraphKeyNumber(key), texts)
  }

  mutating func add(_ key: GraphKeyNumber, _ texts: [String]) {
    for text in texts { add(key, text) }
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    keys.removeAll(keepingCapacity: true)
  }
}

extension [UInt8] {
  /// Appends a number in four bytes.
  mutating func appendNumber(_ number: Int) {
    let word = UInt32(number)
    append(UInt8(truncatingIfNeeded: word))
    append(UInt8(truncatingIfNeeded: word >> 8))
    append(UInt8(truncatingIfNeeded: word >> 16))
    append(UInt8(truncatingIfNeeded: word >> 24))
  }

  /// The number in four bytes from an offset on.
  func number(at offset: Int) -> Int {
    Int(self[offset]) | Int(self[offset + 1]) << 8 | Int(self[offset + 2]) << 16
      | Int(self[offset + 3]) << 24
  }
}
