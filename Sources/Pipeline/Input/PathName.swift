/// A path as text, cut at its slashes.
///
/// Foundation's own cutting of paths traps on a name of one character (6.3.1).
struct PathName {
  private let text: String

  init(_ text: String) {
    self.text = text
  }

  /// What follows the last slash.
  var last: String {
    text.lastIndex(of: "/").map { String(text[text.index(after: $0)...]) } ?? text
  }

  /// What stands before the last slash: `.` where there is none, `/` at the root.
  var folder: String {
    guard let slash = text.lastIndex(of: "/") else { return "." }
    return slash == text.startIndex ? "/" : String(text[..<slash])
  }

  /// The last part without what follows its last dot.
  var stem: String {
    let last = last
    guard let dot = last.lastIndex(of: "."), dot > last.startIndex else { return last }
    return String(last[..<dot])
  }

  /// What follows the last dot of the last part; empty without one.
  var ending: String {
    let last = last
    guard let dot = last.lastIndex(of: "."), dot > last.startIndex else { return "" }
    return String(last[last.index(after: dot)...])
  }
}
