/// One JSON text as a flat tape: no value is an object of its own.
///
/// Numbers are kept as their text. Strings, keys and numbers are in ``strings``, without escapes,
/// and each value knows the byte it began at.
///
/// - SeeAlso: RFC 8259, section 2.
public struct JSONDocument: Sendable {
  struct Node {
    var offset: UInt32
    var start: UInt32
    /// Bytes of a string or number, elements of an array, members of an object, 1 for true.
    var count: UInt32
    /// The position after the last descendant.
    var end: UInt32
    var kind: JSONKind
  }

  var nodes: [Node] = []
  /// The decoded strings, keys and number texts, one after the other.
  public internal(set) var strings: [UInt8] = []

  init() {}

  /// The outermost value.
  public var root: JSONValue { JSONValue(index: 0) }

  /// The kind of a value.
  public func kind(of value: JSONValue) -> JSONKind { nodes[Int(value.index)].kind }

  /// The byte a value began at, counted from the document's first.
  public func offset(of value: JSONValue) -> UInt32 { nodes[Int(value.index)].offset }

  /// Where the text of a string, a key or a number stands in ``strings``; empty of other kinds.
  public func range(of value: JSONValue) -> Range<Int> {
    let node = nodes[Int(value.index)]
    guard node.kind == .string || node.kind == .number else { return 0..<0 }
    return Int(node.start)..<Int(node.start) + Int(node.count)
  }

  /// The text of a string, a key or a number; of a boolean `true` or `false`; else nothing.
  public func text(of value: JSONValue) -> String {
    if kind(of: value) == .boolean { return boolean(of: value) ? "true" : "false" }
    return String(decoding: strings[range(of: value)], as: UTF8.self)
  }

  /// Whether a value is `true`.
  public func boolean(of value: JSONValue) -> Bool {
    let node = nodes[Int(value.index)]
    return node.kind == .boolean && node.count == 1
  }

  /// How many elements an array has, or members an object.
  public func count(of value: JSONValue) -> Int {
    let node = nodes[Int(value.index)]
    return node.kind == .array || node.kind == .object ? Int(node.count) : 0
  }

  /// The elements of an array, none of another kind.
  public func elements(of value: JSONValue) -> JSONElements {
    let node = nodes[Int(value.index)]
    let end = node.kind == .array ? Int(node.end) : Int(value.index) + 1
    return JSONElements(nodes: nodes, position: Int(value.index) + 1, end: end)
  }

  /// A value alone, as if it were an array's only element.
  public func only(_ value: JSONValue) -> JSONElements {
    JSONElements(nodes: nodes, position: Int(value.index), end: end(of: Int(value.index)))
  }

  /// The members of an object in their order, none of another kind.
  public func members(of value: JSONValue) -> JSONMembers {
    let node = nodes[Int(value.index)]
    let end = node.kind == .object ? Int(node.end) : Int(value.index) + 1
    return JSONMembers(nodes: nodes, position: Int(value.index) + 1, end: end)
  }

  func end(of index: Int) -> Int { Int(nodes[index].end) }
}

/// The elements of an array.
public struct JSONElements: Sequence, IteratorProtocol, Sendable {
  let nodes: [JSONDocument.Node]
  var position: Int
  let end: Int

  /// No elements.
  public static let none = JSONElements(nodes: [], position: 0, end: 0)

  /// The next element, or nil after the last.
  public mutating func next() -> JSONValue? {
    guard position < end else { return nil }
    defer { position = Int(nodes[position].end) }
    return JSONValue(index: position)
  }
}

/// The members of an object.
public struct JSONMembers: Sequence, IteratorProtocol, Sendable {
  let nodes: [JSONDocument.Node]
  var position: Int
  let end: Int

  /// The next key with its value, or nil after the last.
  public mutating func next() -> (key: JSONValue, value: JSONValue)? {
    guard position < end else { return nil }
    let key = JSONValue(index: position)
    let value = JSONValue(index: position + 1)
    position = Int(nodes[position + 1].end)
    return (key, value)
  }
}
