internal import RDF

extension RecordDraft {
  /// Words that an extractor gives a type, and what else it says of them.
  struct Mention {
    var id: Placed
    var type: Placed
    /// What it is called, where that is known.
    var name: String?
    var span: Span?
    /// What a knowledge base calls it.
    var link: Placed?
  }

  /// What a mention became, with its place among its like.
  enum Item {
    case entity(Int)
    case event(Int)
  }

  /// Adds a mention as an entity, or as an event where the profile says that its type is one.
  ///
  /// - Returns: what it became; nil where the profile leaves its type out, or there is an error.
  @discardableResult
  mutating func add(_ mention: Mention) -> Item? {
    let profile = settings.profile
    let words = mention.name.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    let name = words.flatMap { $0.isEmpty ? nil : Placed($0, mention.id.offset) }
    if profile.events[mention.type.text] != nil {
      guard let type = target(mention.type, profile.events, "type", "events") else { return nil }
      var event = Event(id: mention.id, type: type)
      event.names = name.map { [$0] } ?? []
      event.evidence = mention.span.map { [$0] } ?? []
      if let link = mention.link { leaveOut("links of events", link.text.isEmpty ? 0 : 1) }
      events.append(event)
      return .event(events.count - 1)
    }
    guard let type = type(mention.type) else { return nil }
    var entity = Entity(id: mention.id, type: type)
    entity.names = name.map { [$0] } ?? []
    entity.mentions = mention.span.map { [$0] } ?? []
    if let link = mention.link { add(link, to: &entity) }
    entities.append(entity)
    return .entity(entities.count - 1)
  }

  /// Adds a mention, to an entity of its type with its link where there is one.
  mutating func addMerging(_ mention: Mention) {
    guard case .entity(let index)? = add(mention), let link = entities[index].same.first else {
      return
    }
    let added = entities[index]
    let key = [added.type.text, link.text]
    guard let known = linked[key] else {
      linked[key] = index
      return
    }
    entities.removeLast()
    entities[known].mentions += added.mentions
    for name in added.names where !entities[known].names.contains(where: { $0.text == name.text }) {
      entities[known].names.append(name)
    }
  }

  // MARK: Links

  private static let wikidata = "http://www.wikidata.org/entity/"

  /// Adds what a knowledge base calls an entity: an item of Wikidata, an IRI, or a name after a
  /// prefix that the profile knows; what is none of these is counted.
  mutating func add(_ link: Placed, to entity: inout Entity) {
    guard !link.text.isEmpty else { return }
    guard link.text != "NIL" else { return leaveOut("links to nothing (NIL)") }
    guard let iri = iri(of: link.text) else {
      let base = link.text.split(separator: ":", omittingEmptySubsequences: false)
      return leaveOut(base.count > 1 ? "links into \"\(base[0])\"" : "links that are no IRIs")
    }
    if iri.contains("wikipedia.org/") {
      entity.pages.append(Placed(iri, link.offset))
    } else {
      entity.same.append(Placed(iri, link.offset))
    }
  }

  private func iri(of link: String) -> String? {
    if Self.isItem(link[...]) { return Self.wikidata + link }
    for page in ["https://www.wikidata.org/wiki/", "http://www.wikidata.org/wiki/"]
    where link.hasPrefix(page) && Self.isItem(link.dropFirst(page.count)) {
      return Self.wikidata + link.dropFirst(page.count)
    }
    if link.hasPrefix("http://") || link.hasPrefix("https://") { return link }
    guard let colon = link.firstIndex(of: ":") else { return nil }
    return settings.profile.prefixes[String(link[..<colon])].map {
      $0 + link[link.index(after: colon)...]
    }
  }

  private static func isItem(_ text: Substring) -> Bool {
    text.utf8.first == UInt8(ascii: "Q") && text.utf8.count > 1
      && text.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
  }

  // MARK: Relations

  /// Adds a relation between two things, the ends in the format's order with its names for them.
  ///
  /// - Returns: its place among relations; nil where the profile leaves it out, or there is an
  ///   error.
  @discardableResult
  mutating func add(
    relation given: Placed, id: Placed, _ first: (name: String, id: Placed),
    _ second: (name: String, id: Placed)
  ) -> Int? {
    guard let known = settings.profile.relations[given.text] else {
      fault(
        given.offset,
        settings.profile.lacks(
          "relation", given.text, in: "relations", Array(settings.profile.relations.keys)))
      return nil
    }
    guard let rule = known else {
      leaveOut("relations \"\(given.text)\"")
      return nil
    }
    var (subject, object) = (first, second)
    if rule.subject == second.name, rule.object == first.name {
      (subject, object) = (second, first)
    } else if let wanted = rule.subject, wanted != first.name || rule.object != second.name {
      fault(
        given.offset,
        "the profile \(settings.profile.name) says that \"\(given.text)\" goes from \(wanted) to "
          + "\(rule.object ?? "nothing"); expected from \(first.name) to \(second.name), or the "
          + "other way round")
      return nil
    }
    relations.append(
      Relation(
        id: id, type: Placed(rule.property, given.offset), subject: subject.id, object: object.id))
    return relations.count - 1
  }
}
