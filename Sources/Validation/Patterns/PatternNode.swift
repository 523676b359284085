/// A regular expression as a tree.
///
/// What matches only the empty string is always `.empty`, so that each other node but a choice's
/// takes a state; how deep it goes is limited by the parser, so that walks may recurse.
indirect enum PatternNode: Hashable, Sendable {
  /// The empty string.
  case empty
  /// One code point of a set.
  case scalar(ScalarSet)
  /// A place in the text, of no width.
  case anchor(Anchor)
  /// One after the other.
  case sequence([PatternNode])
  /// Any one of them.
  case choice([PatternNode])
  /// As many times as the bounds say; nil is no upper bound.
  case repetition(PatternNode, atLeast: Int, atMost: Int?)

  /// Where an anchor holds.
  ///
  /// - SeeAlso: XPath and XQuery Functions and Operators 3.1, section 5.6.1 (`^` and `$`).
  enum Anchor: Hashable, Sendable {
    /// Before the first code point.
    case textStart
    /// After the last code point.
    case textEnd
    /// At the start of the text or after a newline that does not end the text.
    case lineStart
    /// Before a newline, or at the end of a text that does not end with one.
    case lineEnd

    /// Whether it holds between two code points; nil stands for an end of the text.
    func holds(after previous: Unicode.Scalar?, before next: Unicode.Scalar?) -> Bool {
      switch self {
      case .textStart: previous == nil
      case .textEnd: next == nil
      case .lineStart: previous == nil || previous == "\n" && next != nil
      case .lineEnd: next == "\n" || next == nil && previous != "\n"
      }
    }
  }

  /// Puts nodes one after the other, without those that are empty.
  static func inSequence(_ nodes: [PatternNode]) -> PatternNode {
    let parts = nodes.filter { $0 != .empty }
    return parts.count > 1 ? .sequence(parts) : parts.first ?? .empty
  }

  /// Repeats a node; what repeats nothing, or never, is empty.
  static func repeated(_ node: PatternNode, atLeast: Int, atMost: Int?) -> PatternNode {
    if node == .empty || atMost == 0 { return .empty }
    return atLeast == 1 && atMost == 1
      ? node : .repetition(node, atLeast: atLeast, atMost: atMost)
  }
}
