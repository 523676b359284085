internal import JSON
internal import RDF

/// FollowTheMoney's entities, one a line: things, and the intervals that link them.
///
/// A schema that the profile has under `relations` links two things by the properties that its line
/// names; all others are things. A property whose values are ids is a relation or a role of its own.
/// Entities may be inside properties, as OpenSanctions nests them: an edge there that lacks an end
/// has the outer entity for it. An entity that is given more than once is put together.
///
/// - SeeAlso: FollowTheMoney documentation, sections "Entities" and "Streams".
struct FollowTheMoneyAdapter: Adapter {
  static let extractor: String? = "FollowTheMoney"
  static let part = ExtractorFormat.Part.file

  /// What an entity says beside its properties, which has no place in a record.
  private static let context = [
    "datasets", "referents", "first_seen", "last_seen", "last_change", "target", "origin",
  ]

  static func recognises(_ outline: JSONOutline) -> Bool {
    outline.arrayDepth < 2 && outline.has("id") && outline.has("schema")
      && outline.hasObject("properties")
  }

  static func adapt(_ input: AdapterInput, to draft: inout RecordDraft) throws(SyntaxFault) {
    var reader = FollowTheMoneyReader(profile: draft.settings.profile)
    try JSONRoots.forEach(input.bytes) { root throws(SyntaxFault) in
      guard root.kind != .array else {
        for element in root.elements { reader.read(element, inside: nil, &draft) }
        return
      }
      reader.read(root, inside: nil, &draft)
    }
    reader.graph.write(to: &draft)
  }

