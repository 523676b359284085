/// How grave a validation result is.
///
/// - SeeAlso: SHACL, section 2.1.5.
public enum Severity: String, Comparable, Sendable {
  /// sh:Info.
  case info = "Info"
  /// sh:Warning.
  case warning = "Warning"
  /// sh:Violation.
  case violation = "Violation"

  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .violation: 2
    }
  }

  /// Orders by gravity.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}
