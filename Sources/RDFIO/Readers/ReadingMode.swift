public import RDF

/// What is done with a statement that is not of its syntax.
public enum ReadingMode: Sendable {
  /// Reading ends there with an error.
  case strict
  /// The rest of the statement is skipped and reading goes on after it.
  ///
  /// In N-Triples and N-Quads that is the line; in Turtle and TriG all up to a full stop before
  /// white space, and what the statement said before the fault has been handed out.
  case lenient
}

/// What ``ReadingMode/lenient`` went past.
public struct SkippedStatements: Sendable {
  /// How many faults there were.
  public private(set) var count = 0
  /// The messages of the first 1,000 faults, as errors with their places.
  public private(set) var diagnostics: [Diagnostic] = []

  mutating func add(_ diagnostic: Diagnostic) {
    count += 1
    if diagnostics.count < 1000 { diagnostics.append(diagnostic) }
  }
}
