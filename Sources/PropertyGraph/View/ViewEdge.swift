internal import JSON

/// A line between two nodes: a plain triple with the claims that say no more, or a claim without one.
struct ViewEdge {
  /// The node it leads from.
  let source: Int
  /// The node it leads to.
  let target: Int
  /// The property.
  let term: Int
  /// The article that it is of.
  let article: Int
  /// The claims that say it.
  var claims: [Int] = []
  /// Whether it is known, but not from the article's text.
  let isBackground: Bool

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("from", source)
    writer.member("to", target)
    writer.member("term", term)
    writer.member("article", article)
    writer.member("claims", claims)
    writer.member("background", when: isBackground)
    writer.endObject()
  }
}
