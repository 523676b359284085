internal import RDF

/// Triples that were concluded, each once, with the rule and the premises it came from first.
struct DerivedFacts: Sendable {
  private struct Entry {
    let subject, predicate, object: TermID
    let rule: EntailmentRule
    let premises: UInt32
    /// The entry before this one with the same subject and predicate, and so on; 0 is none.
    let sameSubject, sameObject, samePredicate: UInt32
    /// The entry before this one with the same subject, or object, whatever its predicate.
    let anySubject, anyObject: UInt32
  }

  private var entries: [Entry] = []
  private var premises: [FactID] = []
  private var slots = HashSlots(capacity: 8)
  /// The last entry of a pair of subject and predicate, predicate and object; counted from 1.
  private var bySubject: [UInt64: UInt32] = [:]
  private var byObject: [UInt64: UInt32] = [:]
  private var byPredicate: [TermID: UInt32] = [:]
  private var bySubjectAlone: [TermID: UInt32] = [:]
  private var byObjectAlone: [TermID: UInt32] = [:]
  /// The number of the first one.
  let start: Int

  init(start: Int) { self.start = start }

  var count: Int { entries.count }
  var isEmpty: Bool { entries.isEmpty }

  func fact(_ position: Int) -> Fact {
    let entry = entries[position]
    return Fact(
      id: FactID(start + position), subject: entry.subject, predicate: entry.predicate,
      object: entry.object)
  }

  func rule(_ position: Int) -> EntailmentRule { entries[position].rule }

  func premises(_ position: Int) -> ArraySlice<FactID> {
    let end =
      position + 1 < entries.count ? Int(entries[position + 1].premises) : premises.count
    return premises[Int(entries[position].premises)..<end]
  }

  func find(_ subject: TermID, _ predicate: TermID, _ object: TermID) -> FactID? {
    guard !entries.isEmpty else { return nil }
    let hash = Self.hash(subject, predicate, object)
    let found = slots.find(hash: hash) { position in
      let entry = entries[Int(position)]
      return entry.subject == subject && entry.predicate == predicate && entry.object == object
    }
    return found.map { FactID(start + Int($0)) }
  }

  /// Adds a triple that is not there yet.
  mutating func append(
    _ subject: TermID, _ predicate: TermID, _ object: TermID, _ rule: EntailmentRule,
    _ because: some Sequence<FactID>
  ) {
    let number = UInt32(entries.count + 1)
    let subjectKey = Self.key(subject, predicate)
    let objectKey = Self.key(predicate, object)
    entries.append(
      Entry(
        subject: subject, predicate: predicate, object: object, rule: rule,
        premises: UInt32(premises.count),
        sameSubject: bySubject.updateValue(number, forKey: subjectKey) ?? 0,
        sameObject: byObject.updateValue(number, forKey: objectKey) ?? 0,
        samePredicate: byPredicate.updateValue(number, forKey: predicate) ?? 0,
        anySubject: bySubjectAlone.updateValue(number, forKey: subject) ?? 0,
        anyObject: byObjectAlone.updateValue(number, forKey: object) ?? 0))
    premises.append(contentsOf: because)
    slots.insert(number - 1, hash: Self.hash(subject, predicate, object))
  }

  func appendObjects(_ subject: TermID, _ predicate: TermID, to links: inout [Link]) {
    var next = bySubject[Self.key(subject, predicate)] ?? 0
    while next != 0 {
      let entry = entries[Int(next) - 1]
      links.append(Link(term: entry.object, fact: FactID(start + Int(next) - 1)))
      next = entry.sameSubject
    }
  }

  func appendSubjects(_ predicate: TermID, _ object: TermID, to links: inout [Link]) {
    var next = byObject[Self.key(predicate, object)] ?? 0
    while next != 0 {
      let entry = entries[Int(next) - 1]
      links.append(Link(term: entry.subject, fact: FactID(start + Int(next) - 1)))
      next = entry.sameObject
    }
  }

  func appendFacts(_ predicate: TermID, to facts: inout [Fact]) {
    var next = byPredicate[predicate] ?? 0
    while next != 0 {
      facts.append(fact(Int(next) - 1))
      next = entries[Int(next) - 1].samePredicate
    }
  }

  func appendFacts(subject: TermID, to facts: inout [Fact]) {
    var next = bySubjectAlone[subject] ?? 0
    while next != 0 {
      facts.append(fact(Int(next) - 1))
      next = entries[Int(next) - 1].anySubject
    }
  }

  func appendFacts(object: TermID, to facts: inout [Fact]) {
    var next = byObjectAlone[object] ?? 0
    while next != 0 {
      facts.append(fact(Int(next) - 1))
      next = entries[Int(next) - 1].anyObject
    }
  }

  private static func key(_ first: TermID, _ second: TermID) -> UInt64 {
    UInt64(first.rawValue) << 32 | UInt64(second.rawValue)
  }

  private static func hash(_ subject: TermID, _ predicate: TermID, _ object: TermID) -> UInt64 {
    let left = (key(subject, predicate) ^ 0x9E37_79B9_7F4A_7C15)
      .multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    let right = (left.high ^ left.low ^ UInt64(object.rawValue))
      .multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    return right.high ^ right.low
  }
}
