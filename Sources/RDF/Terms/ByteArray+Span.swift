extension [UInt8] {
  /// Appends bytes in one copy.
  package mutating func append(_ span: Span<UInt8>) {
    reserveRoom(for: span.count)
    unsafe span.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }

  /// Appends bytes that the array holds already, without a second reference to it.
  package mutating func appendOwn(_ range: Range<Int>) {
    reserveRoom(for: range.count)
    for position in range { append(self[position]) }
  }
}
