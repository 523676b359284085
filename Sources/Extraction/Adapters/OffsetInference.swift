/// Finds out what a document's offsets count, by where the words stand.
struct OffsetInference {
  private let text: [UInt8]

  init(_ text: [UInt8]) {
    self.text = text
  }

  /// Gives the draft the unit in which all its spans fit.
  ///
  /// That is the format's own, or else one of the others, which a note then names; where none
  /// does, that is an error.
  func run(_ draft: inout RecordDraft) {
    guard draft.settings.unit == nil else { return }
    let usual = draft.unit
    var spans: [RecordDraft.Span] = []
    draft.forEachSpan { if $0.words != nil { spans.append($0) } }
    let wrong = misfits(spans, usual)
    guard let first = wrong.first else { return }
    for unit in OffsetUnit.allCases where unit != usual && misfits(spans, unit).isEmpty {
      draft.unit = unit
      draft.note(
        first.offset,
        "offsets count \(unit.words) here, not \(usual.words): counted so, all words stand "
          + "where they should")
      return
    }
    // Where most are right, each of the others is an error of its own.
    guard wrong.count * 2 > spans.count else { return }
    draft.fault(
      first.offset,
      "offsets count neither code points, units of UTF-16 nor bytes of UTF-8: in none of them do "
        + "all words stand where they should; is it the text that was annotated?")
  }

  private func misfits(_ spans: [RecordDraft.Span], _ unit: OffsetUnit) -> [RecordDraft.Span] {
    guard let text = ArticleText(text, unit: unit) else { return [] }
    return spans.filter { !Self.fits($0, text) }
  }

  /// Whether a span's words, where it has any, stand there.
  private static func fits(_ span: RecordDraft.Span, _ text: ArticleText) -> Bool {
    guard let standing = standing(span, text) else { return false }
    guard let words = span.words else { return true }
    return span.isLoose
      ? folded(standing) == folded(words) : standing.utf8.elementsEqual(words.utf8)
  }

  /// The words of the text at a span, or at its fragments with spaces between; nil where it is no
  /// place of the text.
  private static func standing(_ span: RecordDraft.Span, _ text: ArticleText) -> String? {
    let parts = span.fragments.isEmpty ? [span.start..<max(span.end, span.start)] : span.fragments
    let found = parts.map { part in
      part.isEmpty ? nil : text.words(from: part.lowerBound, to: part.upperBound)
    }
    return found.contains(nil) ? nil : found.compactMap(\.self).joined(separator: " ")
  }

  private static func folded(_ words: String) -> String {
    words.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Gives spans the words that stand there, and things without a name those of their mentions.
  ///
  /// Words that stand elsewhere stay, for those who read the record to say so.
  func settle(_ draft: inout RecordDraft) {
    guard let text = ArticleText(text, unit: draft.unit) else { return }
    var wrong: [(span: RecordDraft.Span, words: String)] = []
    draft.forEachSpan { span in
      guard Self.fits(span, text) else {
        // These are at no one place, and so are not held against the text later.
        if !span.fragments.isEmpty, let words = span.words { wrong.append((span, words)) }
        return
      }
      span.words = text.words(from: span.start, to: span.end)
      span.fragments = []
    }
    for (span, words) in wrong {
      let place = span.fragments.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ";")
      let found = Self.standing(span, text).map { ", where \"\($0)\" does" } ?? ""
      draft.fault(span.offset, "\"\(words)\" does not stand at \(place)\(found)")
    }
    for index in draft.entities.indices where draft.entities[index].names.isEmpty {
      draft.entities[index].names = Self.names(draft.entities[index].mentions, text)
    }
    for index in draft.events.indices where draft.events[index].names.isEmpty {
      draft.events[index].names = Self.names(Array(draft.events[index].evidence.prefix(1)), text)
    }
  }

  private static func names(
    _ spans: [RecordDraft.Span], _ text: ArticleText
  ) -> [RecordDraft.Placed] {
    var names: [RecordDraft.Placed] = []
    for span in spans {
      let words = text.words(from: span.start, to: span.end) ?? ""
      let name = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if !name.isEmpty, !names.contains(where: { $0.text == name }) {
        names.append(RecordDraft.Placed(name, span.offset))
      }
    }
    return names
  }
}
