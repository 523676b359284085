/// The modes that a string of flags turns on.
///
/// - SeeAlso: XPath and XQuery Functions and Operators 3.1, section 5.6.2.
struct PatternFlags: OptionSet, Hashable, Sendable {
  /// Flag s: the dot matches line ends as well.
  static let dotMatchesAll = PatternFlags(rawValue: 1 << 0)
  /// Flag m: `^` and `$` match at each line.
  static let multiLine = PatternFlags(rawValue: 1 << 1)
  /// Flag i: characters and ranges match their case variants.
  static let ignoresCase = PatternFlags(rawValue: 1 << 2)
  /// Flag x: white space outside classes is removed from the pattern.
  static let ignoresSpace = PatternFlags(rawValue: 1 << 3)
  /// Flag q: each character of the pattern stands for itself; m, s and x have no effect.
  static let isLiteral = PatternFlags(rawValue: 1 << 4)

  /// One bit a flag.
  let rawValue: UInt8

  /// Modes from their bits.
  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Reads a string of flags.
  ///
  /// - Throws: ``PatternError/unknownFlag(_:)``.
  init(_ flags: String) throws(PatternError) {
    self = []
    for flag in flags {
      switch flag {
      case "s": insert(.dotMatchesAll)
      case "m": insert(.multiLine)
      case "i": insert(.ignoresCase)
      case "x": insert(.ignoresSpace)
      case "q": insert(.isLiteral)
      default: throw .unknownFlag(flag)
      }
    }
  }
}
