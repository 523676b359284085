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
    let word = UInt32(number).littleEndian
    unsafe Swift.withUnsafeBytes(of: word) { unsafe append(contentsOf: $0) }
  }

  /// The number in four bytes from an offset on.
  func number(at offset: Int) -> Int {
    precondition(offset >= 0 && offset + 4 <= count)
    return unsafe Int(
      UInt32(
        littleEndian: span.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self)))
  }
}
