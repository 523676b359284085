/// How alike two keys of names are, from 0 to 1.
enum NameLikeness {
  /// The better of the share of common words and of common letters in order.
  static func of(_ first: NameKey, _ second: NameKey) -> Double {
    if first == second { return first.text.isEmpty ? 0 : 1 }
    return max(commonWords(first, second), commonLetters(first, second))
  }

  /// Dice's coefficient of the words.
  private static func commonWords(_ first: NameKey, _ second: NameKey) -> Double {
    let one = Set(first.words)
    let other = Set(second.words)
    guard !one.isEmpty, !other.isEmpty else { return 0 }
    return 2 * Double(one.intersection(other).count) / Double(one.count + other.count)
  }

  /// One less the edit distance as a share of the longer name, which is cut at 128 bytes.
  private static func commonLetters(_ first: NameKey, _ second: NameKey) -> Double {
    let one = Array(first.text.utf8.prefix(128))
    let other = Array(second.text.utf8.prefix(128))
    guard !one.isEmpty, !other.isEmpty else { return 0 }
    var previous = Array(0...other.count)
    var current = previous
    for (row, letter) in one.enumerated() {
      current[0] = row + 1
      for (column, candidate) in other.enumerated() {
        current[column + 1] = min(
          previous[column + 1] + 1, current[column] + 1,
          previous[column] + (letter == candidate ? 0 : 1))
      }
      swap(&previous, &current)
    }
    return 1 - Double(previous[other.count]) / Double(max(one.count, other.count))
  }
}
