/// Where in a record something came from, beside its line and column.
public struct RecordTrace: Hashable, Sendable {
  /// The id of the article, where the record has one.
  public let article: String?
  /// The place as people write it: `events[3].date`; empty of the record as a whole.
  public let path: String
  /// The place as programs write it: `/events/3/date`.
  ///
  /// - SeeAlso: RFC 6901, section 3 (syntax).
  public let pointer: String
  /// The words of the article that the record gives for it, or for the nearest item around it.
  public let words: [ArticleWords]
}

/// Words of an article that stand for what a record says.
public struct ArticleWords: Hashable, Sendable {
  /// How the article stands for it.
  public enum Kind: String, Sendable {
    /// It says it.
    case evidence
    /// It names it.
    case mention
  }

  /// How the article stands for it.
  public let kind: Kind
  /// The first offset, in the record's own unit.
  public let start: Int
  /// The offset after the last.
  public let end: Int
  /// What the offsets count.
  public let unit: OffsetUnit
  /// The words, where the record has them or its text is at hand.
  public let text: String?
}
