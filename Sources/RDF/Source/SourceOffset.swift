/// A place in a source: a count of bytes from its document's first.
@frozen public struct SourceOffset: Hashable, Comparable, Sendable {
  /// The count of bytes, or the greatest number when the place is unknown.
  public let rawValue: UInt32

  /// Wraps a count of bytes.
  @inlinable public init(_ rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// No place.
  public static let unknown = SourceOffset(.max)

  /// Orders places as they stand; an unknown one comes last.
  @inlinable public static func < (left: SourceOffset, right: SourceOffset) -> Bool {
    left.rawValue < right.rawValue
  }
}
