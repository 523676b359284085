internal import Foundation

/// What a name is compared by: its words without case, accents, punctuation and a leading article.
///
/// Compatibility forms are one (NFKC), `œ` is `oe`, and an apostrophe ends a word: `l’État` and
/// `Etat` have one key. Marks of scripts in which they spell vowels stay.
public struct NameKey: Hashable, Sendable {
  /// The words with one space between; empty where a name has no letter and no digit.
  public let text: String

  /// The words.
  public var words: [Substring] { text.split(separator: " ") }

  /// The words that tell things apart: those of more than two letters, for initials and particles
  /// do not; each sign of a script that has a sign a word.
  var tellingWords: Set<Substring> {
    var found: Set<Substring> = []
    for word in words {
      let signs = word.indices.filter { word.unicodeScalars[$0].properties.isIdeographic }
      for sign in signs { found.insert(word[sign...sign]) }
      if signs.isEmpty, word.count > 2 { found.insert(word) }
    }
    return found
  }

  /// Makes the key of a name.
  public init(_ name: String) {
    var words = Self.isPlain(name) ? Self.plainWords(name) : Self.words(name)
    if words.count > 1, Self.articles.contains(words[0]) { words.removeFirst() }
    text = words.joined(separator: " ")
  }

  /// Articles that may open a name in the languages that press articles have most.
  private static let articles: Set<String> = [
    "le", "la", "les", "l", "the", "el", "los", "las", "il", "lo", "gli", "der", "die", "das",
    "het",
  ]

  private static func isPlain(_ name: String) -> Bool { name.utf8.allSatisfy { $0 < 0x80 } }

  private static func plainWords(_ name: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    func end() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
    }
    for byte in name.utf8 {
      switch byte {
      case 0x61...0x7A, 0x30...0x39: word.append(byte)
      case 0x41...0x5A: word.append(byte | 0x20)
      default: end()
      }
    }
    end()
    return words
  }

  private static func words(_ name: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    func end() {
      if !word.isEmpty { words.append(String(word)) }
      word = String.UnicodeScalarView()
    }
    for scalar in name.decomposedStringWithCompatibilityMapping.unicodeScalars {
      if let letters = spelledOut[scalar] {
        word.append(contentsOf: letters.unicodeScalars)
        continue
      }
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .decimalNumber, .letterNumber, .otherNumber:
        word.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      case .nonspacingMark, .spacingMark, .enclosingMark:
        if !isAccent(scalar), !word.isEmpty { word.append(scalar) }
      case .format: continue
      default: if scalar != "¬" { end() }
      }
    }
    end()
    return words
  }

  /// Letters that no decomposition takes apart.
  private static let spelledOut: [Unicode.Scalar: String] = [
    "œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "ẞ": "ss", "ø": "o", "Ø": "o",
    "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th", "ı": "i",
  ]

  /// Whether a mark is an accent of Latin, Greek or Cyrillic, or a short vowel of Arabic.
  private static func isAccent(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x300...0x36F, 0x64B...0x65F, 0x670: true
    default: false
    }
  }
}
