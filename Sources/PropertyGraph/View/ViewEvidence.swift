internal import JSON

/// Words of an article and what they say or name.
struct ViewEvidence {
  /// What words say or name.
  enum Body {
    case node(Int)
    case claim(Int)
  }

  /// The article.
  let article: Int
  /// The first code point and the one after the last; nil where they are not known.
  let range: Range<Int>?
  /// The exact words.
  let words: String?
  /// Whether the words only name what they are about.
  let isMention: Bool
  /// What of an event or claim the words say, if not the whole.
  let supports: Int?
  /// What they are about.
  let body: Body

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("article", article)
    writer.member("start", range?.lowerBound)
    writer.member("end", range?.upperBound)
    writer.member("words", words)
    writer.member("how", isMention ? "mention" : "evidence")
    writer.member("supports", supports)
    switch body {
    case .node(let node): writer.member("node", node)
    case .claim(let claim): writer.member("claim", claim)
    }
    writer.endObject()
  }
}
