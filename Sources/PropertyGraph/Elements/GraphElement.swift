/// A node or an edge as it is handed to a writer.
struct GraphElement {
  struct Value {
    let key: Int
    var range: Range<Int>
  }

  /// The node's number, or the number of the node that an edge leads from.
  var first = 0
  /// The number of the node that an edge leads to, or a node's kind.
  var second = 0
  /// In how many graphs an edge stands; 0 of a node, below it where its values tell already.
  var weight = 0
  /// How many bytes its record has.
  private(set) var size = 0
  /// Whether several values stand under one key.
  private(set) var hasSeveral = false
  /// The values in order, as ranges of ``bytes``.
  private(set) var values: [Value] = []
  /// The texts that a value joins, by its key, where it joins several.
  private(set) var parts: [Int: [ArraySlice<UInt8>]] = [:]
  /// What the values' ranges are of.
  private(set) var bytes: [UInt8] = []

  /// The bytes before a record's values: its size and two numbers.
  static let headSize = 12

  static func append(
    _ first: Int, _ second: Int, _ values: GraphValues, to bytes: inout [UInt8]
  ) {
    bytes.appendNumber(headSize + values.bytes.count)
    bytes.appendNumber(first)
    bytes.appendNumber(second)
    bytes.append(contentsOf: values.bytes)
  }

  /// Reads the record at an offset of some bytes, which have to hold all of it.
  mutating func read(_ bytes: [UInt8], at offset: Int) {
    self.bytes = bytes
    size = bytes.number(at: offset)
    first = bytes.number(at: offset + 4)
    second = bytes.number(at: offset + 8)
    values.removeAll(keepingCapacity: true)
    hasSeveral = false
    if !parts.isEmpty { parts = [:] }
    var position = offset + Self.headSize
    let end = offset + size
    var last = -1
    while position < end {
      let key = bytes.number(at: position)
      let start = position + 8
      position = start + bytes.number(at: position + 4)
      values.append(Value(key: key, range: start..<position))
      hasSeveral = hasSeveral || key == last
      last = key
    }
  }

  /// Lets go of the bytes, so that whoever has them can change them without a copy.
  mutating func release() { bytes = [] }

  /// The first value of a key.
  func range(_ key: GraphKeyNumber.Fixed) -> Range<Int>? {
    values.first { $0.key == key.rawValue }?.range
  }

  /// The first value of a key as text; empty where there is none.
  func text(_ key: GraphKeyNumber.Fixed) -> String {
    range(key).map { String(decoding: bytes[$0], as: UTF8.self) } ?? ""
  }

  /// A hash of what two edges share that are one in several articles.
  var identityHash: UInt64 {
    var state = NodeTable.mixed(UInt64(first) << 32 | UInt64(second))
    for value in values where !Self.isOfSource(value.key) {
      state = NodeTable.mixed(state ^ UInt64(value.key))
      for byte in bytes[value.range] { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    }
    return NodeTable.mixed(state)
  }

  /// A hash of the graphs that an edge stands in; nil where it stands in none.
  var sourceHash: UInt64? {
    let graphs = texts(.sourceGraph)
    guard !graphs.isEmpty else { return nil }
    var state: UInt64 = 0
    for graph in graphs {
      for byte in graph { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
      state = NodeTable.mixed(state)
    }
    return state
  }

  /// Whether an edge is another one, found in other sources.
  func isSame(as other: GraphElement) -> Bool {
    guard first == other.first, second == other.second else { return false }
    let own = values.filter { !Self.isOfSource($0.key) }
    let others = other.values.filter { !Self.isOfSource($0.key) }
    guard own.count == others.count else { return false }
    for (one, two) in zip(own, others) {
      guard one.key == two.key, bytes[one.range].elementsEqual(other.bytes[two.range]) else {
        return false
      }
    }
    return true
  }

  /// Whether a key tells where a statement stands, not what it says.
  private static func isOfSource(_ key: Int) -> Bool {
    switch GraphKeyNumber.Fixed(rawValue: key) {
    case .iri, .evidence, .source, .sourceGraph: true
    default: false
    }
  }

  /// The texts of a key.
  func texts(_ key: GraphKeyNumber.Fixed) -> [ArraySlice<UInt8>] {
    values.filter { $0.key == key.rawValue }.map { bytes[$0.range] }
  }

  /// Adds what tells where another edge stands, which is the same one.
  mutating func addSources(of other: GraphElement) {
    for value in other.values where Self.isOfSource(value.key) { add(value, of: other) }
  }

  /// Adds another element's values.
  mutating func add(_ other: GraphElement) {
    for value in other.values { add(value, of: other) }
  }

  private mutating func add(_ value: Value, of other: GraphElement) {
    let start = bytes.count
    bytes += other.bytes[value.range]
    values.append(Value(key: value.key, range: start..<bytes.count))
  }

  /// All values by key, in order, each text once.
  func grouped() -> [(key: Int, texts: [ArraySlice<UInt8>])] {
    var found: [(key: Int, texts: [ArraySlice<UInt8>])] = []
    // A thing of many articles has many sources.
    var seen: [Int: Set<ArraySlice<UInt8>>] = [:]
    for value in values {
      let text = bytes[value.range]
      guard let place = found.firstIndex(where: { $0.key == value.key }) else {
        found.append((value.key, [text]))
        continue
      }
      if found[place].texts.count < 8 {
        if !found[place].texts.contains(text) { found[place].texts.append(text) }
        continue
      }
      if seen[value.key] == nil { seen[value.key] = Set(found[place].texts) }
      if seen[value.key]?.insert(text).inserted == true { found[place].texts.append(text) }
    }
    return found
  }

  /// Takes other values, which have to fit the numbers it has.
  mutating func replace(
    by texts: [(key: Int, text: [UInt8])], parts: [Int: [ArraySlice<UInt8>]] = [:]
  ) {
    self.parts = parts
    values.removeAll(keepingCapacity: true)
    bytes = []
    for (key, text) in texts {
      values.append(Value(key: key, range: bytes.count..<bytes.count + text.count))
      bytes += text
    }
    hasSeveral = false
  }
}
