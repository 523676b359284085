/// Counts where lines end: LF, CRLF or CR.
package enum LineEnds {
  /// How many lines end in a range of bytes; a CR before the range makes one with its first LF.
  package static func count(in bytes: Span<UInt8>, _ range: Range<Int>, afterReturn: Bool) -> Int {
    guard !range.isEmpty else { return 0 }
    let feeds = count(of: 0x0A, in: bytes, range)
    let returns = count(of: 0x0D, in: bytes, range)
    var pairs = afterReturn && bytes[range.lowerBound] == 0x0A ? 1 : 0
    if returns > 0 {
      for place in range.dropFirst() where bytes[place] == 0x0A && bytes[place - 1] == 0x0D {
        pairs += 1
      }
    }
    return feeds + returns - pairs
  }

  /// Eight bytes at a time.
  private static func count(of byte: UInt8, in bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    unsafe bytes.extracting(range).withUnsafeBytes { buffer in
      let wanted = 0x0101_0101_0101_0101 &* UInt64(byte)
      let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
      var count = 0
      var place = 0
      while place + 8 <= buffer.count {
        let word = unsafe buffer.loadUnaligned(fromByteOffset: place, as: UInt64.self) ^ wanted
        // The upper bit of each byte is left 0 where the byte was the one wanted.
        count += (~(((word & low) &+ low) | word | low)).nonzeroBitCount
        place += 8
      }
      while place < buffer.count {
        if unsafe buffer[place] == byte { count += 1 }
        place += 1
      }
      return count
    }
  }
}
