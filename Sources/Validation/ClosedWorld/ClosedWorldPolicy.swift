/// What becomes of data that do not say what the ontology lets one expect.
public enum ClosedWorldPolicy: String, CaseIterable, Sendable {
  /// They are not looked for.
  case off
  /// They are warnings.
  case warn
  /// They are violations.
  case error
}
