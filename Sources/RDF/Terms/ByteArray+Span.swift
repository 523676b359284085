extension [UInt8] {
  /// Appends bytes in one copy.
  package mutating func append(_ span: Span<UInt8>) {
    reserveRoom(for: span.count)
    unsafe span.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}
