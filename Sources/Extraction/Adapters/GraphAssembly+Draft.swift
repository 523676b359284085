internal import JSON
internal import RDF

extension GraphAssembly {
  /// Puts the graph into a record's draft, as its profile says.
  func write(to draft: inout RecordDraft) {
    var writer = GraphWriter(graph: self, profile: draft.settings.profile)
    writer.write(&draft)
  }
}

/// Puts a graph's nodes and edges into a draft.
private struct GraphWriter {
  /// What became of a node.
  private enum Fate {
    case entity(Int)
    case event(Int)
    case leftOut
    case faulty
  }

  private typealias Target = ExtractionProfile.Target

  let graph: GraphAssembly
  private let types: ProfileLines<Target>
  private let events: ProfileLines<Target>
  private let properties: ProfileLines<Target>
  private let relations: ProfileLines<ExtractionProfile.Relation?>
  private let roles: ProfileLines<Target>
  private let typeNames: [String]
  private let relationNames: [String]
  private let prefixes: [String: String]
  private let profile: ExtractionProfile
  private var ids: PlainIDs
  private var fates: [Fate] = []
  /// What was said of names without a line.
  private var messages: [String: String] = [:]
  /// The fillers of each event's roles.
  private var fillers: Set<[String]> = []

  init(graph: GraphAssembly, profile: ExtractionProfile) {
    self.graph = graph
    self.profile = profile
    types = ProfileLines(profile.types, graph.matching)
    events = ProfileLines(profile.events, graph.matching)
    properties = ProfileLines(profile.properties, graph.matching)
    relations = ProfileLines(profile.relations, graph.matching)
    roles = ProfileLines(profile.roles, graph.matching)
    typeNames = Array(profile.types.keys) + Array(profile.events.keys)
    relationNames = Array(profile.relations.keys) + Array(profile.roles.keys)
    prefixes = profile.prefixes
    ids = PlainIDs(areShared: profile.hasSharedIDs)
  }

  mutating func write(_ draft: inout RecordDraft) {
    fates.reserveCapacity(graph.nodes.count)
    for node in graph.nodes { fates.append(write(node, &draft)) }
    for (index, edge) in graph.edges.enumerated() { write(edge, index, &draft) }
  }

  // MARK: Nodes

  private mutating func write(_ node: GraphAssembly.Node, _ draft: inout RecordDraft) -> Fate {
    guard let (type, isEvent) = type(of: node, &draft) else { return .faulty }
    guard let type else { return .leftOut }
    let id = RecordDraft.Placed(ids.id(of: "n" + node.key, node.id.text), node.id.offset)
    var labels: [RecordDraft.Placed] = []
    var aliases: [RecordDraft.Placed] = []
    var entity = RecordDraft.Entity(id: id, type: type)
    var dates = Dates()
    let given = node.types.first?.text
    for property in node.properties {
      let value = property.value.placed
      switch target(of: property, given) {
      case nil, .leftOut: leaveOut(property, &draft)
      case .name(let name):
        switch GraphAssembly.Slot(rawValue: name) {
        case .label: labels.append(value)
        case .alias: aliases.append(value)
        case .same:
          if let iri = iri(of: value.text, property.name.text) {
            entity.same.append(RecordDraft.Placed(iri, value.offset))
          } else {
            draft.leaveOut("\(property.name.text) whose prefix stands for no IRI")
          }
        case .page: entity.pages.append(value)
        case .start where isEvent, .end where isEvent, .date where isEvent:
          if !dates.add(value, name) { leaveOut(property, &draft) }
        case .start, .end, .date, .confidence: leaveOut(property, &draft)
        case nil:
          let placed = RecordDraft.Placed(name, property.name.offset)
          entity.add(placed, [property.value])
        }
      }
    }
    if let iri = iri(of: node.id.text, nil), IRISyntax.fault(in: iri) == nil {
      if iri != id.text { entity.same.insert(RecordDraft.Placed(iri, node.id.offset), at: 0) }
    } else if graph.hasPrefixedIDs, let colon = node.id.text.firstIndex(of: ":") {
      draft.leaveOut("what the prefix \"\(node.id.text[..<colon])\" of ids stands for")
    }
    var names: Set<String> = []
    for name in labels + aliases where names.insert(name.text).inserted {
      entity.names.append(name)
    }
    if entity.names.isEmpty, graph.isNamedByID { entity.names = [node.id] }
    return append(entity, isEvent: isEvent, dates, &draft)
  }

