/// A compiled regular expression of SPARQL's REGEX, which `sh:pattern` uses.
///
/// It matches anywhere in a text unless anchors say otherwise. Time is linear in the length of
/// the text times the size of the pattern, whatever both are. Code points are compared as they
/// are, without normalisation. Categories are those of the Unicode version of the Swift library.
///
/// - SeeAlso: SPARQL 1.1 Query Language, section 17.4.3.14; XPath and XQuery Functions and
///   Operators 3.1, sections 5.6.1 to 5.6.3.
struct Pattern: Sendable {
  /// The pattern as it was given.
  let source: String
  /// The flags as they were given.
  let flags: String
  private let automaton: Automaton

  /// Reads and compiles a pattern.
  ///
  /// - Parameters:
  ///   - source: The regular expression.
  ///   - flags: Any of i, m, q, s and x, in any order; one that is repeated counts once.
  /// - Throws: ``PatternError``.
  init(_ source: String, flags: String = "") throws(PatternError) {
    self.source = source
    self.flags = flags
    let modes = try PatternFlags(flags)
    automaton = try Automaton(PatternParser.parse(source, flags: modes))
  }

  /// Whether some part of the text, which can be empty, is in the language of the pattern.
  ///
  /// - Returns: nil when the text and the pattern take too many steps together.
  func matches(_ text: String, in room: inout Automaton.Room) -> Bool? {
    automaton.matches(text, in: &room)
  }
}
