/// Finds the name that a misspelt one was likely meant to be.
public enum NearestName {
  /// The candidate with the least edit distance, when that is at most a third of the length.
  ///
  /// Case counts half a letter. Ties go to the first, so a message is the same on every run.
  public static func find(_ text: String, in candidates: some Sequence<String>) -> String? {
    let wanted = Array(text.unicodeScalars)
    guard wanted.count <= 128 else { return nil }
    var best: (name: String, cost: Int)?
    for candidate in candidates {
      let letters = Array(candidate.unicodeScalars)
      let limit = min(
        max(max(wanted.count, letters.count) * 2 / 3, 2), best.map { $0.cost - 1 } ?? .max)
      guard letters.count <= 128, abs(letters.count - wanted.count) * 2 <= limit else { continue }
      let cost = distance(wanted, letters)
      if cost <= limit { best = (candidate, cost) }
    }
    return best?.name
  }

  /// A hint to append to a message: `; did you mean "…"?`, or nothing.
  public static func hint(_ text: String, in candidates: some Sequence<String>) -> String {
    find(text, in: candidates).map { "; did you mean \"\($0)\"?" } ?? ""
  }

  /// Twice the edit distance with transpositions; a change of case costs 1.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(stride(from: 0, through: right.count * 2, by: 2))
    for (row, letter) in left.enumerated() {
      var current = [(row + 1) * 2]
      current.reserveCapacity(right.count + 1)
      for (column, other) in right.enumerated() {
        let change =
          letter == other
          ? 0 : letter.properties.lowercaseMapping == other.properties.lowercaseMapping ? 1 : 2
        var cost = min(previous[column] + change, previous[column + 1] + 2, current[column] + 2)
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          cost = min(cost, beforePrevious[column - 1] + 2)
        }
        current.append(cost)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[right.count]
  }
}
