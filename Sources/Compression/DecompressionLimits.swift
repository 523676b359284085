/// How much data may unpack to before they are taken for an attack.
public struct DecompressionLimits: Hashable, Sendable {
  /// How many times as many bytes as were read; nil is any.
  public var ratio: Int?
  /// How many bytes are let through whatever the ratio.
  public var ratioFreeBytes: Int
  /// How many bytes in all.
  public var size: Int

  /// Makes limits: 200 times beyond 16 MB, 16 GB in all, where nothing else is said.
  public init(ratio: Int? = 200, ratioFreeBytes: Int = 16 << 20, size: Int = 16 << 30) {
    self.ratio = ratio
    self.ratioFreeBytes = ratioFreeBytes
    self.size = size
  }
}
