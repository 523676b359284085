/// brat's standoff: annotations in a file beside the text, whose name ends in `.txt`.
///
/// A text-bound annotation is an entity, several that are equivalent are one; an event has the words
/// of its trigger as evidence. A mention with gaps is one from its beginning to its end.
///
/// - SeeAlso: brat standoff format, section "General annotation structure".
struct BratAdapter: Adapter {
  static let extractor: String? = "brat"
  static let part = ExtractorFormat.Part.file

  static func adapt(_ input: AdapterInput, to draft: inout RecordDraft) throws(SyntaxFault) {
    input.nameText(of: &draft)
    var file = BratFile()
    try input.forEachLine { line throws(SyntaxFault) in
      if !line.isEmpty { try file.read(line) }
    }
    var builder = BratBuilder(file: file)
    try builder.build(&draft)
  }
}

/// Makes a draft of a file's annotations.
private struct BratBuilder {
  private let file: BratFile
  private let mentions: [String: BratFile.Mention]
  /// The first of those that an annotation is equivalent to.
  private let firsts: [String: String]
  /// The id of the thing that each annotation is, for what refers to it; nil of what is left out.
  private var things: [String: RecordDraft.Item] = [:]

  init(file: BratFile) {
    self.file = file
    mentions = Dictionary(file.mentions.map { ($0.id.text, $0) }) { first, _ in first }
    firsts = Dictionary(
      file.equivalents.flatMap { group in group.map { ($0.text, group[0].text) } }
    ) { first, _ in first }
  }

  mutating func build(_ draft: inout RecordDraft) throws(SyntaxFault) {
    try addMentions(&draft)
    for event in file.events { try add(event, &draft) }
    for event in file.events { try addRoles(of: event, &draft) }
    var relations: [String: Int] = [:]
    for relation in file.relations {
      guard relation.arguments.count == 2 else {
        throw SyntaxFault(
          offset: relation.id.offset,
          message: "the relation has \(relation.arguments.count) arguments; expected two")
      }
      let ends = relation.arguments
      guard let first = try id(of: ends[0].id, draft), let second = try id(of: ends[1].id, draft)
      else {
        draft.leaveOut("relations of what is left out")
        continue
      }
      relations[relation.id.text] = draft.add(
        relation: relation.type, id: relation.id, (ends[0].name.text, first),
        (ends[1].name.text, second))
    }
    for attribute in file.attributes { try add(attribute, relations, &draft) }
    for link in file.normalisations {
      try check(link.target)
      guard case .entity(let index)? = things[link.target.text] else {
        draft.leaveOut("links of what is no entity")
        continue
      }
      var entity = draft.entities[index]
      draft.add(link.reference, to: &entity)
      if link.hasName { draft.leaveOut("names of normalisations") }
      draft.entities[index] = entity
    }
    draft.leaveOut("notes", file.noteCount)
  }

  private mutating func addMentions(_ draft: inout RecordDraft) throws(SyntaxFault) {
    for group in file.equivalents {
      for member in group { try check(member) }
    }
    let triggers = Set(file.events.map(\.trigger.text))
    for mention in file.mentions where !triggers.contains(mention.id.text) {
      if mention.span.fragments.count > 1 { draft.leaveOut("gaps inside mentions") }
      let first = firsts[mention.id.text] ?? mention.id.text
      if first != mention.id.text, case .entity(let index)? = things[first] {
        things[mention.id.text] = .entity(index)
        if mentions[first]?.type.text != mention.type.text {
          draft.leaveOut("other types of equivalent mentions")
        }
        draft.entities[index].mentions.append(mention.span)
        if let words = mention.span.words,
          !draft.entities[index].names.contains(where: { $0.text == words })
        {
          draft.entities[index].names.append(RecordDraft.Placed(words, mention.id.offset))
        }
        continue
      }
      things[mention.id.text] = draft.add(
        RecordDraft.Mention(
          id: mention.id, type: mention.type, name: mention.span.words, span: mention.span))
    }
  }

  private mutating func add(_ event: BratFile.Event, _ draft: inout RecordDraft)
    throws(SyntaxFault)
  {
    guard let trigger = mentions[event.trigger.text] else {
      throw missing(event.trigger)
    }
    guard
      let type = draft.target(event.type, draft.settings.profile.events, "event", "events")
    else { return }
    var made = RecordDraft.Event(id: event.id, type: type)
    if let words = trigger.span.words { made.names = [RecordDraft.Placed(words, event.id.offset)] }
    made.evidence = [trigger.span]
    if trigger.span.fragments.count > 1 { draft.leaveOut("gaps inside mentions") }
    things[event.id.text] = .event(draft.events.count)
    // What refers to the trigger means the first event that has it.
    if things[trigger.id.text] == nil { things[trigger.id.text] = .event(draft.events.count) }
    draft.events.append(made)
  }

  private func addRoles(of event: BratFile.Event, _ draft: inout RecordDraft) throws(SyntaxFault) {
    guard case .event(let index)? = things[event.id.text] else { return }
    for argument in event.arguments {
      guard let filler = try id(of: argument.id, draft) else {
        draft.leaveOut("roles of what is left out")
        continue
      }
      // Further ones of a role have numbers: Theme, Theme2.
      var role = argument.name
      if draft.settings.profile.roles[role.text] == nil {
        role.text = String(role.text.reversed().drop { $0.isNumber }.reversed())
      }
      guard let name = draft.target(role, draft.settings.profile.roles, "role", "roles") else {
        continue
      }
      if let known = draft.events[index].roles.firstIndex(where: { $0.name.text == name.text }) {
        draft.events[index].roles[known].fillers.append(filler)
      } else {
        draft.events[index].roles.append((name, [filler]))
      }
    }
  }

  private func add(
    _ attribute: BratFile.Attribute, _ relations: [String: Int], _ draft: inout RecordDraft
  ) throws(SyntaxFault) {
    try check(attribute.target)
    let known = draft.settings.profile.attributes
    let spelled = attribute.value.map { "\(attribute.name.text)=\($0.text)" }
    let status = spelled.flatMap { known[$0] } ?? known[attribute.name.text] ?? nil
    let target = attribute.target.text
    if let status, case .event(let index)? = things[target], draft.events[index].status == nil {
      draft.events[index].status = status
    } else if let status, let index = relations[target], draft.relations[index].status == nil {
      draft.relations[index].status = status
    } else {
      draft.leaveOut("attributes \"\(spelled ?? attribute.name.text)\"")
    }
  }

  // MARK: References

  /// The id of what an annotation became, at the place that refers to it; nil where it is left out.
  private func id(
    of reference: RecordDraft.Placed, _ draft: RecordDraft
  ) throws(SyntaxFault) -> RecordDraft.Placed? {
    try check(reference)
    switch things[reference.text] {
    case .entity(let index):
      return RecordDraft.Placed(draft.entities[index].id.text, reference.offset)
    case .event(let index):
      return RecordDraft.Placed(draft.events[index].id.text, reference.offset)
    case nil: return nil
    }
  }

  private func check(_ reference: RecordDraft.Placed) throws(SyntaxFault) {
    guard file.ids.contains(reference.text) else { throw missing(reference) }
  }

  private func missing(_ reference: RecordDraft.Placed) -> SyntaxFault {
    SyntaxFault(
      offset: reference.offset, message: "no annotation of this file is \"\(reference.text)\"")
  }
}
