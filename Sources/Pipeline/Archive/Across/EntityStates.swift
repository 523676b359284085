/// What articles have said so far of each thing that several may name.
///
/// A thing of one class takes 32 bytes and 6 to 12 more to be found again, a further class or a value
/// some 30 and its text; nothing is copied when there are more.
struct EntityStates {
  /// Where something was said.
  struct Place {
    /// The file's number.
    let file: UInt32
    let line: UInt32
  }

  private struct State {
    let key: EntityKey
    var place: Place
    /// The first class's number plus 2, so that an article has 1; 0 while there is none.
    var type: UInt32
    /// The first of its further facts, counted from 1; 0 without one.
    var more: UInt32
  }

  private struct Fact {
    let place: Place
    /// The class's number plus 2; 0 of a value.
    let type: UInt32
    let property: UInt16
    /// The kind of the value, by its number.
    let kind: UInt16
    let text: UInt32
    let textCount: UInt32
    /// The next one of the same thing.
    let next: UInt32
  }

  private var states = ChunkedArray<State>()
  private var facts = ChunkedArray<Fact>()
  private var texts = ChunkedArray<UInt8>()
  private var kinds: [FactValue.Kind] = []
  /// The places of ``states`` by the keys, each plus 1.
  private var slots = [UInt32](repeating: 0, count: 1 << 10)

  /// How many things there are.
  var count: Int { states.count }

  /// The number of a thing, which is made where it is new.
  mutating func find(_ key: EntityKey, _ place: Place) -> (number: Int, isNew: Bool) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: key.low) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if states[number].key == key { return (number, false) }
      slot = (slot + 1) & mask
    }
    states.append(State(key: key, place: place, type: 0, more: 0))
    slots[slot] = UInt32(states.count)
    if states.count * 10 > slots.count * 7 { grow() }
    return (states.count - 1, true)
  }

  private mutating func grow() {
    let size = slots.count * 2
    slots = []
    slots = Array(repeating: 0, count: size)
    for number in 0..<states.count {
      var slot = Int(truncatingIfNeeded: states[number].key.low) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }

  /// The classes of a thing, each with where it was first said.
  func types(of number: Int) -> [(type: Int, place: Place)] {
    let state = states[number]
    var found: [(Int, Place)] = state.type == 0 ? [] : [(Int(state.type) - 2, state.place)]
    forEachFact(of: state) { fact in
      if fact.type != 0 { found.append((Int(fact.type) - 2, fact.place)) }
    }
    return found
  }

  /// The values of a property of a thing, each with where it was first said.
  func values(of number: Int, _ property: Int) -> [(value: FactValue, place: Place)] {
    var found: [(FactValue, Place)] = []
    forEachFact(of: states[number]) { fact in
      guard fact.type == 0, Int(fact.property) == property else { return }
      let bytes = texts.elements(from: Int(fact.text), Int(fact.textCount))
      let value = FactValue(kinds[Int(fact.kind)], String(decoding: bytes, as: UTF8.self))
      found.append((value, fact.place))
    }
    return found
  }

  /// Hands out the further facts of a thing, the oldest first.
  private func forEachFact(of state: State, _ body: (Fact) -> Void) {
    var found: [Fact] = []
    var next = state.more
    while next != 0 {
      found.append(facts[Int(next) - 1])
      next = facts[Int(next) - 1].next
    }
    for fact in found.reversed() { body(fact) }
  }

  /// Adds a class, which the thing has not yet.
  mutating func add(type: Int, to number: Int, _ place: Place) {
    guard states[number].type != 0 else {
      states[number].type = UInt32(type + 2)
      states[number].place = place
      return
    }
    add(
      Fact(
        place: place, type: UInt32(type + 2), property: 0, kind: 0, text: 0, textCount: 0,
        next: states[number].more), to: number)
  }

  /// Adds a value, which the thing has not yet.
  mutating func add(_ value: FactValue, of property: Int, to number: Int, _ place: Place) {
    let kind =
      kinds.firstIndex(of: value.kind)
      ?? {
        kinds.append(value.kind)
        return kinds.count - 1
      }()
    let text = Array(value.lexical.utf8)
    guard let property = UInt16(exactly: property), let kind = UInt16(exactly: kind),
      texts.count + text.count < Int(UInt32.max)
    else { return }
    let start = UInt32(texts.count)
    for byte in text { texts.append(byte) }
    add(
      Fact(
        place: place, type: 0, property: property, kind: kind, text: start,
        textCount: UInt32(text.count), next: states[number].more), to: number)
  }

  private mutating func add(_ fact: Fact, to number: Int) {
    facts.append(fact)
    states[number].more = UInt32(facts.count)
  }
}
