internal import RDF

/// The items of a record by their ids, whose bytes the record holds.
struct RecordItemTable: Sendable {
  private(set) var ids: [RecordText] = []
  private var items: [ExtractionRecord.Item] = []
  private var slots = HashSlots(capacity: 32)

  /// Adds an item and says whether its id is new; else the first one stays.
  mutating func insert(
    _ item: ExtractionRecord.Item, _ id: RecordText, in strings: [UInt8]
  ) -> Bool {
    let hash = HashSlots.hash(of: strings, in: id.range)
    guard position(id, hash, strings) == nil else { return false }
    slots.insert(UInt32(ids.count), hash: hash)
    ids.append(id)
    items.append(item)
    return true
  }

  func item(_ id: RecordText, in strings: [UInt8]) -> ExtractionRecord.Item? {
    position(id, HashSlots.hash(of: strings, in: id.range), strings).map { items[$0] }
  }

  private func position(_ id: RecordText, _ hash: UInt64, _ strings: [UInt8]) -> Int? {
    slots.find(hash: hash) { candidate in
      HashSlots.areEqual(strings, ids[Int(candidate)].range, id.range)
    }.map(Int.init)
  }
}