  private func append(
    _ entity: RecordDraft.Entity, isEvent: Bool, _ dates: Dates, _ draft: inout RecordDraft
  ) -> Fate {
    guard isEvent else {
      draft.entities.append(entity)
      return .entity(draft.entities.count - 1)
    }
    var event = RecordDraft.Event(id: entity.id, type: entity.type)
    event.names = Array(entity.names.prefix(1))
    event.properties = entity.properties
    event.date = dates.date
    event.interval = dates.interval
    draft.leaveOut("other names of events", max(0, entity.names.count - 1))
    draft.leaveOut("links of events", entity.same.count + entity.pages.count)
    draft.events.append(event)
    return .event(draft.events.count - 1)
  }

  /// The class of a node, and whether it is one of events; a class of nil where the profile leaves
  /// it out, and nil where there is an error.
  private mutating func type(
    of node: GraphAssembly.Node, _ draft: inout RecordDraft
  ) -> (type: RecordDraft.Placed?, isEvent: Bool)? {
    var found: [(given: String, type: RecordDraft.Placed, isEvent: Bool)] = []
    var isFaulty = false
    for type in node.types {
      let event = events[type.text]
      switch event ?? types[type.text] {
      case .name(let name):
        found.append((type.text, RecordDraft.Placed(name, type.offset), event != nil))
      case .leftOut: draft.leaveOut("\(event == nil ? "types" : "events") \"\(type.text)\"")
      case nil:
        if let other = profile.other {
          found.append((type.text, RecordDraft.Placed(other, type.offset), false))
        } else {
          isFaulty = true
          draft.fault(
            type.offset,
            lacks("type", type.text, in: "types", typeNames))
        }
      }
    }
    guard !isFaulty else { return nil }
    let general = graph.generalType.flatMap { name in
      if case .name(let target)? = types[name] { target } else { nil }
    }
    guard let best = found.first(where: { $0.type.text != general }) ?? found.first else {
      return (nil, false)
    }
    for other in found where other.type.text != best.type.text && other.type.text != general {
      draft.leaveOut("types beside another \"\(other.given)\"")
    }
    return (best.type, best.isEvent)
  }

  /// What to do about a name without a line.
  private mutating func lacks(
    _ kind: String, _ name: String, in section: String, _ known: [String]
  ) -> String {
    if let message = messages["\(kind) \(name)"] { return message }
    // A look at all names for each of many would take time without end.
    let names = messages.count < Self.hintLimit ? known : []
    let message = profile.lacks(kind, name, in: section, names)
    messages["\(kind) \(name)"] = message
    return message
  }

  private static let hintLimit = 50

  // MARK: Properties

  /// What stands for a property: of its type's own line, or else of its name's.
  private func target(of property: GraphAssembly.Property, _ type: String?) -> Target? {
    type.flatMap { properties["\($0).\(property.name.text)"] } ?? properties[property.name.text]
  }

  private func leaveOut(_ property: GraphAssembly.Property, _ draft: inout RecordDraft) {
    draft.leaveOut("properties \"\(property.name.text)\"")
  }

