/// The path of a result with its structure, so that its triples can be written into a report.
///
/// - SeeAlso: SHACL, sections 2.3.1 and 3.6.2.2 (sh:resultPath).
public indirect enum ResultPath: Hashable, Sendable {
  /// A property: its IRI as N-Triples writes it.
  case predicate(String)
  /// sh:inversePath.
  case inverse(ResultPath)
  /// A list of paths, walked one after the other.
  case sequence([ResultPath])
  /// sh:alternativePath.
  case alternative([ResultPath])
  /// sh:zeroOrMorePath.
  case zeroOrMore(ResultPath)
  /// sh:oneOrMorePath.
  case oneOrMore(ResultPath)
  /// sh:zeroOrOnePath.
  case zeroOrOne(ResultPath)
}
