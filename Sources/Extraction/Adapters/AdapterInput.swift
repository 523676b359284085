/// A document of an extractor's format, with what is known beside it.
struct AdapterInput {
  /// The document.
  let bytes: [UInt8]
  /// What the user and the file say of it.
  let settings: AdapterSettings
  /// Its number in its file, from 1.
  let number: Int
  /// Where files beside it are read.
  let folder: TextFolder?

  /// The file's name as an id, and the document's number where the file holds several.
  var name: String {
    let stem = RecordDraft.plainID(settings.stem)
    return settings.isOneOfSeveral ? "\(stem)-\(number)" : stem
  }

  /// The parts that it is put together of, where a format has a document in several files.
  var parts: [Range<Int>] {
    let starts = settings.parts.map(\.start)
    guard !starts.isEmpty else { return [0..<bytes.count] }
    return zip(starts, starts.dropFirst() + [bytes.count]).map { $0..<$1 }
  }

  /// The lines of a part, or of all, with the places they begin at, without their ends.
  func forEachLine(
    in part: Range<Int>? = nil,
    _ body: (_ line: ArraySlice<UInt8>) throws(SyntaxFault) -> Void
  ) throws(SyntaxFault) {
    let bytes = bytes[part ?? 0..<bytes.count]
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.endIndex
      let last = end > start && bytes[end - 1] == 0x0D ? end - 1 : end
      try body(bytes[start..<last])
      start = end + 1
    }
  }
}

extension AdapterInput {
  /// The name of the text beside the file: the file's, with the ending `.txt`.
  var textName: String { settings.stem + ".txt" }

  /// Says that the article's text is in the file beside this one, where that is there.
  func nameText(of draft: inout RecordDraft) {
    guard !settings.isOneOfSeveral, case .bytes? = folder?.read(textName) else { return }
    draft.source.textFile = RecordDraft.Placed(textName, draft.source.id.offset)
  }
}
