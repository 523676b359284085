/// What a record's offsets count.
public enum OffsetUnit: String, CaseIterable, Sendable {
  /// Unicode code points.
  case codepoint
  /// Bytes of UTF-8.
  case utf8
  /// Units of UTF-16.
  case utf16

  /// What it counts, in words.
  var words: String {
    switch self {
    case .codepoint: "code points"
    case .utf8: "bytes of UTF-8"
    case .utf16: "units of UTF-16"
    }
  }
}
