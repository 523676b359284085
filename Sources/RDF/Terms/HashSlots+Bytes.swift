/// Ranges of bytes as keys.
extension HashSlots {
  /// A hash of a range of bytes; not seeded, for numbers do not depend on it.
  public static func hash(of bytes: [UInt8], in range: Range<Int>) -> UInt64 {
    unsafe bytes.withUnsafeBytes { whole in
      let buffer = unsafe UnsafeRawBufferPointer(rebasing: whole[range])
      var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: buffer.count)
      var offset = 0
      while offset + 8 <= buffer.count {
        let word = unsafe buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        state = mixed(state ^ word)
        offset += 8
      }
      var tail: UInt64 = 0
      while offset < buffer.count {
        tail = tail << 8 | UInt64(unsafe buffer[offset])
        offset += 1
      }
      return mixed(state ^ tail ^ 0xD6E8_FEB8_6659_FD93)
    }
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }

  /// Whether two ranges hold the same bytes.
  public static func areEqual(
    _ bytes: [UInt8], _ first: Range<Int>, _ second: Range<Int>
  ) -> Bool {
    guard first.count == second.count else { return false }
    return unsafe bytes.withUnsafeBytes { whole in
      let one = unsafe UnsafeRawBufferPointer(rebasing: whole[first])
      let other = unsafe UnsafeRawBufferPointer(rebasing: whole[second])
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
}
