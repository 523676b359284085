public import RDF

/// A piece of text of a record: a range of its bytes and the place it stands at in the file.
public struct RecordText: Hashable, Sendable {
  let start: UInt32
  let count: UInt32
  /// Where it stands in the document it was read from.
  public let offset: SourceOffset

  /// Where its bytes stand in ``ExtractionRecord/strings``.
  public var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
}

/// A text in a language.
public struct RecordLabel: Hashable, Sendable {
  /// The language tag, or nil where the source's language holds.
  public let language: RecordText?
  /// The text.
  public let text: RecordText
}

/// Words of the article, from one place to another.
public struct RecordSpan: Hashable, Sendable {
  /// The first code point, or nil where offsets count in a unit that only the text can convert.
  public internal(set) var start: Int?
  /// The code point after the last; nil as ``start`` is.
  public internal(set) var end: Int?
  /// The first offset as the record gives it, in its own unit.
  public let givenStart: Int
  /// The last offset as the record gives it, in its own unit.
  public let givenEnd: Int
  /// The words, where the record has them.
  public let text: RecordText?
  /// Where it stands in the document.
  public let offset: SourceOffset
}
