public import RDF

/// How a thing is put by the article.
public enum RecordStatus: String, CaseIterable, Sendable {
  /// Said as a fact.
  case asserted
  /// Said to be going to happen.
  case planned
  /// Said to be possible, or one of several branches.
  case possible
  /// Said to be said by another.
  case reported
  /// Said not to be so.
  case denied
}

/// On which side of a number or duration the true one lies.
public enum RecordBound: String, CaseIterable, Sendable {
  /// Near it.
  case approximately
  /// It or more.
  case atLeast
  /// It or less.
  case atMost
  /// More than it.
  case moreThan
  /// Less than it.
  case lessThan
}

/// How far a thing holds.
public enum RecordDegree: String, CaseIterable, Sendable {
  /// For the most part.
  case mainly
  /// In part.
  case partly
}

/// Where within its time a date lies.
public enum RecordDatePart: String, CaseIterable, Sendable {
  /// At the beginning.
  case early
  /// In the middle.
  case mid
  /// At the end.
  case end
  /// In the evening.
  case evening
}

/// A date or interval as a record gives it.
public struct RecordDate: Sendable {
  /// The date.
  public let value: EDTF
  /// The part of it that is meant.
  public let part: RecordDatePart?
  /// The words for it, in the source's language.
  public let text: RecordText?
  /// Where the article says it.
  public let evidence: [RecordSpan]
  /// Where it stands in the document.
  public let offset: SourceOffset
}

/// What is said of a statement: how it is put, by whom, how surely, for when.
public struct Qualification: Sendable {
  /// How it is put; nil where the record does not say.
  public internal(set) var status: RecordStatus?
  /// The ids of those who say it; none where only the article speaks.
  public internal(set) var attributedTo: [RecordText] = []
  /// The id of the document that says it.
  public internal(set) var via: RecordText?
  /// How sure the extractor is, as a decimal from 0 to 1.
  public internal(set) var confidence: RecordText?
  /// Whether it is known from elsewhere and not said by the article.
  public internal(set) var isBackground = false
  /// How far it holds.
  public internal(set) var degree: RecordDegree?
  /// When it holds.
  public internal(set) var interval: RecordDate? {
    get { intervals.first }
    set { intervals = newValue.map { [$0] } ?? [] }
  }
  /// The id of the event or relation that it is one branch of.
  public internal(set) var alternativeOf: RecordText?
  /// On which side of its number the true one lies.
  public internal(set) var bound: RecordBound?
  /// What its number counts.
  public internal(set) var unit: RecordText?
  /// Where the article says it.
  public internal(set) var evidence: [RecordSpan] = []
  /// None or one: few have one, and all are moved about.
  private var intervals: [RecordDate] = []

  /// Whether anything is said at all.
  public var isEmpty: Bool {
    status == nil && attributedTo.isEmpty && via == nil && confidence == nil && !isBackground
      && degree == nil && intervals.isEmpty && alternativeOf == nil && bound == nil && unit == nil
      && evidence.isEmpty
  }

  /// Whether the plain triple may stand: the article says just this.
  public var isPlain: Bool {
    (status ?? .asserted) == .asserted && attributedTo.isEmpty && intervals.isEmpty && bound == nil
      && degree == nil && alternativeOf == nil
  }
}
