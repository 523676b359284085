internal import RDF

/// What follows from an ontology and data by a set of rules, and what of it cannot all hold.
///
/// Triples are taken one after the other; each is matched, as every premise that it can be, with
/// those that are there already. A triple that is concluded is taken in its turn. Only triples of
/// properties and classes that an axiom names are looked at.
///
/// Below ``EntailmentLevel/owlRL`` no more is concluded than a check or a shape needs: superclasses
/// only of things that can contradict themselves by them, superproperties only where they are asked
/// for.
///
/// - SeeAlso: OWL 2 Profiles, section 4.3.
struct Closure: Sendable {
  /// How much may be concluded.
  struct Budget: Sendable {
    /// The greatest number of triples that follow, beside those allowed for each that is said.
    var triples = 500_000
    /// How many more may follow for each triple that is said.
    var triplesForEach = 4
    /// The greatest number of matches of premises.
    var matches = 200_000_000
  }

  let level: EntailmentLevel
  let names: OWLTerms
  /// The properties that shapes ask for.
  let visible: Set<TermID>
  var facts: FactBase
  var axioms: AxiomIndex
  var types = TypeSets()
  private(set) var contradictions: [Contradiction] = []
  /// Whether the budget was used up: then not all was concluded.
  private(set) var isExhausted = false
  /// The triple that was taken when the budget was used up.
  private(set) var exhaustedAt: FactID?

  private let budget: Budget
  private let tripleLimit: Int
  private var matches = 0
  private var isKnown = Set<Contradiction.Key>()
  private var next = 0
  /// Whether all axioms that are said are closed, so that others need a second look at triples.
  private var isLate = false
  private var touched = Set<AxiomIndex.Subject>()
  private var expanded = Set<TermID>()
  /// What is known of sets of classes, by the number of the set.
  private var verdicts: [Bool?] = []
  private var implied: [UInt64: Bool] = [:]
  private var counts: [TermID: Int] = [:]

  /// Starts over the triples of an ontology.
  init(
    _ level: EntailmentLevel, _ names: OWLTerms, visible: Set<TermID>, ontology: FactLayer,
    budget: Budget
  ) {
    self.level = level
    self.names = names
    self.visible = visible
    self.budget = budget
    tripleLimit = budget.triples + budget.triplesForEach * ontology.quads.count
    facts = FactBase(ontology, over: nil)
    axioms = AxiomIndex(names)
  }

  /// Starts over data, with what follows from an ontology.
  init(_ data: FactLayer, over ontology: Closure) {
    level = ontology.level
    names = ontology.names
    visible = ontology.visible
    budget = ontology.budget
    tripleLimit = budget.triples + budget.triplesForEach * data.quads.count
    facts = FactBase(data, over: ontology.facts.layer)
    axioms = ontology.axioms
    types = ontology.types
    verdicts = ontology.verdicts
    implied = ontology.implied
    counts = ontology.counts
  }

  // MARK: The order of work

  /// Concludes all there is.
  mutating func run(_ terms: borrowing TermTable) {
    let layer = facts.layer
    registerAxioms(layer)
    let isOwn = !touched.isEmpty
    if isOwn {
      verdicts = []
      implied = [:]
    }
    for predicate in layer.predicates where isAxiom(predicate) {
      takeAll(layer.index.entries(predicate: predicate), layer, terms)
    }
    drain(terms)
    types.add(layer, termCount: terms.count)
    isLate = true
    if isOwn, facts.ground != nil { lookAgain(terms) }
    touched = []
    for predicate in layer.predicates where !isAxiom(predicate) && !isExhausted {
      take(predicate, layer, terms)
      drain(terms)
    }
  }

  private func isAxiom(_ predicate: TermID) -> Bool {
    axioms.properties[predicate]?.isDisjoint(with: [.axiom, .equality]) == false
  }

  private mutating func registerAxioms(_ layer: FactLayer) {
    for predicate in names.predicates {
      for entry in layer.index.entries(predicate: predicate) {
        axioms.register(layer.fact(entry), facts, &touched)
      }
    }
    for characteristic in names.characteristics {
      for entry in layer.index.entries(predicate: .rdfType, object: characteristic) {
        axioms.register(layer.fact(entry), facts, &touched)
      }
    }
    let thing = axioms.classes[names.thing] ?? []
    isUniversal =
      level == .owlRL && !thing.subtracting([.someFiller, .qualifiedFiller]).isEmpty
  }

  /// Whether an axiom says something of all things.
  private var isUniversal = false

  private mutating func takeAll(
    _ entries: ArraySlice<QuadIndex.Entry>, _ layer: FactLayer, _ terms: borrowing TermTable
  ) {
    var last: Quad?
    for entry in entries {
      let quad = entry.quad
      // The same triple in another graph follows at once.
      if let last, last.subject == quad.subject, last.object == quad.object { continue }
      last = quad
      if isExhausted { return }
      take(layer.fact(entry), terms)
    }
  }

