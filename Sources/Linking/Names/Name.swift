/// A name of a thing in a language.
public struct Name: Hashable, Sendable {
  /// What kind of name it is, the first being the surest.
  public enum Rank: Int, Comparable, Sendable {
    /// What it is called: rdfs:label, skos:prefLabel.
    case label
    /// What it is called too: skos:altLabel.
    case alias
    /// What it is looked for by and not called: skos:hiddenLabel.
    case hidden

    /// Whether a rank is surer than another.
    public static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
  }

  /// The name as it is written.
  public let text: String
  /// The language tag in lower case; empty without one.
  public let language: String
  /// What kind of name it is.
  public let rank: Rank
  /// What it is compared by.
  public let key: NameKey

  /// Makes a name.
  public init(_ text: String, language: String = "", rank: Rank = .label) {
    self.init(text, language: language, rank: rank, key: NameKey(text))
  }

  init(_ text: String, language: String, rank: Rank, key: NameKey) {
    self.text = text
    self.language = language
    self.rank = rank
    self.key = key
  }

  /// The language without region or script.
  var primaryLanguage: Substring { language.prefix { $0 != "-" } }
}
