/// One value of a ``JSONDocument``: a position in its tape.
@frozen public struct JSONValue: Hashable, Sendable {
  @usableFromInline let index: Int32

  @inlinable init(index: Int) {
    self.index = Int32(truncatingIfNeeded: index)
  }
}

/// The kinds of JSON value.
///
/// - SeeAlso: RFC 8259, section 3.
public enum JSONKind: UInt8, Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case boolean
  /// A number, kept as its text.
  case number
  /// A string, without its escapes.
  case string
  /// An array.
  case array
  /// An object.
  case object

  /// The kind in words, with its article.
  public var name: String {
    switch self {
    case .null: "null"
    case .boolean: "a boolean"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
