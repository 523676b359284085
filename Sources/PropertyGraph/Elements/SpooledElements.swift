/// Records of nodes or edges in a spool, written in large parts and read back in order.
struct SpooledElements<Spool: ElementSpool> {
  private var spool: Spool
  private var pending: [UInt8] = []
  private var chunk: [UInt8] = []
  /// Where the chunk begins in the spool.
  private var chunkStart = 0
  /// Where the next record begins in the spool.
  private(set) var position = 0

  private static var chunkSize: Int { 1 << 18 }

  init(_ spool: Spool) {
    self.spool = spool
  }

  /// How many bytes all records have.
  var count: Int { spool.count + pending.count }

  mutating func append(
    _ first: Int, _ second: Int, _ values: GraphValues
  ) throws(Spool.Failure) {
    GraphElement.append(first, second, values, to: &pending)
    if pending.count >= Self.chunkSize { try flush() }
  }

  private mutating func flush() throws(Spool.Failure) {
    guard !pending.isEmpty else { return }
    try spool.append(pending)
    pending.removeAll(keepingCapacity: true)
  }

  /// Begins to read from the first record on; none may be added any more.
  mutating func rewind() throws(Spool.Failure) {
    try flush()
    pending = []
    position = 0
    chunk = []
    chunkStart = 0
  }

  /// Reads the next record; false after the last.
  mutating func next(_ element: inout GraphElement) throws(Spool.Failure) -> Bool {
    guard position < spool.count else { return false }
    if !holds(4) || !holds(chunk.number(at: position - chunkStart)) {
      element.release()
      try fill(Self.chunkSize)
      let size = chunk.number(at: 0)
      if size > chunk.count { try fill(size) }
    }
    element.read(chunk, at: position - chunkStart)
    position += element.size
    return true
  }

  private func holds(_ size: Int) -> Bool {
    position - chunkStart + size <= chunk.count
  }

  private mutating func fill(_ size: Int) throws(Spool.Failure) {
    chunk = []
    chunk = try spool.read(size, at: position)
    chunkStart = position
  }

  /// Reads the record at an offset.
  mutating func read(at offset: Int) throws(Spool.Failure) -> GraphElement {
    let size = try spool.read(4, at: offset).number(at: 0)
    var element = GraphElement()
    element.read(try spool.read(size, at: offset), at: 0)
    return element
  }
}
