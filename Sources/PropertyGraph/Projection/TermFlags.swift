internal import RDF

/// A set of terms of one table.
struct TermFlags {
  private var flags: [Bool]

  init(termCount: Int) {
    flags = Array(repeating: false, count: termCount)
  }

  func contains(_ term: TermID) -> Bool {
    Int(term.rawValue) < flags.count && flags[Int(term.rawValue)]
  }

  /// Adds a term and says whether it is new.
  @discardableResult
  mutating func insert(_ term: TermID) -> Bool {
    defer { flags[Int(term.rawValue)] = true }
    return !flags[Int(term.rawValue)]
  }

  mutating func remove(_ term: TermID) { flags[Int(term.rawValue)] = false }
}
