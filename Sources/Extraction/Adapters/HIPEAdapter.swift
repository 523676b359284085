/// The columns of the shared task HIPE: a token a line, with its entities and their links.
///
/// The text is put together of the tokens by `NoSpaceAfter`. Mentions of one type with one link are
/// one entity of their document; a mention without a link is one for itself.
///
/// - SeeAlso: HIPE 2022 Shared Task Participation Guidelines, section 6 (data format).
struct HIPEAdapter: Adapter {
  static let part = ExtractorFormat.Part.lines
  static let expectedColumns: String? = "TOKEN and NE-COARSE-LIT among them, with tabs between"

  static let token = "TOKEN"
  private static let entity = "NE-COARSE-LIT"
  private static let link = "NEL-LIT"
  private static let flags = "MISC"

  static func recognises(columns: [String]) -> Bool {
    columns.first == token && columns.contains(entity)
  }

  /// The key of a comment such as `# hipe2022:document_id = x`, without its prefix, and its value;
  /// nil of another line.
  static func comment(
    _ line: ArraySlice<UInt8>
  ) -> (key: String, value: RecordDraft.Placed)? {
    guard line.starts(with: "# ".utf8), let sign = line.firstIndex(of: UInt8(ascii: "=")) else {
      return nil
    }
    func trimmed(_ part: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
      let start = part.drop { $0 == 0x20 }
      return start.prefix((start.lastIndex { $0 != 0x20 }).map { $0 - start.startIndex + 1 } ?? 0)
    }
    let key = trimmed(line[(line.startIndex + 2)..<sign])
    let value = trimmed(line[(sign + 1)...])
    let name = key.split(separator: UInt8(ascii: ":")).last ?? key
    return (
      String(decoding: name, as: UTF8.self),
      RecordDraft.Placed(String(decoding: value, as: UTF8.self), value.startIndex)
    )
  }

  /// Whether a document begins with a line.
  static func begins(with line: ArraySlice<UInt8>) -> Bool {
    comment(line)?.key == "document_id"
  }

  static func adapt(_ input: AdapterInput, to draft: inout RecordDraft) throws(SyntaxFault) {
    var reader = HIPEReader(columns: input.settings.columns)
    try input.forEachLine { line throws(SyntaxFault) in
      try reader.read(line, &draft)
    }
    reader.finish(&draft)
  }

