internal import RDF

/// Which things are said to be of the same classes.
///
/// Few sets of classes are shared by many things, so what holds of a set is found out once.
struct TypeSets: Sendable {
  /// The number of each term's set; 0 is the empty one.
  private var numbers: [UInt32] = []
  private(set) var sets: [[TermID]] = [[]]
  private var following: [UInt64: UInt32] = [:]

  /// Adds the classes that a layer says things are of.
  mutating func add(_ layer: FactLayer, termCount: Int) {
    if numbers.count < termCount {
      numbers.append(contentsOf: repeatElement(0, count: termCount - numbers.count))
    }
    for entry in layer.index.entries(predicate: .rdfType) {
      let subject = Int(entry.quad.subject.rawValue)
      numbers[subject] = set(numbers[subject], with: entry.quad.object)
    }
  }

  private mutating func set(_ number: UInt32, with type: TermID) -> UInt32 {
    let key = UInt64(number) << 32 | UInt64(type.rawValue)
    if let known = following[key] { return known }
    var next = number
    if !sets[Int(number)].contains(type) {
      next = UInt32(sets.count)
      sets.append(sets[Int(number)] + [type])
    }
    following[key] = next
    return next
  }

  /// The number of a term's set.
  func number(of term: TermID) -> Int {
    Int(term.rawValue) < numbers.count ? Int(numbers[Int(term.rawValue)]) : 0
  }
}
