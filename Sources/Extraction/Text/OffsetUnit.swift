/// What a record's offsets count.
public enum OffsetUnit: String, CaseIterable, Sendable {
  /// Unicode code points.
  case codepoint
  /// Bytes of UTF-8.
  case utf8
  /// Units of UTF-16.
  case utf16
}
