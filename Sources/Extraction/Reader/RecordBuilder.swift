internal import JSON
internal import RDF

/// Builds one record from its tape.
struct RecordBuilder {
  var fields: RecordFields
  let texts: TextFolder?
  /// Whether a text that is not there is worth a note.
  private let expectsText: Bool
  private var spans = SpanReader(text: nil, unit: .codepoint)
  private var items = RecordItemTable()
  private var references: [RecordText] = []

  init(fields: RecordFields, texts: TextFolder?, expectsText: Bool) {
    self.fields = fields
    self.texts = texts
    self.expectsText = expectsText
  }

  mutating func build(sha256: String) -> ExtractionRecord? {
    let root = fields.document.root
    guard let members = fields.object(root, "a record", .record) else { return nil }
    if let version = members[.griot], !isVersion1(version) {
      fields.report(
        version,
        "the record is of format \(fields.shown(version)); this griot reads format 1")
      return nil
    }
    let isShared = fields.word(members[.ids], "ids", IDScope.self) == .shared
    guard let sourceValue = members[.source], let source = source(sourceValue) else { return nil }
    let extractor = members[.extractor].flatMap { self.extractor($0) }
    let entities = list(members[.entities], "entities") {
      (builder: inout Self, value: JSONValue, index: Int) in
      builder.entity(value, at: index)
    }
    let relations = list(members[.relations], "relations") {
      (builder: inout Self, value: JSONValue, index: Int) in
      builder.relation(value, at: index)
    }
    let events = list(members[.events], "events") {
      (builder: inout Self, value: JSONValue, index: Int) in
      builder.event(value, at: index)
    }
    checkReferences()
    return ExtractionRecord(
      file: fields.file, strings: fields.document.strings, hasSharedIDs: isShared, source: source,
      extractor: extractor, entities: entities, relations: relations, events: events,
      sha256: sha256, text: spans.text?.bytes, items: items, place: fields.place)
  }

  private func isVersion1(_ value: JSONValue) -> Bool {
    fields.document.kind(of: value) == .number && fields.document.text(of: value) == "1"
  }

  private enum IDScope: String, CaseIterable {
    case shared
    case article
  }

  private mutating func list<Item>(
    _ value: JSONValue?, _ what: String,
    _ read: (inout Self, JSONValue, Int) -> Item?
  ) -> [Item] {
    guard let value else { return [] }
    var items: [Item] = []
    items.reserveCapacity(fields.document.count(of: value))
    for element in fields.list(value, what) {
      if let item = read(&self, element, items.count) { items.append(item) }
    }
    return items
  }

  /// Reads an item's id and remembers what it stands for.
  private mutating func declare(
    _ value: JSONValue?, _ what: String, _ item: ExtractionRecord.Item
  ) -> RecordText? {
    guard let id = fields.id(value, "the id of \(what)") else { return nil }
    if !items.insert(item, id, in: fields.document.strings), let value {
      fields.report(value, "the id \"\(fields.string(id))\" is given to two items of the record")
    }
    return id
  }

  private mutating func reference(_ value: JSONValue?, _ what: String) -> RecordText? {
    guard let id = fields.text(value, what) else { return nil }
    references.append(id)
    return id
  }

  private static let hintLimit = 50

  private mutating func checkReferences() {
    let unknown = references.filter { items.item($0, in: fields.document.strings) == nil }
    guard !unknown.isEmpty else { return }
    let names = items.ids.map { fields.string($0) }.sorted()
    for (number, id) in unknown.enumerated() {
      let name = fields.string(id)
      // A look at all names for each of many errors would take time without end.
      let hint = number < Self.hintLimit ? NearestName.hint(name, in: names) : ""
      fields.report(id.offset, "no item of the record has the id \"\(name)\"\(hint)")
    }
  }