  fileprivate struct HIPEReader {
    /// A mention that is being read.
    private struct Mention {
      var type: RecordDraft.Placed
      var link: RecordDraft.Placed?
      var start: Int
      var end: Int
      var bytes: Range<Int>
    }

    private let columns: [String]
    private let entityColumn: Int?
    private let linkColumn: Int?
    private let flagsColumn: Int?
    private var text: [UInt8] = []
    private var length = 0
    /// What stands between the last token and the next.
    private var gap = ""
    private var open: Mention?
    private var count = 0
    /// The entity of each type and link.
    private var linked: [[String]: Int] = [:]
    private var ids: Set<String> = []

    init(columns: [String]) {
      self.columns = columns
      entityColumn = columns.firstIndex(of: HIPEAdapter.entity)
      linkColumn = columns.firstIndex(of: HIPEAdapter.link)
      flagsColumn = columns.firstIndex(of: HIPEAdapter.flags)
    }

    mutating func read(
      _ line: ArraySlice<UInt8>, _ draft: inout RecordDraft
    ) throws(SyntaxFault) {
      if line.isEmpty || line.starts(with: "TOKEN\t".utf8) { return }
      if line.starts(with: "# ".utf8) { return readComment(line, &draft) }
      let cells = line.split(separator: 0x09, omittingEmptySubsequences: false)
      guard cells.count == columns.count else {
        throw SyntaxFault(
          offset: line.startIndex,
          message: "the line has \(cells.count) columns; expected \(columns.count), as the first "
            + "line names")
      }
      append(cells[0])
      try readTag(cells, &draft)
      for (index, cell) in cells.enumerated()
      where index != 0 && index != entityColumn && index != linkColumn && index != flagsColumn {
        // A link of another reading is on each of its tokens; the reading's column counts it once.
        if cell.starts(with: "B-".utf8) { draft.leaveOut("\(columns[index]) mentions") }
      }
      gap = " "
      guard let flagsColumn else { return }
      var isTight = false
      var endsLine = false
      for flag in cells[flagsColumn].split(separator: UInt8(ascii: "|")) {
        switch String(decoding: flag, as: UTF8.self) {
        case "_": break
        case "NoSpaceAfter": isTight = true
        case "EndOfLine": endsLine = true
        case let other: draft.leaveOut(other.split(separator: ":").first.map(String.init) ?? other)
        }
      }
      if isTight, endsLine { draft.leaveOut("line ends inside a word") }
      gap = isTight ? "" : endsLine ? "\n" : " "
    }

    private mutating func readComment(_ line: ArraySlice<UInt8>, _ draft: inout RecordDraft) {
      guard let (key, value) = HIPEAdapter.comment(line), !value.text.isEmpty else { return }
      switch key {
      case "document_id":
        draft.source.id = RecordDraft.Placed(RecordDraft.plainID(value.text), value.offset)
      case "language": draft.source.language = value
      case "date" where value.text == "NA": draft.leaveOut("dates that are not known (NA)")
      case "date": draft.source.published = value
      case "applicable_columns": break
      default: draft.leaveOut("comment lines")
      }
    }

    private mutating func append(_ token: ArraySlice<UInt8>) {
      if !text.isEmpty {
        text += gap.utf8
        length += gap.utf8.count
      }
      text += token
      length += token.count { $0 & 0xC0 != 0x80 }
    }

    private mutating func readTag(
      _ cells: [ArraySlice<UInt8>], _ draft: inout RecordDraft
    ) throws(SyntaxFault) {
      guard let entityColumn else { return }
      let cell = cells[entityColumn]
      let tag = String(decoding: cell, as: UTF8.self)
      guard tag != "O", tag != "_" else { return close(&draft) }
      guard tag.hasPrefix("B-") || tag.hasPrefix("I-"), tag.utf8.count > 2 else {
        throw SyntaxFault(
          offset: cell.startIndex,
          message: "the tag is \"\(tag)\"; expected O, or B- or I- and a type")
      }
      let width = cells[0].count { $0 & 0xC0 != 0x80 }
      let type = RecordDraft.Placed(String(tag.dropFirst(2)), cell.startIndex + 2)
      let link = linkColumn.map {
        RecordDraft.Placed(String(decoding: cells[$0], as: UTF8.self), cells[$0].startIndex)
      }
      if tag.hasPrefix("I-"), let mention = open, mention.type.text == type.text {
        if let link, let first = mention.link, link.text != first.text {
          draft.note(
            link.offset,
            "the link changes from \"\(first.text)\" to \"\(link.text)\" inside a mention, which "
              + "keeps the first")
        }
        open?.end = length
        open?.bytes = mention.bytes.lowerBound..<text.count
        return
      }
      close(&draft)
      guard tag.hasPrefix("B-") else {
        throw SyntaxFault(
          offset: cell.startIndex,
          message: "the tag is \"\(tag)\" and no such mention goes on; expected "
            + "\"B-\(type.text)\"")
      }
      open = Mention(
        type: type, link: link, start: length - width, end: length,
        bytes: (text.count - cells[0].count)..<text.count)
    }

    private mutating func close(_ draft: inout RecordDraft) {
      guard let mention = open else { return }
      open = nil
      count += 1
      guard let type = draft.type(mention.type) else { return }
      let words = String(decoding: text[mention.bytes], as: UTF8.self)
      let span = RecordDraft.Span(
        start: mention.start, end: mention.end, words: words, offset: mention.type.offset - 2)
      let name = RecordDraft.Placed(
        words.split(whereSeparator: \.isWhitespace).joined(separator: " "), span.offset)
      var entity = RecordDraft.Entity(
        id: RecordDraft.Placed("m\(count)", span.offset), type: type, names: [name],
        mentions: [span])
      if let link = mention.link, link.text != "_" {
        if link.text == "NIL" {
          draft.leaveOut("links to nothing (NIL)")
        } else if !Self.isWikidata(link.text) {
          draft.fault(
            link.offset,
            "the link is \"\(link.text)\"; expected an item of Wikidata such as Q142, NIL or _")
        } else {
          let key = [type.text, link.text]
          if let known = linked[key] {
            draft.entities[known].mentions.append(span)
            if !draft.entities[known].names.contains(where: { $0.text == name.text }) {
              draft.entities[known].names.append(name)
            }
            return
          }
          linked[key] = draft.entities.count
          entity.id.text = link.text
          if !ids.insert(link.text).inserted {
            entity.id.text += "-" + RecordDraft.plainID(mention.type.text)
          }
          entity.same = [
            RecordDraft.Placed("http://www.wikidata.org/entity/\(link.text)", link.offset)
          ]
        }
      }
      draft.entities.append(entity)
    }

    private static func isWikidata(_ text: String) -> Bool {
      text.utf8.first == UInt8(ascii: "Q") && text.utf8.count > 1
        && text.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
    }

    mutating func finish(_ draft: inout RecordDraft) {
      close(&draft)
      draft.source.text = RecordDraft.Placed(
        String(decoding: text, as: UTF8.self), draft.source.id.offset)
    }
  }
}
