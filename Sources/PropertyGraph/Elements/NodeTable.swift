internal import RDF

/// The distinct nodes' IRIs, each with its number.
struct NodeTable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var slots = HashSlots(capacity: 1 << 10)

  /// How many there are.
  var count: Int { ends.count }

  /// The number of an IRI, and whether it is a new one.
  mutating func number(of iri: String) -> (number: Int, isNew: Bool) {
    let start = bytes.count
    bytes.append(contentsOf: iri.utf8)
    let hash = hash(from: start)
    let size = bytes.count - start
    let found = slots.find(hash: hash) { position in
      let end = ends[Int(position)]
      let begin = position == 0 ? 0 : ends[Int(position) - 1]
      return end - begin == size && bytes[begin..<end].elementsEqual(bytes[start...])
    }
    if let found {
      bytes.removeSubrange(start...)
      return (Int(found), false)
    }
    slots.insert(UInt32(ends.count), hash: hash)
    ends.append(bytes.count)
    return (ends.count - 1, true)
  }

  private func hash(from start: Int) -> UInt64 {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    var word: UInt64 = 0
    for position in start..<bytes.count {
      word = word << 8 | UInt64(bytes[position])
      if (position - start) & 7 == 7 {
        state = Self.mixed(state ^ word)
        word = 0
      }
    }
    return Self.mixed(state ^ word ^ UInt64(bytes.count - start) << 56)
  }

  static func mixed(_ word: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }
}
