public import JSON
internal import RDF

extension ExtractionProfile {
  private enum Key: String, CaseIterable {
    case status, language, ids, other, types, events, properties, relations, attributes, roles,
      prefixes
  }

  private enum RelationKey: String, CaseIterable {
    case property, subject, object
  }

  /// Reads a profile, in YAML.
  ///
  /// - Parameters:
  ///   - bytes: its text.
  ///   - name: how messages call it.
  ///   - shipped: the profile that its lines are put over.
  /// - Throws: ``JSONError`` with the byte that is at fault.
  public init(
    _ bytes: [UInt8], name: String, over shipped: ExtractionProfile? = nil
  ) throws(JSONError) {
    var profile = ExtractionProfile(name: name)
    if let shipped {
      profile.status = shipped.status
      profile.hasSharedIDs = shipped.hasSharedIDs
    }
    if let document = try YAMLSettings.read(bytes) {
      try profile.read(JSONNode(document))
    }
    self = shipped?.extended(by: profile) ?? profile
  }

  private mutating func read(_ root: JSONNode) throws(JSONError) {
    for (name, value) in try Self.members(root, "a profile") {
      let key = name.text
      guard let known = Key(rawValue: key) else {
        let names = Key.allCases.map(\.rawValue)
        throw JSONError(
          offset: name.offset,
          message: Self.unknown(key, in: "a profile", names))
      }
      switch known {
      case .status: status = try Self.status(value)
      case .attributes:
        for (attribute, word) in try Self.members(value, key) {
          attributes[attribute.text] = .some(word.kind == .null ? nil : try Self.status(word))
        }
      case .ids:
        guard value.text == "shared" || value.text == "article" else {
          throw JSONError(
            offset: value.offset, message: "ids is \"\(value.text)\"; expected shared or article")
        }
        hasSharedIDs = value.text == "shared"
      case .language: language = try Self.string(value, key)
      case .other: other = try Self.string(value, key)
      case .types: types = try Self.targets(value, key)
      case .events: events = try Self.targets(value, key)
      case .properties: properties = try Self.targets(value, key)
      case .roles: roles = try Self.targets(value, key)
      case .prefixes:
        for (prefix, iri) in try Self.members(value, key) {
          prefixes[prefix.text] = try Self.string(iri, "a prefix")
        }
      case .relations:
        for (relation, rule) in try Self.members(value, key) {
          relations[relation.text] = .some(try Self.relation(rule))
        }
      }
    }
  }

  private static func status(_ node: JSONNode) throws(JSONError) -> RecordStatus {
    let words = RecordStatus.allCases.map(\.rawValue)
    guard let status = RecordStatus(rawValue: node.text) else {
      throw JSONError(
        offset: node.offset,
        message: "unknown status \"\(node.text)\"; expected one of "
          + words.joined(separator: ", ") + NearestName.hint(node.text, in: words))
    }
    return status
  }

  private static func unknown(_ key: String, in place: String, _ names: [String]) -> String {
    let hint = NearestName.hint(key, in: names)
    return "unknown key \"\(key)\" in \(place)"
      + (hint.isEmpty ? "; expected one of \(names.joined(separator: ", "))" : hint)
  }

  private static func members(
    _ node: JSONNode, _ what: String
  ) throws(JSONError) -> [(JSONNode, JSONNode)] {
    guard node.kind == .object else {
      throw JSONError(
        offset: node.offset, message: "\(what) is \(node.kind.name); expected a mapping")
    }
    return node.members
  }

  private static func string(_ node: JSONNode, _ what: String) throws(JSONError) -> String {
    guard node.kind == .string, !node.text.isEmpty else {
      throw JSONError(
        offset: node.offset, message: "\(what) is \(node.kind.name); expected a text")
    }
    return node.text
  }

  private static func targets(
    _ node: JSONNode, _ what: String
  ) throws(JSONError) -> [String: Target] {
    var found: [String: Target] = [:]
    for (name, value) in try members(node, what) {
      found[name.text] =
        value.kind == .null
        ? .leftOut : .name(try string(value, "what \"\(name.text)\" stands for"))
    }
    return found
  }

  private static func relation(_ node: JSONNode) throws(JSONError) -> Relation? {
    switch node.kind {
    case .null: return nil
    case .object:
      for (key, _) in node.members where RelationKey(rawValue: key.text) == nil {
        let names = RelationKey.allCases.map(\.rawValue)
        throw JSONError(
          offset: key.offset,
          message: Self.unknown(key.text, in: "a relation", names))
      }
      guard let property = node["property"], let subject = node["subject"],
        let object = node["object"]
      else {
        throw JSONError(
          offset: node.offset,
          message: "a relation lacks one of its property, subject and object")
      }
      return Relation(
        property: try string(property, "property"), subject: try string(subject, "subject"),
        object: try string(object, "object"))
    default: return Relation(property: try string(node, "a relation"))
    }
  }
}
