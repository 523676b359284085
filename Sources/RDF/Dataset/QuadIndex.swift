/// A dataset's quads in two sorted orders, for look-up by subject or by predicate and object.
///
/// It is a copy made at one moment: quads inserted later are not in it. Graph names play no part
/// in the order, so a look-up answers for the union of all graphs. Memory is 40 bytes a quad, and 4
/// for each number from the lowest of a subject to the highest.
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
  /// Where the quads of each subject begin.
  private let subjects: Starts

  /// Sorts the quads of a dataset.
  public init(_ dataset: borrowing Dataset) {
    self.init(dataset.quads)
  }

  /// Sorts quads whose positions are those in the array, and others that go by a position there.
  ///
  /// Numbers of terms are dense, so that they are counted, not compared: time is linear in the
  /// quads and the numbers that they have.
  public init(_ quads: [Quad], and others: [(quad: Quad, position: Int)] = []) {
    var entries: [Entry] = []
    entries.reserveCapacity(quads.count + others.count)
    for (position, quad) in quads.enumerated() {
      entries.append(Entry(quad: quad, position: UInt32(position)))
    }
    for (quad, position) in others {
      entries.append(Entry(quad: quad, position: UInt32(position)))
    }
    var room = entries
    let starts = Self.count(entries, .subject)
    Self.distribute(entries, to: &room, starts, .subject)
    // The quads of one subject are few, and often in order already.
    for group in 0..<max(starts.places.count - 1, 0) {
      let range = Int(starts.places[group])..<Int(starts.places[group + 1])
      if range.count > 1 { Self.sortGroup(&room, range) }
    }
    bySubject = room
    subjects = starts
    // By predicate and object: what is in order of subjects stays so among equals.
    Self.distribute(bySubject, to: &room, Self.count(bySubject, .object), .object)
    Self.distribute(room, to: &entries, Self.count(room, .predicate), .predicate)
    byPredicate = entries
  }

  /// Where the entries of each number begin, from the lowest number on, and after the last their
  /// count.
  private struct Starts {
    var lowest: UInt32
    var places: [UInt32]
  }

  /// What quads are put in order by.
  private enum Key {
    case subject, predicate, object

    @inline(__always) func number(of quad: Quad) -> UInt32 {
      switch self {
      case .subject: quad.subject.rawValue
      case .predicate: quad.predicate.rawValue
      case .object: quad.object.rawValue
      }
    }
  }

  private static func count(_ entries: [Entry], _ key: Key) -> Starts {
    var lowest = UInt32.max
    var highest: UInt32 = 0
    for entry in entries {
      let number = key.number(of: entry.quad)
      lowest = min(lowest, number)
      highest = max(highest, number)
    }
    guard lowest <= highest else { return Starts(lowest: 0, places: []) }
    var places = [UInt32](repeating: 0, count: Int(highest - lowest) + 2)
    for entry in entries { places[Int(key.number(of: entry.quad) - lowest) + 1] += 1 }
    for index in places.indices.dropFirst() { places[index] += places[index - 1] }
    return Starts(lowest: lowest, places: places)
  }

  private static func distribute(
    _ entries: [Entry], to room: inout [Entry], _ starts: Starts, _ key: Key
  ) {
    var next = starts.places
    for entry in entries {
      let number = Int(key.number(of: entry.quad) - starts.lowest)
      room[Int(next[number])] = entry
      next[number] += 1
    }
  }

  private static func sortGroup(_ entries: inout [Entry], _ range: Range<Int>) {
    guard range.count <= 32 else {
      entries[range].sort { precedes($0, $1) }
      return
    }
    for start in range.dropFirst() {
      let entry = entries[start]
      var place = start
      while place > range.lowerBound, precedes(entry, entries[place - 1]) {
        entries[place] = entries[place - 1]
        place -= 1
      }
      entries[place] = entry
    }
  }

  /// The order of the quads of one subject.
  private static func precedes(_ left: Entry, _ right: Entry) -> Bool {
    if left.quad.predicate != right.quad.predicate {
      return left.quad.predicate < right.quad.predicate
    }
    if left.quad.object != right.quad.object { return left.quad.object < right.quad.object }
    return left.position < right.position
  }

  /// How many quads there are.
  public var count: Int { bySubject.count }

  /// The quads of a subject, by predicate and object.
  public func entries(subject: TermID) -> ArraySlice<Entry> {
    bySubject[range(of: subject)]
  }

  /// The quads of a subject and predicate, by object.
  public func entries(subject: TermID, predicate: TermID) -> ArraySlice<Entry> {
    let range = range(of: subject)
    var low = range.lowerBound
    if range.count > 16 {
      low = Self.partition(bySubject, range) { $0.quad.predicate >= predicate }
    } else {
      while low < range.upperBound, bySubject[low].quad.predicate < predicate { low += 1 }
    }
    var high = low
    while high < range.upperBound, bySubject[high].quad.predicate == predicate { high += 1 }
    return bySubject[low..<high]
  }

  /// The first quad of a subject, predicate and object, or nil without one.
  public func first(subject: TermID, predicate: TermID, object: TermID) -> Entry? {
    let range = range(of: subject)
    let start = Self.partition(bySubject, range) {
      $0.quad.predicate > predicate
        || $0.quad.predicate == predicate && $0.quad.object >= object
    }
    guard start < range.upperBound else { return nil }
    let quad = bySubject[start].quad
    return quad.predicate == predicate && quad.object == object ? bySubject[start] : nil
  }

  private func range(of subject: TermID) -> Range<Int> {
    let number = Int(subject.rawValue) - Int(subjects.lowest)
    guard number >= 0, number + 1 < subjects.places.count else { return 0..<0 }
    return Int(subjects.places[number])..<Int(subjects.places[number + 1])
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
