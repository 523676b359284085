public import RDF

/// Where in the input something stands.
public struct ReportPlace: Hashable, Sendable {
  /// The file as the user named it.
  public var file: String?
  /// Which of the inputs it is, by their order.
  public var fileNumber: Int
  /// The line and column.
  public var position: SourcePosition?
  /// The line, as it is shown.
  public var excerpt: SourceExcerpt?
  /// The graph of the triple, as N-Triples writes it; nil of the default graph.
  public var graph: String?
  /// The id of the article whose record it is in.
  public var article: String?
  /// Where in the record it is, as people write it: `events[3].date`.
  public var recordPath: String?
  /// Where in the record it is, as a JSON Pointer.
  public var recordPointer: String?
  /// The words of the article that stand for it.
  public var words: [Words]

  /// Words of an article.
  public struct Words: Hashable, Sendable {
    /// Whether they say it (`evidence`) or name it (`mention`).
    public let kind: String
    /// The first offset.
    public let start: Int
    /// The offset after the last.
    public let end: Int
    /// What the offsets count: `codepoint`, `utf8` or `utf16`.
    public let unit: String
    /// The words themselves, where they are known.
    public let text: String?

    /// Makes words.
    public init(kind: String, start: Int, end: Int, unit: String, text: String?) {
      self.kind = kind
      self.start = start
      self.end = end
      self.unit = unit
      self.text = text
    }
  }

  /// Makes a place of which but the file is known.
  public init(file: String?, number: Int, position: SourcePosition? = nil) {
    self.file = file
    fileNumber = number
    self.position = position
    words = []
  }

  /// The place as compilers print it: `file:line:column`, or as much of it as is known.
  var text: String {
    let parts = [file, position.map { "\($0.line)" }, position?.column.map { "\($0)" }]
    return parts.compactMap(\.self).joined(separator: ":")
  }

  /// The column after the value that stands here, on the same line; nil where it is not known.
  var endColumn: Int? {
    guard let column = position?.column, let excerpt else { return nil }
    return column + excerpt.valueLength
  }
}
