/// The annotations of a file in brat's standoff, as they stand there.
struct BratFile {
  /// A text-bound annotation.
  struct Mention {
    let id: RecordDraft.Placed
    let type: RecordDraft.Placed
    let span: RecordDraft.Span
  }

  /// What an event or relation has in a role.
  struct Argument {
    let name: RecordDraft.Placed
    let id: RecordDraft.Placed
  }

  /// An event.
  struct Event {
    let id: RecordDraft.Placed
    let type: RecordDraft.Placed
    let trigger: RecordDraft.Placed
    let arguments: [Argument]
  }

  /// A relation.
  struct Relation {
    let id: RecordDraft.Placed
    let type: RecordDraft.Placed
    let arguments: [Argument]
  }

  /// An attribute, with its value where it has several.
  struct Attribute {
    let name: RecordDraft.Placed
    let target: RecordDraft.Placed
    let value: RecordDraft.Placed?
  }

  /// What a knowledge base calls the thing that an annotation is about.
  struct Normalisation {
    let target: RecordDraft.Placed
    let reference: RecordDraft.Placed
    /// Whether what it is called there follows.
    let hasName: Bool
  }

  private(set) var mentions: [Mention] = []
  private(set) var events: [Event] = []
  private(set) var relations: [Relation] = []
  private(set) var attributes: [Attribute] = []
  private(set) var normalisations: [Normalisation] = []
  /// Annotations that are of one thing.
  private(set) var equivalents: [[RecordDraft.Placed]] = []
  private(set) var noteCount = 0
  /// The ids of all that can be referred to.
  private(set) var ids: Set<String> = []

  /// Reads an annotation.
  ///
  /// - Throws: ``SyntaxFault`` with the byte that is at fault.
  mutating func read(_ line: ArraySlice<UInt8>) throws(SyntaxFault) {
    let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
    let id = Self.placed(fields[0])
    guard fields.count > 1 else {
      throw SyntaxFault(
        offset: line.startIndex,
        message: "the line has no tab after \"\(id.text)\"; expected an annotation of brat such as "
          + "T1, a tab, its type and place")
    }
    let words = fields[1].split(separator: 0x20).map { Self.placed($0) }
    switch id.text.first {
    case "T": mentions.append(try mention(id, fields, words))
    case "E": events.append(try event(id, words, fields[1].startIndex))
    case "R": relations.append(try relation(id, words, fields[1].startIndex))
    case "A", "M":
      guard words.count > 1 else {
        throw SyntaxFault(
          offset: fields[1].startIndex, message: "the attribute lacks its name or what has it")
      }
      attributes.append(
        Attribute(name: words[0], target: words[1], value: words.count > 2 ? words[2] : nil))
      return
    case "N":
      guard words.count > 2 else {
        throw SyntaxFault(
          offset: fields[1].startIndex,
          message: "the normalisation lacks one of its type, what it is of and its reference")
      }
      normalisations.append(
        Normalisation(target: words[1], reference: words[2], hasName: fields.count > 2))
      return
    case "*":
      guard words.first?.text == "Equiv" else {
        throw SyntaxFault(
          offset: fields[1].startIndex,
          message: "the relation without a number is \"\(words.first?.text ?? "")\"; expected Equiv"
        )
      }
      equivalents.append(Array(words.dropFirst()))
      return
    case "#":
      noteCount += 1
      return
    default:
      throw SyntaxFault(
        offset: line.startIndex,
        message:
          "the annotation is \"\(id.text)\"; expected T, E, R, A, M or N and a number, * or #")
    }
    guard ids.insert(id.text).inserted else {
      throw SyntaxFault(offset: id.offset, message: "\"\(id.text)\" stands twice in this file")
    }
  }

  private func mention(
    _ id: RecordDraft.Placed, _ fields: [ArraySlice<UInt8>], _ words: [RecordDraft.Placed]
  ) throws(SyntaxFault) -> Mention {
    let place = fields[1].startIndex
    guard let type = words.first, words.count > 2 else {
      throw SyntaxFault(
        offset: place,
        message: "the annotation lacks its type or place; expected such as Person 0 5")
    }
    let cell = fields[1].dropFirst(type.text.utf8.count + 1)
    var fragments: [Range<Int>] = []
    for part in cell.split(separator: UInt8(ascii: ";")) {
      let ends = part.split(separator: 0x20).map { Int(String(decoding: $0, as: UTF8.self)) }
      guard ends.count == 2, let start = ends[0], let end = ends[1], start < end,
        start >= fragments.last?.upperBound ?? 0
      else {
        throw SyntaxFault(
          offset: part.startIndex,
          message: "the place is \"\(String(decoding: part, as: UTF8.self))\"; expected where it "
            + "starts and ends, in the order of the text, such as 0 5")
      }
      fragments.append(start..<end)
    }
    guard let first = fragments.first, let last = fragments.last, fields.count > 2 else {
      throw SyntaxFault(offset: place, message: "the annotation lacks its words after a second tab")
    }
    // A line end among the words stands as a space there.
    let span = RecordDraft.Span(
      start: first.lowerBound, end: last.upperBound,
      words: String(decoding: fields[2], as: UTF8.self), offset: cell.startIndex,
      fragments: fragments.count > 1 ? fragments : [], isLoose: true)
    return Mention(id: id, type: type, span: span)
  }

  private func event(
    _ id: RecordDraft.Placed, _ words: [RecordDraft.Placed], _ place: Int
  ) throws(SyntaxFault) -> Event {
    let arguments = try words.map { word throws(SyntaxFault) in try argument(word) }
    guard let trigger = arguments.first else {
      throw SyntaxFault(offset: place, message: "the event lacks its trigger")
    }
    return Event(
      id: id, type: trigger.name, trigger: trigger.id, arguments: Array(arguments.dropFirst()))
  }

  private func relation(
    _ id: RecordDraft.Placed, _ words: [RecordDraft.Placed], _ place: Int
  ) throws(SyntaxFault) -> Relation {
    guard let type = words.first else {
      throw SyntaxFault(offset: place, message: "the relation lacks its type")
    }
    let arguments = try words.dropFirst().map { word throws(SyntaxFault) in try argument(word) }
    return Relation(id: id, type: type, arguments: arguments)
  }

  private func argument(_ word: RecordDraft.Placed) throws(SyntaxFault) -> Argument {
    let parts = word.text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      throw SyntaxFault(
        offset: word.offset,
        message:
          "the argument is \"\(word.text)\"; expected a role and an annotation such as Arg1:T1")
    }
    return Argument(
      name: RecordDraft.Placed(String(parts[0]), word.offset),
      id: RecordDraft.Placed(String(parts[1]), word.offset + parts[0].utf8.count + 1))
  }

  private static func placed(_ bytes: ArraySlice<UInt8>) -> RecordDraft.Placed {
    RecordDraft.Placed(String(decoding: bytes, as: UTF8.self), bytes.startIndex)
  }
}
