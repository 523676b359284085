/// Why a pattern or its flags cannot be used.
///
/// Positions count code points of the pattern from 1; what ends too early is placed where it
/// begins. The x flag does not move them.
enum PatternError: Error, Hashable, Sendable, CustomStringConvertible {
  /// It does not follow the grammar.
  case malformed(position: Int, problem: String, expected: String)
  /// It follows the grammar, and no linear-time matcher can do it.
  case unsupported(position: Int, feature: String)
  /// Its automaton would have more states than the limit.
  case tooLarge(limit: Int)
  /// A flag is none of i, m, q, s and x.
  case unknownFlag(Character)

  /// The fault in plain words, on one line.
  var description: String {
    switch self {
    case .malformed(let position, let problem, let expected):
      "the pattern is malformed at character \(position): \(problem); expected \(expected)"
    case .unsupported(let position, let feature):
      "the pattern has \(feature) at character \(position)"
    case .tooLarge(let limit):
      "the pattern takes more than \(limit) states once its counted repetitions are written out; "
        + "lower its counts"
    case .unknownFlag(let flag):
      "there is no pattern flag \(Self.quoted(flag)); expected any of i, m, q, s and x"
    }
  }

  /// Characters as a message shows them: what cannot be seen is named by its code points.
  static func quoted(_ character: Character) -> String {
    let isSeen = character.unicodeScalars.allSatisfy { scalar in
      !CategorySet.unseen.contains(CategorySet(scalar.properties.generalCategory))
    }
    guard !isSeen else { return "\"\(character)\"" }
    let codes = character.unicodeScalars.map { scalar in
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
    return codes.joined(separator: " ")
  }
}
