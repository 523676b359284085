/// A dataset's quads in two sorted orders, for look-up by subject or by predicate and object.
///
/// It is a copy made at one moment: quads inserted later are not in it. Graph names play no part
/// in the order, so a look-up answers for the union of all graphs. Memory is 40 bytes a quad.
public struct QuadIndex: Sendable {
  /// One quad and its position in ``Dataset/quads``.
  public struct Entry: Sendable {
    /// The quad.
    public let quad: Quad
    /// Its position in the dataset the index was made from.
    public let position: UInt32
  }

  private let bySubject: [Entry]
  private let byPredicate: [Entry]

  /// Sorts the quads of a dataset.
  public init(_ dataset: borrowing Dataset) {
    self.init(dataset.quads)
  }

  /// Sorts quads whose positions are those in the array, and others that go by a position there.
  public init(_ quads: [Quad], and others: [(quad: Quad, position: Int)] = []) {
    var entries: [Entry] = []
    entries.reserveCapacity(quads.count + others.count)
    for (position, quad) in quads.enumerated() {
      entries.append(Entry(quad: quad, position: UInt32(position)))
    }
    for (quad, position) in others {
      entries.append(Entry(quad: quad, position: UInt32(position)))
    }
    bySubject = entries.sorted {
      Self.precedes(
        ($0.quad.subject, $0.quad.predicate, $0.quad.object, $0.position),
        ($1.quad.subject, $1.quad.predicate, $1.quad.object, $1.position))
    }
    byPredicate = entries.sorted {
      Self.precedes(
        ($0.quad.predicate, $0.quad.object, $0.quad.subject, $0.position),
        ($1.quad.predicate, $1.quad.object, $1.quad.subject, $1.position))
    }
  }

  /// How many quads there are.
  public var count: Int { bySubject.count }

  /// The quads of a subject, by predicate and object.
  public func entries(subject: TermID) -> ArraySlice<Entry> {
    Self.equalRange(bySubject) { Self.order($0.quad.subject, subject) }
  }

  /// The quads of a subject and predicate, by object.
  public func entries(subject: TermID, predicate: TermID) -> ArraySlice<Entry> {
    Self.equalRange(bySubject) {
      let first = Self.order($0.quad.subject, subject)
      return first != 0 ? first : Self.order($0.quad.predicate, predicate)
    }
  }

  /// The first quad of a subject, predicate and object, or nil without one.
  public func first(subject: TermID, predicate: TermID, object: TermID) -> Entry? {
    let start = Self.partition(bySubject, 0..<bySubject.count) {
      let first = Self.order($0.quad.subject, subject)
      let second = first != 0 ? first : Self.order($0.quad.predicate, predicate)
      return second > 0 || second == 0 && $0.quad.object >= object
    }
    guard start < bySubject.count else { return nil }
    let quad = bySubject[start].quad
    return quad.subject == subject && quad.predicate == predicate && quad.object == object
      ? bySubject[start] : nil
  }

  /// The quads of a predicate, by object and subject.
  public func entries(predicate: TermID) -> ArraySlice<Entry> {
    Self.equalRange(byPredicate) { Self.order($0.quad.predicate, predicate) }
  }

  /// The quads of a predicate and object, by subject.
  public func entries(predicate: TermID, object: TermID) -> ArraySlice<Entry> {
    Self.equalRange(byPredicate) {
      let first = Self.order($0.quad.predicate, predicate)
      return first != 0 ? first : Self.order($0.quad.object, object)
    }
  }

  /// All quads, by subject, predicate and object.
  public var all: ArraySlice<Entry> { bySubject[...] }

  private static func precedes(
    _ left: (TermID, TermID, TermID, UInt32), _ right: (TermID, TermID, TermID, UInt32)
  ) -> Bool {
    if left.0 != right.0 { return left.0 < right.0 }
    if left.1 != right.1 { return left.1 < right.1 }
    if left.2 != right.2 { return left.2 < right.2 }
    return left.3 < right.3
  }

  private static func order(_ left: TermID, _ right: TermID) -> Int {
    left == right ? 0 : left < right ? -1 : 1
  }

  private static func equalRange(
    _ entries: [Entry], _ order: (Entry) -> Int
  ) -> ArraySlice<Entry> {
    let start = partition(entries, 0..<entries.count) { order($0) >= 0 }
    // Most ranges are short, so the end is looked for near the start, in steps that double.
    var low = start
    var step = 1
    while low + step <= entries.count, order(entries[low + step - 1]) == 0 {
      low += step
      step *= 2
    }
    let end = partition(entries, low..<min(low + step, entries.count)) { order($0) > 0 }
    return entries[start..<end]
  }

  /// The first position of a range from which a condition holds, which it then does to the end.
  private static func partition(
    _ entries: [Entry], _ range: Range<Int>, _ holds: (Entry) -> Bool
  ) -> Int {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if holds(entries[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
