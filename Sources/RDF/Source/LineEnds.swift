/// Counts where lines end: LF, CRLF or CR.
package enum LineEnds {
  /// How many lines end in a range of bytes; a CR before the range makes one with its first LF.
  package static func count(in bytes: Span<UInt8>, _ range: Range<Int>, afterReturn: Bool) -> Int {
    guard !range.isEmpty else { return 0 }
    let (feeds, hasReturns) = feeds(in: bytes, range)
    guard hasReturns || afterReturn else { return feeds }
    var returns = 0
    for place in range where bytes[place] == 0x0D { returns += 1 }
    var pairs = afterReturn && bytes[range.lowerBound] == 0x0A ? 1 : 0
    if returns > 0 {
      for place in range.dropFirst() where bytes[place] == 0x0A && bytes[place - 1] == 0x0D {
        pairs += 1
      }
    }
    return feeds + returns - pairs
  }

  /// How many LF there are, and whether there is a CR; eight bytes at a time.
  private static func feeds(
    in bytes: Span<UInt8>, _ range: Range<Int>
  ) -> (count: Int, hasReturns: Bool) {
    unsafe bytes.extracting(range).withUnsafeBytes { buffer in
      let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
      let upper = ~low
      var count = 0
      var returns: UInt64 = 0
      var place = 0
      while place + 8 <= buffer.count {
        // Each byte of the sum counts up to 255 words; then they are added up.
        let end = min(place + 255 * 8, buffer.count - 7)
        var sum: UInt64 = 0
        while place < end {
          let word = unsafe buffer.loadUnaligned(fromByteOffset: place, as: UInt64.self)
          // The upper bit of each byte is left 0 where the byte was the one wanted.
          let feed = word ^ 0x0A0A_0A0A_0A0A_0A0A
          sum &+= (~(((feed & low) &+ low) | feed) & upper) >> 7
          let carriage = word ^ 0x0D0D_0D0D_0D0D_0D0D
          returns |= ~(((carriage & low) &+ low) | carriage) & upper
          place += 8
        }
        let pairs = (sum & 0x00FF_00FF_00FF_00FF) &+ (sum >> 8 & 0x00FF_00FF_00FF_00FF)
        count += Int((pairs &* 0x0001_0001_0001_0001) >> 48)
      }
      var hasReturns = returns != 0
      while place < buffer.count {
        if unsafe buffer[place] == 0x0A { count += 1 }
        if unsafe buffer[place] == 0x0D { hasReturns = true }
        place += 1
      }
      return (count, hasReturns)
    }
  }
}
