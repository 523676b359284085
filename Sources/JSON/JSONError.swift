/// Why a text is not JSON, and where.
///
/// - SeeAlso: RFC 8259, section 9 (parsers).
public struct JSONError: Error, Hashable, Sendable {
  /// The byte it fails at, counted from the document's first.
  public let offset: Int
  /// What is wrong and what was expected, in one line without a place.
  public let message: String

  /// Makes an error.
  public init(offset: Int, message: String) {
    self.offset = offset
    self.message = message
  }
}
