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
    draft.forEachSpan { spans.append($0) }
    guard spans.contains(where: { $0.words != nil }) else { return }
    guard let wrong = misfits(spans, usual).first else { return }
    for unit in OffsetUnit.allCases where unit != usual && misfits(spans, unit).isEmpty {
      draft.unit = unit
      draft.note(
        wrong.offset,
        "offsets count \(unit.words) here, not \(usual.words): counted so, all \(spans.count) "
          + "spans are where their words stand")
      return
    }
    draft.fault(
      wrong.offset,
      "offsets count neither code points, units of UTF-16 nor bytes of UTF-8: in none of them do "
        + "all words stand where they should; is it the text that was annotated?")
  }

  private func misfits(_ spans: [RecordDraft.Span], _ unit: OffsetUnit) -> [RecordDraft.Span] {
    guard let text = ArticleText(text, unit: unit) else { return [] }
    return spans.filter { span in
      guard span.start < span.end, let first = text.codePoint(at: span.start),
        let last = text.codePoint(at: span.end)
      else { return true }
      return span.words.map { !text.text(first..<last).elementsEqual($0.utf8) } ?? false
    }
  }
}