  private mutating func source(_ value: JSONValue) -> RecordSource? {
    guard let members = fields.object(value, "source", .source) else { return nil }
    let unit = fields.word(members[.offsetUnit], "offsetUnit", OffsetUnit.self) ?? .codepoint
    spans = SpanReader(text: articleText(members, unit, value), unit: unit)
    let source = fields.id(members[.id], "the id of source")
    let language = fields.language(members[.language], "language")
    let published = fields.date(members[.published], "published", spans: &spans)
    let modified = fields.date(members[.modified], "modified", spans: &spans)
    let authors = fields.list(members[.authors], "authors").compactMap {
      fields.text($0, "an author")
    }
    let sha256 = fields.text(members[.sha256], "sha256")
    if let sha256, let value = members[.sha256], !isDigest(sha256) {
      fields.report(
        value, "sha256 is \"\(fields.string(sha256))\"; expected 64 hexadecimal digits")
    }
    let record = (
      title: fields.text(members[.title], "title"),
      url: members[.url].flatMap { fields.iri($0, "url") },
      publisher: fields.text(members[.publisher], "publisher"),
      rights: fields.text(members[.rights], "rights"),
      revisionOf: fields.id(members[.revisionOf], "revisionOf"),
      textFile: fields.text(members[.textFile], "textFile")
    )
    guard let source, let language else { return nil }
    return RecordSource(
      id: source, language: language, title: record.title, published: published,
      modified: modified, url: record.url, publisher: record.publisher, authors: authors,
      rights: record.rights, revisionOf: record.revisionOf, textFile: record.textFile,
      sha256: sha256)
  }

  private func isDigest(_ text: RecordText) -> Bool {
    text.range.count == 64
      && fields.document.strings[text.range].allSatisfy {
        (0x30...0x39).contains($0) || (0x61...0x66).contains($0) || (0x41...0x46).contains($0)
      }
  }

  /// The article's text where it is at hand; a note where it is not.
  private mutating func articleText(
    _ members: RecordMembers, _ unit: OffsetUnit, _ source: JSONValue
  ) -> ArticleText? {
    let bytes: [UInt8]
    let named: JSONValue
    if let inline = members[.text] {
      guard let text = fields.text(inline, "text", mayBeEmpty: true) else { return nil }
      bytes = Array(fields.document.strings[text.range])
      named = inline
    } else if let value = members[.textFile], let name = fields.text(value, "textFile") {
      named = value
      switch texts?.read(fields.string(name)) {
      case .bytes(let found): bytes = found
      case .outside:
        fields.report(
          value,
          "textFile \"\(fields.string(name))\" leads out of its folder; expected a file "
            + "inside it")
        return nil
      case .unreadable(let reason):
        fields.report(value, "textFile \"\(fields.string(name))\" cannot be read: \(reason)")
        return nil
      case .absent, nil:
        fields.report(
          value,
          "evidence not checked: the text \"\(fields.string(name))\" is not there; "
            + "--texts says where texts are", severity: .note)
        noteUnconverted(unit, value)
        return nil
      }
    } else if !expectsText {
      return nil
    } else {
      fields.report(
        source, "evidence not checked: source has neither \"text\" nor \"textFile\"",
        severity: .note)
      noteUnconverted(unit, source)
      return nil
    }
    guard let text = ArticleText(bytes, unit: unit) else {
      fields.report(named, "the text is not UTF-8")
      return nil
    }
    if let wanted = members[.sha256], fields.document.kind(of: wanted) == .string,
      fields.document.text(of: wanted).lowercased() != text.sha256
    {
      fields.report(
        wanted, "the text's SHA-256 is \(text.sha256); is it the text that was annotated?")
    }
    return text
  }

  private mutating func noteUnconverted(_ unit: OffsetUnit, _ value: JSONValue) {
    guard unit != .codepoint else { return }
    fields.report(
      value,
      "offsets count \(unit.rawValue) and cannot be made code points without the text; "
        + "evidence keeps its words alone", severity: .warning)
  }

  private mutating func extractor(_ value: JSONValue) -> RecordExtractor? {
    guard let members = fields.object(value, "extractor", .extractor) else { return nil }
    let version = fields.text(members[.version], "version")
    let run = fields.date(members[.run], "run", spans: &spans)
    return fields.text(members[.name], "name").map {
      RecordExtractor(name: $0, version: version, run: run)
    }
  }

