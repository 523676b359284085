/// What an IRI is known by where many are: 128 bits of it.
///
/// It is not seeded, for what is found does not depend on the run; of a thousand million IRIs two have
/// the same key once in 10^20 times.
struct EntityKey: Hashable {
  let high: UInt64
  let low: UInt64

  init(_ bytes: Span<UInt8>) {
    var first: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count)
    var second: UInt64 = 0xC2B2_AE3D_27D4_EB4F
    var word: UInt64 = 0
    for position in bytes.indices {
      word = word << 8 | UInt64(bytes[position])
      guard position & 7 == 7 || position == bytes.count - 1 else { continue }
      first = Self.mixed(first ^ word, 0xA076_1D64_78BD_642F)
      second = Self.mixed(second &+ word, 0xE703_7ED1_A0B4_28DB) ^ first
      word = 0
    }
    high = Self.mixed(first, 0x8EBC_6AF0_9C88_C6E3)
    low = Self.mixed(second, 0x5899_65CC_7537_4CC3)
  }

  private static func mixed(_ value: UInt64, _ factor: UInt64) -> UInt64 {
    let product = (value ^ 0x2D35_8DCC_AA6C_78A5).multipliedFullWidth(by: factor)
    return product.high ^ product.low
  }
}