  /// The IRI that an id stands for; nil of one whose prefix the profile does not know.
  private func iri(of id: String, _ name: String?) -> String? {
    if id.contains("://") { return id }
    if let colon = id.firstIndex(of: ":"), let start = prefixes[String(id[..<colon])] {
      return start + id[id.index(after: colon)...]
    }
    guard id.utf8.allSatisfy({ IRISegment.isUnreserved($0) }), id != ".", id != ".." else {
      return nil
    }
    return name.flatMap { prefixes[$0] }.map { $0 + id }
  }

  // MARK: Edges

  private mutating func write(
    _ edge: GraphAssembly.Edge, _ index: Int, _ draft: inout RecordDraft
  ) {
    let line = line(of: edge)
    let role = roles[edge.type.text]
    // What is left out needs no ends.
    if case .some(.none) = line, role == nil || role == .leftOut {
      draft.leaveOut("relations \"\(edge.type.text)\"")
      return
    }
    let fates = (fate(of: edge.subject, edge, &draft), fate(of: edge.object, edge, &draft))
    guard let subject = fates.0, let object = fates.1 else { return }
    if case .name(let role)? = role {
      switch (subject, object) {
      case (.event(let event), .entity), (.entity, .event(let event)):
        let isSubject = if case .event = subject { true } else { false }
        write(
          RecordDraft.Placed(role, edge.type.offset), of: event,
          isSubject ? edge.object : edge.subject, edge, &draft)
        return
      default: break
      }
    }
    guard let rule = line else {
      if role == .leftOut {
        draft.leaveOut("roles \"\(edge.type.text)\"")
        return
      }
      draft.fault(
        edge.type.offset,
        lacks("relation", edge.type.text, in: "relations", relationNames))
      return
    }
    guard let rule else {
      draft.leaveOut("relations \"\(edge.type.text)\"")
      return
    }
    guard let isReversed = isReversed(rule, edge, &draft) else { return }
    let (first, second) = isReversed ? (edge.object, edge.subject) : (edge.subject, edge.object)
    let number = "r\(index + 1)"
    let id = edge.id ?? RecordDraft.Placed(number, edge.type.offset)
    var relation = RecordDraft.Relation(
      // Two edges of one id are two relations: what they say may differ.
      id: RecordDraft.Placed(ids.id(of: number, id.text), id.offset),
      type: RecordDraft.Placed(rule.property, edge.type.offset),
      subject: reference(to: first), object: reference(to: second))
    relation.status = edge.status
    var dates = Dates()
    for property in edge.properties {
      let value = property.value.placed
      guard case .name(let name)? = target(of: property, edge.type.text),
        let slot = GraphAssembly.Slot(rawValue: name)
      else {
        leaveOut(property, &draft)
        continue
      }
      switch slot {
      case .start, .end, .date:
        if !dates.add(value, name) { leaveOut(property, &draft) }
      case .confidence where relation.confidence == nil && Self.isDecimal(value.text):
        relation.confidence = value
      case .confidence, .label, .alias, .same, .page: leaveOut(property, &draft)
      }
    }
    relation.interval = dates.interval ?? dates.date
    if dates.interval != nil, dates.date != nil { draft.leaveOut("dates beside an interval") }
    draft.relations.append(relation)
  }

  /// The line of a relation: of it together with its object's type, or else of it alone.
  private func line(of edge: GraphAssembly.Edge) -> ExtractionProfile.Relation?? {
    let type = graph.position(of: edge.object.key).flatMap { graph.nodes[$0].types.first }
    return type.flatMap { relations["\(edge.type.text).\($0.text)"] } ?? relations[edge.type.text]
  }

  /// The node of an end; nil, after it is said, where there is none in the record.
  private func fate(
    of end: GraphAssembly.End, _ edge: GraphAssembly.Edge, _ draft: inout RecordDraft
  ) -> Fate? {
    guard let position = graph.position(of: end.key) else {
      let what =
        "\"\(end.id.text)\" is an end of a relation \"\(edge.type.text)\", and no such thing is in "
        + graph.nodesPlace
      if profile.hasSharedIDs {
        // It may be in another file, whose class of it is not known here.
        draft.warn(end.id.offset, what + "; the relation is left out")
      } else {
        draft.fault(end.id.offset, what)
      }
      return nil
    }
    switch fates[position] {
    case .entity, .event: return fates[position]
    case .leftOut:
      draft.leaveOut("ends of relations \"\(edge.type.text)\" that are left out")
      return nil
    case .faulty: return nil
    }
  }

