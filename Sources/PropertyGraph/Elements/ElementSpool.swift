/// Where the elements of a graph wait until all of them are known.
public protocol ElementSpool {
  /// Why it can fail.
  associatedtype Failure: Error

  /// How many bytes it holds.
  var count: Int { get }

  /// Adds bytes at its end.
  mutating func append(_ bytes: [UInt8]) throws(Failure)

  /// Reads bytes from an offset on, fewer than asked for only at the end.
  mutating func read(_ count: Int, at offset: Int) throws(Failure) -> [UInt8]
}

/// A spool in memory.
public struct MemorySpool: ElementSpool, Sendable {
  private var bytes: [UInt8] = []

  /// Makes an empty one.
  public init() {}

  /// How many bytes it holds.
  public var count: Int { bytes.count }

  /// Adds bytes at its end.
  public mutating func append(_ bytes: [UInt8]) {
    self.bytes += bytes
  }

  /// Reads bytes from an offset on.
  public mutating func read(_ count: Int, at offset: Int) -> [UInt8] {
    Array(bytes[offset..<min(offset + count, bytes.count)])
  }
}
