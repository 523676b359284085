internal import JSON

extension RecordDraft {
  /// The record as the tape that JSON gives, whose offsets point into the input.
  func document() -> JSONDocument {
    var writer = DraftWriter()
    writer.object(at: source.id.offset) { writer in
      writer.member("griot", Placed("1", source.id.offset), .number)
      if settings.profile.hasSharedIDs { writer.member("ids", Placed("shared", source.id.offset)) }
      writer.object("source", at: source.id.offset) { write(source, &$0) }
      if let name = settings.format.adapter.extractor {
        writer.object("extractor", at: source.id.offset) {
          $0.member("name", Placed(name, source.id.offset))
        }
      }
      writer.array("entities", entities) { write($0, &$1) }
      writer.array("relations", relations) { write($0, &$1) }
      writer.array("events", events) { write($0, &$1) }
    }
    return writer.builder.document
  }

  private func write(_ source: Source, _ writer: inout DraftWriter) {
    writer.member("id", source.id)
    writer.member("language", source.language)
    writer.member("title", source.title)
    writer.member("published", source.published)
    writer.member("url", source.url)
    writer.member("publisher", source.publisher)
    writer.member("text", source.text)
    writer.member("textFile", source.textFile)
    writer.member("offsetUnit", Placed(unit.rawValue, source.id.offset))
  }

  private func write(_ entity: Entity, _ writer: inout DraftWriter) {
    writer.object(at: entity.id.offset) { writer in
      writer.member("id", entity.id)
      writer.member("type", entity.type)
      writer.names(entity.names)
      if !entity.names.dropFirst().isEmpty {
        let language = source.language ?? Placed("und", source.id.offset)
        writer.object("alias", at: entity.names[1].offset) {
          $0.array(language.text, Array(entity.names.dropFirst())) { $1.value($0) }
        }
      }
      writer.properties(entity.properties, at: entity.id.offset)
      writer.array("same", entity.same) { $1.value($0) }
      writer.array("pages", entity.pages) { $1.value($0) }
      writer.spans("mentions", entity.mentions)
    }
  }

  private func write(_ relation: Relation, _ writer: inout DraftWriter) {
    writer.object(at: relation.id.offset) { writer in
      writer.member("id", relation.id)
      writer.member("type", relation.type)
      writer.member("subject", relation.subject)
      writer.member("object", relation.object)
      let status = relation.status ?? settings.profile.status
      writer.member("status", Placed(status.rawValue, relation.id.offset))
      writer.member("interval", relation.interval)
      writer.member("confidence", relation.confidence, .number)
      writer.spans("evidence", relation.evidence)
    }
  }

  private func write(_ event: Event, _ writer: inout DraftWriter) {
    writer.object(at: event.id.offset) { writer in
      let status = event.status ?? settings.profile.status
      writer.member("id", event.id)
      writer.member("type", event.type)
      writer.names(event.names)
      writer.member("status", Placed(status.rawValue, event.id.offset))
      writer.member("date", event.date)
      writer.member("interval", event.interval)
      writer.properties(event.properties, at: event.id.offset)
      if !event.roles.isEmpty {
        writer.object("roles", at: event.id.offset) { writer in
          for role in event.roles {
            writer.array(role.name.text, role.fillers, keyAt: role.name.offset) { $1.value($0) }
          }
        }
      }
      writer.spans("evidence", event.evidence)
    }
  }
}

/// Writes objects and arrays to a tape and counts what is in each.
private struct DraftWriter {
  var builder = JSONBuilder()
  private var count = 0

  mutating func object(at offset: Int, _ body: (inout Self) -> Void) {
    nested(.object, at: offset, body)
  }

  mutating func object(_ key: String, at offset: Int, _ body: (inout Self) -> Void) {
    builder.append(.string, key.utf8, at: offset)
    nested(.object, at: offset, body)
  }

  mutating func array<Item>(
    _ key: String, _ items: [Item], keyAt offset: Int = 0, _ body: (Item, inout Self) -> Void
  ) {
    guard !items.isEmpty else { return }
    builder.append(.string, key.utf8, at: offset)
    nested(.array, at: offset) { writer in
      for item in items { body(item, &writer) }
    }
  }

  private mutating func nested(
    _ kind: JSONKind, at offset: Int, _ body: (inout Self) -> Void
  ) {
    let value = builder.open(kind, at: offset)
    let outer = count
    count = 0
    body(&self)
    builder.close(value, count: count)
    count = outer + 1
  }

  mutating func value(_ placed: RecordDraft.Placed, _ kind: JSONKind = .string) {
    if kind == .boolean {
      builder.append(placed.text == "true", at: placed.offset)
    } else {
      builder.append(kind, placed.text.utf8, at: placed.offset)
    }
    count += 1
  }

  mutating func member(
    _ key: String, _ placed: RecordDraft.Placed?, _ kind: JSONKind = .string
  ) {
    guard let placed else { return }
    builder.append(.string, key.utf8, at: placed.offset)
    value(placed, kind)
  }

  mutating func names(_ names: [RecordDraft.Placed]) {
    member("label", names.first)
  }

  mutating func properties(
    _ properties: [(name: RecordDraft.Placed, values: [RecordDraft.Value])], at offset: Int
  ) {
    guard !properties.isEmpty else { return }
    object("properties", at: offset) { writer in
      for property in properties {
        writer.array(property.name.text, property.values, keyAt: property.name.offset) {
          $1.value($0.placed, $0.kind)
        }
      }
    }
  }

  mutating func spans(_ key: String, _ spans: [RecordDraft.Span]) {
    array(key, spans) { span, writer in
      writer.object(at: span.offset) { writer in
        writer.member("start", RecordDraft.Placed("\(span.start)", span.offset), .number)
        writer.member("end", RecordDraft.Placed("\(span.end)", span.offset), .number)
        // Words with gaps between them stand at no one place.
        let words = span.fragments.isEmpty ? span.words : nil
        writer.member("text", words.map { RecordDraft.Placed($0, span.offset) })
      }
    }
  }
}