  /// Texts by language: `"…"`, `{"fr": "…"}`, or with arrays where several are allowed.
  private mutating func labels(
    _ value: JSONValue?, _ what: String, many: Bool = false
  ) -> [RecordLabel] {
    guard let value else { return [] }
    guard fields.document.kind(of: value) == .object else {
      return fields.list(value, what, orOne: true).compactMap { one in
        fields.text(one, what).map { RecordLabel(language: nil, text: $0) }
      }
    }
    var labels: [RecordLabel] = []
    labels.reserveCapacity(fields.document.count(of: value))
    for (key, member) in fields.document.members(of: value) {
      guard let language = fields.language(key, "the language of \(what)") else { continue }
      let isArray = fields.document.kind(of: member) == .array
      if isArray, !many {
        fields.report(member, "\(what) is an array; expected one string a language")
        continue
      }
      for one in fields.list(member, what, orOne: true) {
        if let text = fields.text(one, what) {
          labels.append(RecordLabel(language: language, text: text))
        }
      }
    }
    return labels
  }

  private mutating func qualification(_ members: RecordMembers) -> Qualification {
    var found = Qualification()
    found.status = fields.word(members[.status], "status", RecordStatus.self)
    for one in fields.list(members[.attributedTo], "attributedTo", orOne: true) {
      if let id = reference(one, "attributedTo") { found.attributedTo.append(id) }
    }
    found.via = reference(members[.via], "via")
    found.confidence = fields.confidence(members[.confidence])
    found.isBackground = fields.word(members[.basis], "basis", Basis.self) == .background
    found.degree = fields.word(members[.degree], "degree", RecordDegree.self)
    found.interval = fields.date(members[.interval], "interval", spans: &spans)
    found.alternativeOf = reference(members[.alternativeOf], "alternativeOf")
    found.bound = fields.word(members[.bound], "bound", RecordBound.self)
    found.unit = fields.text(members[.unit], "unit")
    found.evidence = spans.read(members[.evidence], "evidence", &fields)
    return found
  }

  private enum Basis: String, CaseIterable {
    case text
    case background
  }

  private mutating func entity(_ value: JSONValue, at index: Int) -> RecordEntity? {
    guard let members = fields.object(value, "an entity", .entity) else { return nil }
    let id = declare(members[.id], "an entity", .entity(index))
    let type = fields.text(members[.type], "type")
    var named: Bool?
    if let value = members[.named] {
      if fields.document.kind(of: value) == .boolean {
        named = fields.document.boolean(of: value)
      } else {
        fields.report(
          value, "named is \(fields.document.kind(of: value).name); expected true or false")
      }
    }
    let labels = labels(members[.label], "label")
    let aliases = self.labels(members[.alias], "alias", many: true)
    let properties = self.properties(members[.properties], "properties")
    let same = fields.list(members[.same], "same").compactMap { sameAs($0) }
    let pages = fields.list(members[.pages], "pages").compactMap { fields.iri($0, "pages") }
    let mentions = spans.read(members[.mentions], "mentions", &fields)
    if let value = members[.same], named == false, !same.isEmpty {
      fields.report(
        value, "\"same\" is given to an entity with \"named\": false, which is the article's alone")
    }
    guard let id, let type else { return nil }
    return RecordEntity(
      id: id, type: type, named: named, labels: labels, aliases: aliases, properties: properties,
      same: same, pages: pages, mentions: mentions, offset: fields.offset(value))
  }

  /// An IRI of the same thing, which a page about it is not.
  private mutating func sameAs(_ value: JSONValue) -> RecordText? {
    guard let iri = fields.iri(value, "same") else { return nil }
    if fields.contains(".wikipedia.org/", iri) || fields.contains("wikidata.org/wiki/", iri) {
      fields.report(
        value,
        "\"\(fields.string(iri))\" is a web page about the thing, not the thing; put it under "
          + "\"pages\"")
      return nil
    }
    return iri
  }

  private mutating func properties(_ value: JSONValue?, _ what: String) -> [RecordProperty] {
    guard let value else { return [] }
    guard fields.document.kind(of: value) == .object else {
      fields.report(
        value, "\(what) is \(fields.document.kind(of: value).name); expected an object")
      return []
    }
    var found: [RecordProperty] = []
    found.reserveCapacity(fields.document.count(of: value))
    for (key, member) in fields.document.members(of: value) {
      guard let name = fields.text(key, "a name in \(what)") else { continue }
      var values: [RecordValue] = []
      for one in fields.list(member, what, orOne: true) {
        if let value = what == "roles" ? filler(one) : self.value(one) { values.append(value) }
      }
      found.append(RecordProperty(name: name, values: values))
    }
    return found
  }

