public import RDF

/// That more follows from data than can be held, so that not all of them was checked.
public struct Exhaustion: Sendable {
  /// What was to be concluded.
  public let level: EntailmentLevel
  /// The position of the quad that was taken last, or nil where none of the data was.
  public let quad: Int?
  /// Where that quad came from.
  public let origin: SourceOffset

  /// The fault as a message about a place.
  public func diagnostic(file: String?, position: SourcePosition?) -> Diagnostic {
    Diagnostic(
      .error, file: file, position: position,
      "more follows from the ontology by \(level.rawValue) than can be held, so that not all was "
        + "checked; expected less data at a time, or a lower level of entailment")
  }
}
