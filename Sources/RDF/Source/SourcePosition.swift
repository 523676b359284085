/// A line and column of a text, both counted from 1; columns count Unicode code points.
public struct SourcePosition: Hashable, Comparable, Sendable {
  /// The line, from 1.
  public let line: Int
  /// The column in code points, from 1, or nil where only the line is known.
  public let column: Int?

  /// Makes a position.
  public init(line: Int, column: Int?) {
    self.line = line
    self.column = column
  }

  /// Orders positions as they stand in a text; a line as a whole comes before its columns.
  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column ?? 0) < (right.line, right.column ?? 0)
  }
}