  private mutating func content(_ value: JSONValue) -> RecordValue.Content? {
    switch fields.document.kind(of: value) {
    case .string: return .string(fields.recordText(value))
    case .number: return .number(fields.recordText(value))
    case .boolean: return .boolean(fields.document.boolean(of: value))
    case let kind:
      fields.report(value, "a value is \(kind.name); expected a string, a number or a boolean")
      return nil
    }
  }

  private mutating func value(_ value: JSONValue) -> RecordValue? {
    guard fields.document.kind(of: value) == .object else {
      return content(value).map { plain($0, value) }
    }
    guard let members = fields.object(value, "a value", .value) else { return nil }
    return self.value(value, members)
  }

  private func plain(_ content: RecordValue.Content, _ value: JSONValue) -> RecordValue {
    RecordValue(
      content: content, datatype: nil, language: nil, words: nil, qualification: Qualification(),
      offset: fields.offset(value))
  }

  private mutating func value(
    _ value: JSONValue, _ members: RecordMembers
  ) -> RecordValue? {
    let qualification = qualification(members)
    let datatype = fields.text(members[.datatype], "datatype")
    let language = fields.language(members[.language], "language")
    let words = fields.text(members[.text], "text")
    let content: RecordValue.Content?
    let place: JSONValue
    switch (members[.value], members[.id]) {
    case (let given?, nil):
      content = self.content(given)
      place = given
    case (nil, let given?):
      content = reference(given, "id").map { .reference($0) }
      place = given
    default:
      fields.report(value, "a value needs either \"value\" or \"id\"")
      return nil
    }
    if let datatype, language != nil {
      fields.report(datatype.offset, "a value has a datatype or a language, not both")
      return nil
    }
    return content.map {
      RecordValue(
        content: $0, datatype: datatype, language: language, words: words,
        qualification: qualification, offset: fields.offset(place))
    }
  }

  /// A role's filler or a whole: an id, or an object with one.
  private mutating func filler(_ value: JSONValue) -> RecordValue? {
    if fields.document.kind(of: value) == .string {
      return reference(value, "an id").map { plain(.reference($0), value) }
    }
    guard let members = fields.object(value, "a filler", .filler) else { return nil }
    guard members[.id] != nil else { return nil }
    return self.value(value, members)
  }

  private mutating func relation(_ value: JSONValue, at index: Int) -> RecordRelation? {
    guard let members = fields.object(value, "a relation", .relation) else { return nil }
    let id = declare(members[.id], "a relation", .relation(index))
    let type = fields.text(members[.type], "type")
    let subject = reference(members[.subject], "subject")
    var parts = members
    parts[.id] = members[.object]
    guard (members[.object] == nil) != (members[.value] == nil) else {
      fields.report(value, "a relation needs either \"object\" or \"value\"")
      return nil
    }
    guard let object = self.value(value, parts), let id, let type, let subject else { return nil }
    return RecordRelation(
      id: id, type: type, subject: subject, object: object, offset: fields.offset(value))
  }

  private mutating func event(_ value: JSONValue, at index: Int) -> RecordEvent? {
    guard let members = fields.object(value, "an event", .event) else { return nil }
    let id = declare(members[.id], "an event", .event(index))
    let type = fields.text(members[.type], "type")
    let labels = labels(members[.label], "label")
    let date = fields.date(members[.date], "date", spans: &spans)
    let duration = members[.duration].flatMap { self.duration($0) }
    let roles = properties(members[.roles], "roles")
    let properties = self.properties(members[.properties], "properties")
    let wholes = fields.list(members[.partOf], "partOf", orOne: true).compactMap { filler($0) }
    let qualification = qualification(members)
    guard let id, let type else { return nil }
    return RecordEvent(
      id: id, type: type, labels: labels, date: date, duration: duration, roles: roles,
      properties: properties, wholes: wholes, qualification: qualification,
      offset: fields.offset(value))
  }

  private mutating func duration(_ value: JSONValue) -> RecordValue? {
    guard let found = self.value(value) else { return nil }
    guard case .string(let text) = found.content,
      XSD.isValid(fields.string(text), datatype: Namespace.xsd + "duration") == true
    else {
      fields.report(
        found.offset, "a duration is not one of ISO 8601; expected one such as P1M or P3DT12H")
      return nil
    }
    return found
  }
}
