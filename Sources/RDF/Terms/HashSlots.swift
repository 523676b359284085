/// An open-addressing index from hashes to positions in an array that the owner keeps.
///
/// A slot holds the upper half of the hash beside the position, so most misses touch one word. The
/// lowest bits of that half say where a run of probes begins.
public struct HashSlots: Sendable {
  /// 0 is free; else the hash's upper half, then the position plus 1.
  private var words: [UInt64]
  private var used = 0

  private static let leastSize = 16

  /// Makes an index with room for so many positions.
  public init(capacity: Int) {
    var size = Self.leastSize
    while size < capacity * 2 { size *= 2 }
    words = Array(repeating: 0, count: size)
  }

  /// The position of a hash that a closure takes to be the one sought, or nil.
  @inline(__always)
  public func find(hash: UInt64, matches: (UInt32) -> Bool) -> UInt32? {
    let mask = words.count - 1
    let tag = hash >> 32
    var slot = Int(tag) & mask
    while words[slot] != 0 {
      if words[slot] >> 32 == tag {
        let position = UInt32(truncatingIfNeeded: words[slot]) - 1
        if matches(position) { return position }
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Adds the position after some elements, but where one of them equals a new one.
  ///
  /// - Returns: whether the position was added.
  @inline(__always)
  mutating func insert<Element: Equatable>(
    _ new: Element, hash: UInt64, after elements: [Element]
  ) -> Bool {
    if (used + 1) * 4 > words.count * 3 { grow() }
    var words = words.mutableSpan
    let mask = words.count - 1
    let tag = hash >> 32
    var slot = Int(tag) & mask
    while words[slot] != 0 {
      if words[slot] >> 32 == tag {
        let other = UInt32(truncatingIfNeeded: words[slot]) - 1
        if elements[Int(other)] == new { return false }
      }
      slot = (slot + 1) & mask
    }
    words[slot] = tag << 32 | UInt64(elements.count + 1)
    used += 1
    return true
  }

  /// Adds a position.
  public mutating func insert(_ position: UInt32, hash: UInt64) {
    if (used + 1) * 4 > words.count * 3 { grow() }
    place(hash & 0xFFFF_FFFF_0000_0000 | UInt64(position + 1))
    used += 1
  }

  /// Empties the index and keeps its room, but for what is many times what was used.
  mutating func removeAll() {
    if words.count > Self.leastSize, words.count / 64 > used {
      self = HashSlots(capacity: used)
      return
    }
    unsafe words.withUnsafeMutableBufferPointer { unsafe $0.update(repeating: 0) }
    used = 0
  }

  private mutating func place(_ word: UInt64) {
    var words = words.mutableSpan
    let mask = words.count - 1
    var slot = Int(word >> 32) & mask
    while words[slot] != 0 { slot = (slot + 1) & mask }
    words[slot] = word
  }

  private mutating func grow() {
    let old = words
    words = Array(repeating: 0, count: old.count * 2)
    for word in old where word != 0 { place(word) }
  }
}
