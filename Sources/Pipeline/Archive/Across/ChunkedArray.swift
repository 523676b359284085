/// An array that grows by parts, so that growing copies nothing and leaves no more than a part free.
struct ChunkedArray<Element> {
  private var chunks: [[Element]] = []
  /// How many elements there are.
  private(set) var count = 0

  private static var chunkSize: Int { 1 << 14 }

  subscript(position: Int) -> Element {
    get { chunks[position / Self.chunkSize][position % Self.chunkSize] }
    set { chunks[position / Self.chunkSize][position % Self.chunkSize] = newValue }
  }

  mutating func append(_ element: Element) {
    if count % Self.chunkSize == 0 {
      var chunk: [Element] = []
      chunk.reserveCapacity(Self.chunkSize)
      chunks.append(chunk)
    }
    chunks[chunks.count - 1].append(element)
    count += 1
  }

  /// The elements from a position on, so many of them.
  func elements(from start: Int, _ count: Int) -> [Element] {
    (start..<start + count).map { self[$0] }
  }
}
