/// Builds a ``JSONDocument`` from values that were read from another syntax.
///
/// Values are added in the order they stand in, a member's key as a string before its value.
/// Offsets point into the other syntax's text. Nothing is checked: keys may stand twice.
public struct JSONBuilder: Sendable {
  /// What was built so far.
  public private(set) var document = JSONDocument()

  /// Makes a builder of an empty document.
  public init() {}

  /// Adds a null, or a string or number by its text.
  public mutating func append(_ kind: JSONKind, _ text: some Sequence<UInt8>, at offset: Int) {
    let value = open(kind, at: offset)
    document.strings.append(contentsOf: text)
    close(value, count: document.strings.count - Int(document.nodes[Int(value.index)].start))
  }

  /// Adds a boolean.
  public mutating func append(_ boolean: Bool, at offset: Int) {
    close(open(.boolean, at: offset), count: boolean ? 1 : 0)
  }

  /// Begins an array or object; what is added up to its ``close(_:count:)`` is in it.
  public mutating func open(_ kind: JSONKind, at offset: Int) -> JSONValue {
    let value = JSONValue(index: document.nodes.count)
    document.nodes.append(
      JSONDocument.Node(
        offset: UInt32(truncatingIfNeeded: offset),
        start: UInt32(truncatingIfNeeded: document.strings.count), count: 0,
        end: UInt32(document.nodes.count + 1), kind: kind))
    return value
  }

  /// Ends an array of so many elements, or an object of so many members.
  public mutating func close(_ value: JSONValue, count: Int) {
    document.nodes[Int(value.index)].count = UInt32(truncatingIfNeeded: count)
    document.nodes[Int(value.index)].end = UInt32(document.nodes.count)
  }
}
