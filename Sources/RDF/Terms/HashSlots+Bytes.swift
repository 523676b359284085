/// Ranges of bytes as keys.
extension HashSlots {
  /// A hash of a range of bytes; not seeded, for numbers do not depend on it.
  public static func hash(of bytes: [UInt8], in range: Range<Int>) -> UInt64 {
    unsafe bytes.withUnsafeBytes { whole in
      unsafe hash(of: UnsafeRawBufferPointer(rebasing: whole[range]))
    }
  }

  /// A hash of bytes; not seeded, for numbers do not depend on it.
  @unsafe static func hash(of buffer: UnsafeRawBufferPointer) -> UInt64 {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: buffer.count)
    func word(_ offset: Int) -> UInt64 {
      unsafe buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    }
    guard buffer.count >= 16 else {
      var head: UInt64 = 0
      var tail: UInt64 = 0
      if buffer.count >= 8 {
        head = word(0)
        tail = word(buffer.count - 8)
      } else {
        for place in 0..<buffer.count { tail = tail << 8 | UInt64(unsafe buffer[place]) }
      }
      return mixed(mixed(state ^ head, tail ^ third), second)
    }
    var offset = 0
    if buffer.count > 48 {
      // Two at a time, which do not wait for each other.
      var other = second
      while offset + 32 < buffer.count {
        state = mixed(state ^ word(offset), word(offset + 8) ^ third)
        other = mixed(other ^ word(offset + 16), word(offset + 24) ^ third)
        offset += 32
      }
      state ^= other
    }
    while offset + 16 < buffer.count {
      state = mixed(state ^ word(offset), word(offset + 8) ^ third)
      offset += 16
    }
    // The last 16 bytes, some of them a second time.
    state = mixed(state ^ word(buffer.count - 16), word(buffer.count - 8) ^ third)
    return mixed(state, second)
  }

  private static let second: UInt64 = 0xA076_1D64_78BD_642F
  private static let third: UInt64 = 0xD6E8_FEB8_6659_FD93

  @inline(__always)
  private static func mixed(_ one: UInt64, _ other: UInt64) -> UInt64 {
    let product = one.multipliedFullWidth(by: other)
    return product.high ^ product.low
  }

  /// Whether two ranges hold the same bytes.
  public static func areEqual(
    _ bytes: [UInt8], _ first: Range<Int>, _ second: Range<Int>
  ) -> Bool {
    unsafe bytes.withUnsafeBytes { whole in
      unsafe areEqual(
        UnsafeRawBufferPointer(rebasing: whole[first]),
        UnsafeRawBufferPointer(rebasing: whole[second]))
    }
  }

  /// Whether two buffers hold the same bytes.
  @unsafe static func areEqual(
    _ one: UnsafeRawBufferPointer, _ other: UnsafeRawBufferPointer
  ) -> Bool {
    guard one.count == other.count else { return false }
    var offset = 0
    while offset + 8 <= one.count {
      let word = unsafe one.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      if unsafe word != other.loadUnaligned(fromByteOffset: offset, as: UInt64.self) {
        return false
      }
      offset += 8
    }
    while offset < one.count {
      if unsafe one[offset] != other[offset] { return false }
      offset += 1
    }
    return true
  }
}
