/// The spelling of a term while it is put together, in room that the next one takes over.
///
/// What may be added from outside needs no check in an IRI's path: numbers, segments, and what a
/// program says by itself.
@safe public struct TermSpelling: ~Copyable, @unchecked Sendable {
  private var bytes: UnsafeMutableRawPointer
  private var capacity = 256
  /// How many bytes it has.
  private(set) var count = 0

  init() {
    unsafe bytes = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 8)
  }

  deinit { unsafe bytes.deallocate() }

  // MARK: Paths

  /// Appends a part of a path as it is.
  public mutating func append(_ part: StaticString) {
    part.withUTF8Buffer { unsafe append(UnsafeRawBufferPointer($0)) }
  }

  /// Appends a number that is not negative, in decimal digits.
  public mutating func append(_ number: Int) {
    reserve(20)
    var digits = 1
    var rest = number
    while rest >= 10 {
      rest /= 10
      digits += 1
    }
    rest = number
    for place in stride(from: count + digits - 1, through: count, by: -1) {
      unsafe bytes.storeBytes(of: 0x30 + UInt8(rest % 10), toByteOffset: place, as: UInt8.self)
      rest /= 10
    }
    count += digits
  }

  /// Appends a text as one segment; what is not unreserved is percent-encoded.
  ///
  /// - SeeAlso: RFC 3987, sections 2.2 (iunreserved) and 3.1.
  public mutating func append(segment: Span<UInt8>) {
    for position in segment.indices where !IRISegment.isUnreserved(segment[position]) {
      var encoded: [UInt8] = []
      IRISegment.append(segment, to: &encoded)
      return append(encoded.span)
    }
    append(segment)
  }

  /// Appends a part of a path that an interned IRI has already.
  public mutating func append(known part: Span<UInt8>) {
    append(part)
  }

  // MARK: Anything

  mutating func removeAll() { count = 0 }

  mutating func append(_ byte: UInt8) {
    reserve(1)
    unsafe bytes.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count += 1
  }

  mutating func append(_ text: Span<UInt8>) {
    unsafe text.withUnsafeBytes { unsafe append($0) }
  }

  mutating func append(_ range: Range<Int>, of other: [UInt8]) {
    unsafe other.withUnsafeBytes { unsafe append(UnsafeRawBufferPointer(rebasing: $0[range])) }
  }

  @unsafe private mutating func append(_ buffer: UnsafeRawBufferPointer) {
    guard let source = buffer.baseAddress else { return }
    reserve(buffer.count)
    unsafe (bytes + count).copyMemory(from: source, byteCount: buffer.count)
    count += buffer.count
  }

  /// Makes room for more bytes.
  @inline(__always)
  mutating func reserve(_ extra: Int) {
    if count + extra > capacity { grow(count + extra) }
  }

  private mutating func grow(_ wanted: Int) {
    capacity = max(capacity * 2, wanted)
    let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 8)
    unsafe larger.copyMemory(from: bytes, byteCount: count)
    unsafe bytes.deallocate()
    unsafe bytes = larger
  }

  // MARK: Reading

  /// Its hash, as ``HashSlots/hash(of:in:)`` has it.
  var hash: UInt64 {
    unsafe HashSlots.hash(of: UnsafeRawBufferPointer(start: bytes, count: count))
  }

  /// Whether a range of other bytes holds the same.
  func isEqual(to range: Range<Int>, of other: [UInt8]) -> Bool {
    unsafe other.withUnsafeBytes { whole in
      unsafe HashSlots.areEqual(
        UnsafeRawBufferPointer(start: bytes, count: count),
        UnsafeRawBufferPointer(rebasing: whole[range]))
    }
  }

  /// Hands over what stands between its first byte and its last.
  func withInner<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    let inner = unsafe UnsafeBufferPointer(
      start: (bytes + 1).assumingMemoryBound(to: UInt8.self), count: count - 2)
    return unsafe body(inner.span)
  }

  /// Appends it to other bytes.
  func append(to other: inout [UInt8]) {
    other.reserveRoom(for: count)
    unsafe other.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: count))
  }
}