  /// Takes the triples of one predicate, as far as something can follow from them.
  private mutating func take(
    _ predicate: TermID, _ layer: FactLayer, _ terms: borrowing TermTable
  ) {
    let entries = layer.index.entries(predicate: predicate)
    if level == .owlRL {
      let isAsked =
        axioms.properties[predicate] != nil || predicate == .rdfType || !axioms.equals.isEmpty
        || isUniversal
      if isAsked { takeAll(entries, layer, terms) }
      return
    }
    if predicate == .rdfType {
      for entry in entries where isSuspect(types.number(of: entry.quad.subject)) {
        take(layer.fact(entry), terms)
      }
    }
    guard let interest = axioms.properties[predicate] else { return }
    let isTaken =
      !interest.isDisjoint(with: .checked)
      || interest.contains(.superproperty) && !supers(predicate).isEmpty
    if isTaken {
      takeAll(entries, layer, terms)
    } else if !interest.isDisjoint(with: [.domain, .range, .superproperty]), level == .rdfs {
      takeTypes(predicate, entries, layer, terms)
    }
  }

  /// The superproperties of a property that a check or a shape asks for.
  func supers(_ property: TermID) -> [Link] {
    facts.objects(property, names.subPropertyOf).filter { link in
      guard link.term != property else { return false }
      return level == .owlRL || visible.contains(link.term)
        || axioms.properties[link.term]?.isDisjoint(with: .checked) == false
    }
  }

  /// Takes the triples whose subject or object gains a type by a domain or range.
  private mutating func takeTypes(
    _ property: TermID, _ entries: ArraySlice<QuadIndex.Entry>, _ layer: FactLayer,
    _ terms: borrowing TermTable
  ) {
    let domains = typing(property, names.domain).map(\.type)
    let ranges = typing(property, names.range).map(\.type)
    guard !domains.isEmpty || !ranges.isEmpty else { return }
    for entry in entries {
      let quad = entry.quad
      let isNew =
        domains.contains { !isImplied($0, quad.subject) }
        || ranges.contains {
          terms.kind(of: quad.object) == .literal || !isImplied($0, quad.object)
        }
      if isNew { take(layer.fact(entry), terms) }
    }
  }

  /// A class that a property's domain or range gives, with the axioms that say so.
  struct Typing {
    let type: TermID
    let because: [FactID]
  }

  /// The domains or ranges of a property and of those above it.
  func typing(_ property: TermID, _ predicate: TermID) -> [Typing] {
    var found: [Typing] = facts.objects(property, predicate).map {
      Typing(type: $0.term, because: [$0.fact])
    }
    guard level == .rdfs else { return found.filter { $0.type != names.thing } }
    for above in facts.objects(property, names.subPropertyOf) where above.term != property {
      for link in facts.objects(above.term, predicate)
      where !found.contains(where: { $0.type == link.term }) {
        found.append(Typing(type: link.term, because: [above.fact, link.fact]))
      }
    }
    return found.filter { $0.type != names.thing }
  }

  /// Whether what is said of a thing's classes makes it one of a class.
  mutating func isImplied(_ type: TermID, _ term: TermID) -> Bool {
    let number = types.number(of: term)
    let key = UInt64(number) << 32 | UInt64(type.rawValue)
    if let known = implied[key] { return known }
    let isImplied = types.sets[number].contains {
      $0 == type || facts.contains($0, names.subClassOf, type)
    }
    implied[key] = isImplied
    return isImplied
  }

  /// Whether things of a set of classes can contradict themselves, by these classes or by what
  /// else is said of them.
  private mutating func isSuspect(_ number: Int) -> Bool {
    if number < verdicts.count, let known = verdicts[number] { return known }
    var all = Set<TermID>()
    for type in types.sets[number] {
      all.insert(type)
      if level != .none { all.formUnion(facts.objects(type, names.subClassOf).map(\.term)) }
    }
    var found = false
    for type in all {
      guard let interest = axioms.classes[type] else { continue }
      if !interest.isDisjoint(with: ClassInterest.checked.subtracting(.exclusive)) { found = true }
      if exclusion(of: type, all) { found = true }
    }
    if verdicts.count <= number {
      verdicts.append(contentsOf: repeatElement(nil, count: number + 1 - verdicts.count))
    }
    verdicts[number] = found
    return found
  }

  private func exclusion(of type: TermID, _ all: Set<TermID>) -> Bool {
    guard let interest = axioms.classes[type] else { return false }
    if interest.contains(.nothing) { return true }
    if interest.contains(.disjoint),
      facts.objects(type, names.disjointWith).contains(where: { all.contains($0.term) })
    {
      return true
    }
    if interest.contains(.complement),
      facts.objects(type, names.complementOf).contains(where: { all.contains($0.term) })
    {
      return true
    }
    return interest.contains(.allDisjoint)
      && (axioms.disjointClasses[type] ?? []).contains { axiom in
        axiom.members.contains { $0 != type && all.contains($0) }
          || axiom.members.count { $0 == type } > 1
      }
  }

