@testable import Validation

extension Pattern {
  /// Whether it matches, with room of its own.
  func matches(_ text: String) -> Bool {
    var room = Automaton.Room()
    return matches(text, in: &room) == true
  }
}