  fileprivate struct FollowTheMoneyReader {
    /// An entity that another is inside of.
    struct Outer {
      let id: RecordDraft.Placed
      let property: String
      /// Whether the property itself becomes a relation to what is inside.
      let isReference: Bool
    }

    let profile: ExtractionProfile
    var graph = GraphAssembly(ends: (subject: "subject", object: "object"), matching: .exact)
    /// The schema of each thing and the line that it was first given on.
    private var schemata: [String: String] = [:]

    init(profile: ExtractionProfile) {
      self.profile = profile
    }

    /// Reads an entity.
    ///
    /// - Returns: its id, or nil after a fault.
    @discardableResult
    mutating func read(
      _ node: JSONNode, inside outer: Outer?, _ draft: inout RecordDraft
    ) -> RecordDraft.Placed? {
      guard node.kind == .object else {
        draft.fault(node.offset, "an entity is \(node.kind.name); expected an object")
        return nil
      }
      guard let id = text("id", of: node, &draft), let schema = text("schema", of: node, &draft)
      else { return nil }
      let given = node["properties"]
      if let given, given.kind != .object {
        draft.fault(given.offset, "properties is \(given.kind.name); expected an object")
        return nil
      }
      for (key, value) in node.members {
        switch key.text {
        case "id", "schema", "properties", "caption": break
        case let name:
          guard value.kind != .null, value.kind != .array || !value.elements.isEmpty else { break }
          draft.leaveOut(
            FollowTheMoneyAdapter.context.contains(name) ? name : "keys \"\(name)\"")
        }
      }
      let members = given?.members ?? []
      if let line = profile.relations[schema.text] {
        readEdge(id, schema, line, members, inside: outer, &draft)
      } else {
        readThing(id, schema, node["caption"], members, inside: outer, &draft)
      }
      return id
    }

    private func text(
      _ key: String, of node: JSONNode, _ draft: inout RecordDraft
    ) -> RecordDraft.Placed? {
      guard let value = node[key] else {
        draft.fault(node.offset, "the entity has no \"\(key)\"")
        return nil
      }
      guard value.string != nil else {
        draft.fault(
          value.offset,
          "\(key) is \(value.kind == .string ? "empty" : value.kind.name); expected a text")
        return nil
      }
      return value.placed
    }

    // MARK: Things

    private mutating func readThing(
      _ id: RecordDraft.Placed, _ schema: RecordDraft.Placed, _ caption: JSONNode?,
      _ members: [(key: JSONNode, value: JSONNode)], inside outer: Outer?,
      _ draft: inout RecordDraft
    ) {
      if let known = schemata[id.text], known != schema.text {
        draft.fault(
          schema.offset,
          "\"\(id.text)\" is of the schema \(schema.text) here and of \(known) before; expected "
            + "one, as ftm aggregate makes it")
        return
      }
      schemata[id.text] = schema.text
      var node = GraphAssembly.Node(key: id.text, id: id, types: [schema])
      if let caption, caption.string != nil {
        // Its line is the profile's, as that of a name.
        let name = RecordDraft.Placed("caption", caption.offset)
        node.properties.append(
          GraphAssembly.Property(name: name, value: RecordDraft.Value(placed: caption.placed)))
      }
      var namesOuter = false
      for (key, value) in members {
        let name = key.placed
        let edgeType = referenceType(schema.text, name.text)
        for one in value.kind == .array ? value.elements : [value] {
          guard
            let other = reference(one, name, isReference: edgeType != nil, of: id, &node, &draft)
          else { continue }
          if other.text == outer?.id.text { namesOuter = true }
          guard let edgeType else { continue }
          graph.add(
            GraphAssembly.Edge(
              type: RecordDraft.Placed(edgeType, name.offset),
              subject: GraphAssembly.End(key: id.text, id: id),
              object: GraphAssembly.End(key: other.text, id: other)))
        }
      }
      if let outer, !namesOuter, !outer.isReference {
        draft.leaveOut("links by \"\(outer.property)\"")
      }
      graph.add(node)
    }

    /// The name of a property's line when its values are ids, else nil.
    private func referenceType(_ schema: String?, _ name: String) -> String? {
      let own = schema.map { "\($0).\(name)" }
      for line in [own, name] {
        guard let line else { continue }
        if profile.relations[line] != nil || profile.roles[line] != nil { return line }
        if profile.properties[line] != nil { return nil }
      }
      return nil
    }

    /// A value of a property: the id of what it refers to, or nil when it is put under the thing's
    /// own properties.
    private mutating func reference(
      _ value: JSONNode, _ name: RecordDraft.Placed, isReference: Bool, of id: RecordDraft.Placed,
      _ node: inout GraphAssembly.Node, _ draft: inout RecordDraft
    ) -> RecordDraft.Placed? {
      switch value.kind {
      case .object:
        return read(
          value, inside: Outer(id: id, property: name.text, isReference: isReference), &draft)
      case .array:
        draft.fault(value.offset, "a value is an array; expected a text or an entity")
        return nil
      case .null: return nil
      case .string, .number, .boolean:
        guard !value.text.isEmpty else { return nil }
        guard !isReference else { return value.placed }
        let property = GraphAssembly.Property(
          name: name, value: RecordDraft.Value(placed: value.placed))
        node.properties.append(property)
        return nil
      }
    }

    // MARK: Edges

    /// How many relations one entity can stand for: each of its subjects with each of its objects.
    private static let linkLimit = 100_000

    private mutating func readEdge(
      _ id: RecordDraft.Placed, _ schema: RecordDraft.Placed,
      _ line: ExtractionProfile.Relation?, _ members: [(key: JSONNode, value: JSONNode)],
      inside outer: Outer?, _ draft: inout RecordDraft
    ) {
      guard let line else {
        // What is inside it is still read.
        for (key, value) in members {
          for one in value.kind == .array ? value.elements : [value] where one.kind == .object {
            read(one, inside: Outer(id: id, property: key.text, isReference: false), &draft)
          }
        }
        draft.leaveOut("relations \"\(schema.text)\"")
        return
      }
      guard let first = line.subject, let second = line.object else {
        draft.fault(
          schema.offset,
          "the profile \(profile.name) does not say which properties of \(schema.text) are its "
            + "ends; expected {property: …, subject: …, object: …}")
        return
      }
      var ends: [String: [RecordDraft.Placed]] = [:]
      var properties = GraphAssembly.Node(key: "", id: id, types: [])
      for (key, value) in members {
        let isEnd = key.text == first || key.text == second
        for one in value.kind == .array ? value.elements : [value] {
          let other = reference(
            one, key.placed, isReference: isEnd, of: id, &properties, &draft)
          if let other, isEnd { ends[key.text, default: []].append(other) }
        }
      }
      var subjects = ends[first] ?? []
      var objects = ends[second] ?? []
      if let outer, !(subjects + objects).contains(where: { $0.text == outer.id.text }) {
        if subjects.isEmpty {
          subjects = [outer.id]
        } else if objects.isEmpty {
          objects = [outer.id]
        } else if !outer.isReference {
          draft.leaveOut("links by \"\(outer.property)\"")
        }
      }
      guard !subjects.isEmpty, !objects.isEmpty else {
        draft.leaveOut("relations \"\(schema.text)\" with one end")
        return
      }
      guard subjects.count <= Self.linkLimit / objects.count else {
        draft.fault(
          schema.offset,
          "\(schema.text) links \(subjects.count) things to \(objects.count); expected at most "
            + "\(Self.linkLimit) links of one entity")
        return
      }
      for subject in subjects {
        for object in objects {
          graph.add(
            GraphAssembly.Edge(
              id: id, type: schema, subject: GraphAssembly.End(key: subject.text, id: subject),
              object: GraphAssembly.End(key: object.text, id: object), ends: (first, second),
              properties: properties.properties))
        }
      }
    }
  }
}