  /// Takes all triples that were concluded and not yet taken.
  private mutating func drain(_ terms: borrowing TermTable) {
    while next < facts.layer.derived.count, !isExhausted {
      let fact = facts.layer.derived.fact(next)
      next += 1
      let isMore =
        isAxiom(fact.predicate)
        || fact.predicate == .rdfType
          && axioms.classes[fact.object]?.contains(.characteristic) == true
      if isMore {
        axioms.register(fact, facts, &touched)
        if isLate, !touched.isEmpty { lookAgain(terms) }
      }
      take(fact, terms)
    }
  }

  /// Takes the triples again that new axioms are about.
  private mutating func lookAgain(_ terms: borrowing TermTable) {
    let subjects = touched
    touched = []
    verdicts = []
    implied = [:]
    var again: [Fact] = []
    for subject in subjects {
      switch subject {
      case .property(let property): again += facts.facts(property)
      case .classNamed(let type):
        var all = [type]
        if level != .owlRL {
          all += facts.subjects(names.subClassOf, type).map(\.term).filter { $0 != type }
        }
        for one in all {
          for link in facts.subjects(.rdfType, one) {
            again.append(
              Fact(id: link.fact, subject: link.term, predicate: .rdfType, object: one))
          }
        }
      }
    }
    again.sort { $0.id < $1.id }
    for fact in again { take(fact, terms) }
  }

  // MARK: Results

  /// Whether the rules of the level include one.
  private func isUsed(_ rule: EntailmentRule) -> Bool {
    switch level {
    case .owlRL: true
    case .rdfs: EntailmentRule.ofRDFS.contains(rule)
    case .none: false
    }
  }

  /// Counts a match of premises; false when the budget is used up.
  mutating func spend() -> Bool {
    matches += 1
    if matches > budget.matches { isExhausted = true }
    return !isExhausted
  }

  /// Adds a triple that follows, unless it is there.
  mutating func conclude(
    _ rule: EntailmentRule, _ subject: TermID, _ predicate: TermID, _ object: TermID,
    _ because: FactID...
  ) {
    conclude(rule, subject, predicate, object, all: because)
  }

  /// Adds a triple that follows, unless it is there.
  mutating func conclude(
    _ rule: EntailmentRule, _ subject: TermID, _ predicate: TermID, _ object: TermID,
    all because: [FactID]
  ) {
    // Two that are the same and different are found as such, not once more as one that is neither.
    guard predicate != names.differentFrom || subject != object else { return }
    guard isUsed(rule), spend(), !facts.contains(subject, predicate, object) else { return }
    guard facts.layer.derived.count < tripleLimit else {
      isExhausted = true
      return
    }
    facts.layer.derived.append(subject, predicate, object, rule, because)
  }

  /// Keeps a contradiction that is not known yet.
  mutating func report(_ contradiction: Contradiction) {
    if isKnown.insert(contradiction.key).inserted { contradictions.append(contradiction) }
  }

  // MARK: One triple

  /// Finds what follows from a triple together with those that are there.
  private mutating func take(_ fact: Fact, _ terms: borrowing TermTable) {
    defer { if isExhausted, exhaustedAt == nil { exhaustedAt = fact.id } }
    if fact.predicate == .rdfType {
      expand(fact, terms)
      takeType(fact, terms)
    }
    if let interest = axioms.properties[fact.predicate] {
      if interest.contains(.axiom) { takeAxiom(fact, terms) }
      if interest.contains(.equality) { takeEquality(fact, terms) }
      takeValue(fact, interest, terms)
    }
    guard level == .owlRL else { return }
    if !axioms.equals.isEmpty { replace(fact, terms) }
    if isUniversal { takeThing(fact, terms) }
  }

  private mutating func takeThing(_ fact: Fact, _ terms: borrowing TermTable) {
    conclude(.clsThing, fact.subject, .rdfType, names.thing, fact.id)
    if terms.kind(of: fact.object) != .literal, fact.predicate != .rdfType {
      conclude(.clsThing, fact.object, .rdfType, names.thing, fact.id)
    }
  }

  /// What is said of the classes of a thing is taken once a class was concluded of it.
  private mutating func expand(_ fact: Fact, _ terms: borrowing TermTable) {
    guard level == .rdfs, fact.id.index >= facts.layer.derived.start,
      expanded.insert(fact.subject).inserted
    else { return }
    for link in facts.objects(fact.subject, .rdfType)
    where link.fact.index < facts.layer.derived.start {
      takeType(
        Fact(id: link.fact, subject: fact.subject, predicate: .rdfType, object: link.term), terms)
    }
  }

  /// The number that a cardinality says; nil when it says none.
  mutating func count(_ literal: TermID, _ terms: borrowing TermTable) -> Int? {
    if let known = counts[literal] { return known < 0 ? nil : known }
    let number = terms.kind(of: literal) == .literal ? Int(terms.string(of: literal)) : nil
    counts[literal] = number ?? -1
    return number.flatMap { $0 < 0 ? nil : $0 }
  }
}
