/// An open-addressing index from hashes to positions in an array that the owner keeps.
///
/// A slot holds the upper half of the hash beside the position, so most misses touch one word.
public struct HashSlots: Sendable {
  /// 0 is free; else the hash's upper half, then the position plus 1.
  private var words: [UInt64]
  private var used = 0

  /// Makes an index with room for so many positions.
  public init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    words = Array(repeating: 0, count: size)
  }

  /// The position of a hash that a closure takes to be the one sought, or nil.
  @inline(__always)
  public func find(hash: UInt64, matches: (UInt32) -> Bool) -> UInt32? {
    let mask = words.count - 1
    let tag = hash >> 32
    var slot = Int(UInt32(truncatingIfNeeded: hash)) & mask
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
    let home = UInt32(truncatingIfNeeded: hash)
    var words = words.mutableSpan
    let mask = words.count - 1
    let tag = hash >> 32
    var slot = Int(home) & mask
    while words[slot] != 0 {
      if words[slot] >> 32 == tag {
        let other = UInt32(truncatingIfNeeded: words[slot]) - 1
        if elements[Int(other)] == new { return false }
      }
      slot = (slot + 1) & mask
    }
    words[slot] = tag << 32 | UInt64(elements.count + 1)
    used += 1
    homes.append(home)
    return true
  }

  /// Adds the position that follows the last one.
  public mutating func insert(_ position: UInt32, hash: UInt64) {
    if (used + 1) * 4 > words.count * 3 { grow() }
    let home = UInt32(truncatingIfNeeded: hash)
    place(hash & 0xFFFF_FFFF_0000_0000 | UInt64(position + 1), home: home)
    used += 1
    homes.append(home)
  }

  /// Takes out the position that was inserted last.
  ///
  /// The last one in ended a run of probes, so taking it out breaks no other's.
  mutating func removeLast(_ position: UInt32) {
    guard let home = homes.popLast() else { return }
    let mask = words.count - 1
    var slot = Int(home) & mask
    while UInt32(truncatingIfNeeded: words[slot]) != position + 1 { slot = (slot + 1) & mask }
    words[slot] = 0
    used -= 1
  }

  /// Empties the index and keeps its room.
  mutating func removeAll() {
    unsafe words.withUnsafeMutableBufferPointer { unsafe $0.update(repeating: 0) }
    used = 0
    homes.removeAll(keepingCapacity: true)
  }

  /// The lower halves of the hashes in order of insertion, to find slots anew when growing.
  private var homes: [UInt32] = []

  private mutating func place(_ word: UInt64, home: UInt32) {
    var words = words.mutableSpan
    let mask = words.count - 1
    var slot = Int(home) & mask
    while words[slot] != 0 { slot = (slot + 1) & mask }
    words[slot] = word
  }

  private mutating func grow() {
    let old = words
    let first = firstPosition
    words = Array(repeating: 0, count: old.count * 2)
    // In order of insertion, so that the last one in still ends its run of probes.
    var ordered = [UInt64](repeating: 0, count: homes.count)
    for word in old where word != 0 {
      ordered[Int(UInt32(truncatingIfNeeded: word) - 1 - first)] = word
    }
    for (index, word) in ordered.enumerated() { place(word, home: homes[index]) }
  }

  /// The position inserted first; positions are inserted in a row from it.
  private var firstPosition: UInt32 {
    var lowest = UInt32.max
    for word in words where word != 0 {
      lowest = min(lowest, UInt32(truncatingIfNeeded: word) - 1)
    }
    return lowest == .max ? 0 : lowest
  }
}
