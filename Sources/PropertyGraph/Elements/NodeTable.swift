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
    let hash = HashSlots.hash(of: bytes, in: start..<bytes.count)
    let found = slots.find(hash: hash) { position in
      let end = ends[Int(position)]
      let begin = position == 0 ? 0 : ends[Int(position) - 1]
      return HashSlots.areEqual(bytes, begin..<end, start..<bytes.count)
    }
    if let found {
      bytes.removeSubrange(start...)
      return (Int(found), false)
    }
    slots.insert(UInt32(ends.count), hash: hash)
    ends.append(bytes.count)
    return (ends.count - 1, true)
  }

  static func mixed(_ word: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }
}
