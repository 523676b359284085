/// The number of an interned term in its ``TermTable``.
///
/// Numbers are given in order of first use and are dense, so they index arrays. Two terms of one
/// table are the same RDF term exactly when their numbers are equal.
@frozen public struct TermID: Hashable, Comparable, Sendable {
  /// The position in the table; 0 is no term and, as a graph name, the default graph.
  public let rawValue: UInt32

  /// Wraps a number that a table gave out.
  @inlinable public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// The name of the default graph, which has none.
  @inlinable public static var defaultGraph: TermID { TermID(rawValue: 0) }

  // swift-format-ignore: NoLeadingUnderscores
  /// A multiplication spreads dense numbers well enough, and costs a tenth of what the general hash
  /// does.
  @inlinable public func _rawHashValue(seed: Int) -> Int {
    let product = (UInt64(rawValue) ^ UInt64(bitPattern: Int64(seed)))
      .multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return Int(truncatingIfNeeded: product.high ^ product.low)
  }

  /// Orders terms by first use in their table.
  @inlinable public static func < (left: TermID, right: TermID) -> Bool {
    left.rawValue < right.rawValue
  }
}