  private static func isDecimal(_ text: String) -> Bool {
    Double(text) != nil && text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
  }

  private mutating func reference(to end: GraphAssembly.End) -> RecordDraft.Placed {
    RecordDraft.Placed(ids.id(of: "n" + end.key, end.id.text), end.id.offset)
  }

  /// Whether the profile has a relation's ends the other way round; nil where it names others.
  private func isReversed(
    _ rule: ExtractionProfile.Relation, _ edge: GraphAssembly.Edge, _ draft: inout RecordDraft
  ) -> Bool? {
    let ends = edge.ends ?? graph.ends
    switch (rule.subject, rule.object) {
    case (nil, nil), (ends.subject, ends.object): return false
    case (ends.object, ends.subject): return true
    default:
      draft.fault(
        edge.type.offset,
        "the profile \(profile.name) names ends of the relation \"\(edge.type.text)\" that it has "
          + "not; expected \(ends.subject) and \(ends.object)")
      return nil
    }
  }

  private mutating func write(
    _ role: RecordDraft.Placed, of event: Int, _ end: GraphAssembly.End,
    _ edge: GraphAssembly.Edge, _ draft: inout RecordDraft
  ) {
    let filler = reference(to: end)
    if let index = draft.events[event].roles.firstIndex(where: { $0.name.text == role.text }) {
      if fillers.insert(["\(event)", role.text, filler.text]).inserted {
        draft.events[event].roles[index].fillers.append(filler)
      }
    } else {
      fillers.insert(["\(event)", role.text, filler.text])
      draft.events[event].roles.append((role, [filler]))
    }
    for property in edge.properties { leaveOut(property, &draft) }
  }
}

/// The dates that a graph gives of one thing.
private struct Dates {
  private(set) var date: RecordDraft.Placed?
  private var start: RecordDraft.Placed?
  private var end: RecordDraft.Placed?

  /// Takes a date of a slot; false where there is one already.
  mutating func add(_ value: RecordDraft.Placed, _ slot: String) -> Bool {
    switch GraphAssembly.Slot(rawValue: slot) {
    case .start: Self.set(&start, value)
    case .end: Self.set(&end, value)
    default: Self.set(&date, value)
    }
  }

  private static func set(_ date: inout RecordDraft.Placed?, _ value: RecordDraft.Placed) -> Bool {
    guard date == nil || date?.text == value.text else { return false }
    date = value
    return true
  }

  /// From the start to the end; an end that is not given is unknown, not open.
  var interval: RecordDraft.Placed? {
    guard let first = start ?? end else { return nil }
    return RecordDraft.Placed("\(start?.text ?? "")/\(end?.text ?? "")", first.offset)
  }
}

/// The lines of one section of a profile, by the names of the format.
private struct ProfileLines<Line> {
  private let lines: [String: Line]
  private let folded: [String: Line]

  init(_ lines: [String: Line], _ matching: GraphAssembly.Matching) {
    self.lines = lines
    folded =
      matching == .folded
      ? Dictionary(
        lines.sorted { $0.key < $1.key }.map { (Self.folded($0.key), $0.value) },
        uniquingKeysWith: { first, _ in first }) : [:]
  }

  subscript(name: String) -> Line? {
    lines[name] ?? (folded.isEmpty ? nil : folded[Self.folded(name)])
  }

  private static func folded(_ name: String) -> String {
    String(
      String.UnicodeScalarView(
        name.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.isNumber }))
  }
}

extension Unicode.Scalar {
  fileprivate var isNumber: Bool { properties.numericType != nil }
}
