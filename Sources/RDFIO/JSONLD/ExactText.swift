/// A text that equals another exactly when its bytes do.
///
/// Strings of Swift are equal when their letters are, however these are put together; IRIs are not.
struct ExactText: Hashable, Comparable, Sendable {
  let string: String

  init(_ string: String) {
    self.string = string
  }

  static func == (left: ExactText, right: ExactText) -> Bool {
    left.string.utf8.elementsEqual(right.string.utf8)
  }

  static func < (left: ExactText, right: ExactText) -> Bool {
    left.string.utf8.lexicographicallyPrecedes(right.string.utf8)
  }

  func hash(into hasher: inout Hasher) {
    for byte in string.utf8 { hasher.combine(byte) }
  }

  /// What stands before the first colon, or nil without one.
  var beforeColon: ExactText? {
    string.utf8.firstIndex(of: UInt8(ascii: ":")).map { ExactText(String(string[..<$0])) }
  }

  var hasColon: Bool { string.utf8.contains(UInt8(ascii: ":")) }
}
