internal import RDF

/// What was found of terms, yes or no: two bits a term, taken when the first is set.
struct TermVerdicts: Sendable {
  private var words: [UInt64] = []

  /// What was found of a term, or nil when nothing was yet.
  subscript(term: TermID) -> Bool? {
    let word = Int(term.rawValue >> 5)
    guard word < words.count else { return nil }
    let bits = words[word] >> UInt64((term.rawValue & 31) * 2) & 3
    return bits == 0 ? nil : bits == 3
  }

  /// Keeps what was found of a term of a table of so many.
  mutating func set(_ term: TermID, _ verdict: Bool, of count: Int) {
    let word = Int(term.rawValue >> 5)
    if word >= words.count {
      words += Array(repeating: 0, count: max(count / 32, word) + 1 - words.count)
    }
    words[word] |= (verdict ? 3 : 1) << UInt64((term.rawValue & 31) * 2)
  }
}
