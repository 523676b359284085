/// A set of ASCII characters, for asking about one byte at a time.
struct ByteSet {
  private let low: UInt64
  private let high: UInt64

  init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// Whether a byte is in the set; no byte beyond ASCII is.
  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    let word = byte < 64 ? low : high
    return byte < 0x80 && word >> UInt64(byte & 63) & 1 == 1
  }

  /// ASCII letters, digits, `_` and `-`.
  static var name: ByteSet { ByteSet(low: 0x03FF_2000_0000_0000, high: 0x07FF_FFFE_87FF_FFFE) }
  /// What stands for itself in an IRI wherever it is; `%`, `[` and `]` need a closer look.
  static var iri: ByteSet { ByteSet(low: 0xAFFF_FFDA_0000_0000, high: 0x47FF_FFFE_87FF_FFFF) }
  /// What stands for itself in any string.
  static var string: ByteSet { ByteSet(low: 0xFFFF_FF7B_0000_0000, high: 0x7FFF_FFFF_EFFF_FFFF) }

  /// Whether a byte is an ASCII letter.
  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// Whether a byte is an ASCII digit.
  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// The value of a hexadecimal digit, or nil of another byte.
  @inline(__always)
  static func hexValue(_ byte: UInt8) -> UInt32? {
    if isDigit(byte) { return UInt32(byte - 0x30) }
    let letter = (byte | 0x20) &- 0x61
    return letter < 6 ? UInt32(letter) + 10 : nil
  }
}
