internal import JSON
internal import RDF

/// A record that an adapter makes up, each value with the byte of the input that it comes from.
struct RecordDraft {
  /// A text and its place.
  struct Placed: Hashable {
    var text: String
    var offset: Int

    init(_ text: String, _ offset: Int) {
      self.text = text
      self.offset = offset
    }
  }

  /// Words of the article.
  struct Span {
    var start: Int
    var end: Int
    var words: String?
    var offset: Int
    /// The parts of it that the words are, where it has gaps between them.
    var fragments: [Range<Int>] = []
    /// Whether the words may be in other letter case, or with other spaces, than in the text.
    var isLoose = false
  }

  /// The article.
  struct Source {
    var id: Placed
    var language: Placed?
    var title: Placed?
    var published: Placed?
    var url: Placed?
    var publisher: Placed?
    var text: Placed?
    var textFile: Placed?
  }

  /// A value of a property: a text, or a number or boolean by its text.
  struct Value {
    var placed: Placed
    var kind = JSONKind.string
  }

  /// A thing.
  struct Entity {
    var id: Placed
    var type: Placed
    /// The first is the label, the others are other names.
    var names: [Placed] = []
    var properties: [(name: Placed, values: [Value])] = []
    var same: [Placed] = []
    var pages: [Placed] = []
    var mentions: [Span] = []

    /// Adds values to those of a property.
    mutating func add(_ name: Placed, _ values: [Value]) {
      if let known = properties.firstIndex(where: { $0.name.text == name.text }) {
        properties[known].values += values
      } else {
        properties.append((name, values))
      }
    }
  }

  /// A statement about two things.
  struct Relation {
    var id: Placed
    var type: Placed
    var subject: Placed
    var object: Placed
    var status: RecordStatus?
    var interval: Placed?
    var confidence: Placed?
    var evidence: [Span] = []
  }

  /// Something that happens.
  struct Event {
    var id: Placed
    var type: Placed
    var names: [Placed] = []
    var status: RecordStatus?
    var date: Placed?
    var interval: Placed?
    var properties: [(name: Placed, values: [Value])] = []
    var roles: [(name: Placed, fillers: [Placed])] = []
    var evidence: [Span] = []
  }

  /// Something to be said, at a byte of the input.
  struct Remark {
    let severity: Diagnostic.Severity
    let offset: Int
    let message: String
  }

  let settings: AdapterSettings
  var source: Source
  var entities: [Entity] = []
  var relations: [Relation] = []
  var events: [Event] = []
  /// What the offsets count.
  var unit: OffsetUnit
  /// The entity of each type and link, where mentions of these are one.
  var linked: [[String]: Int] = [:]
  private(set) var remarks: [Remark] = []
  private(set) var omissions: [String: Int] = [:]

  init(_ settings: AdapterSettings, id: String) {
    self.settings = settings
    source = Source(id: Placed(id, 0))
    unit = settings.format.adapter.unit
  }

  // MARK: What is to be said

  /// Says that the input is wrong at a place.
  mutating func fault(_ offset: Int, _ message: String) {
    remarks.append(Remark(severity: .error, offset: offset, message: message))
  }

  /// Says that the input is doubtful at a place.
  mutating func warn(_ offset: Int, _ message: String) {
    remarks.append(Remark(severity: .warning, offset: offset, message: message))
  }

  /// Says something worth knowing.
  mutating func note(_ offset: Int, _ message: String) {
    remarks.append(Remark(severity: .note, offset: offset, message: message))
  }

  /// Counts what the record has no place for.
  mutating func leaveOut(_ what: String, _ count: Int = 1) {
    guard count > 0 else { return }
    omissions[what, default: 0] += count
  }

  // MARK: Names

  /// The class of a type; nil where the profile leaves it out, or where there is an error.
  mutating func type(_ given: Placed) -> Placed? {
    target(given, settings.profile.types, "type", "types", other: settings.profile.other)
  }

  /// What the profile says that a name is; nil where it leaves it out, or where there is an error.
  mutating func target(
    _ given: Placed, _ targets: [String: ExtractionProfile.Target], _ kind: String,
    _ section: String, other: String? = nil
  ) -> Placed? {
    switch targets[given.text] {
    case .name(let name): return Placed(name, given.offset)
    case .leftOut:
      leaveOut("\(section) \"\(given.text)\"")
      return nil
    case nil:
      if let other { return Placed(other, given.offset) }
      var known = Array(targets.keys)
      if section == "types" { known += settings.profile.events.keys }
      fault(given.offset, settings.profile.lacks(kind, given.text, in: section, known))
      return nil
    }
  }

  /// A text as an id: what no id may have becomes a hyphen.
  static func plainID(_ text: String) -> String {
    var id = ""
    for scalar in text.unicodeScalars {
      let isPlain =
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "-._~".contains(
          Character(scalar))
      id.unicodeScalars.append(isPlain ? scalar : "-")
    }
    return id.isEmpty ? "-" : id
  }

  var hasSpans: Bool {
    entities.contains { !$0.mentions.isEmpty } || relations.contains { !$0.evidence.isEmpty }
      || events.contains { !$0.evidence.isEmpty }
  }

  /// The article's text in UTF-8, where it is at hand.
  func text(in folder: TextFolder?) -> [UInt8]? {
    if let text = source.text { return Array(text.text.utf8) }
    guard let name = source.textFile, case .bytes(let bytes)? = folder?.read(name.text) else {
      return nil
    }
    return bytes
  }

  /// Changes each span.
  mutating func forEachSpan(_ body: (inout Span) -> Void) {
    for item in entities.indices {
      for index in entities[item].mentions.indices { body(&entities[item].mentions[index]) }
    }
    for item in relations.indices {
      for index in relations[item].evidence.indices { body(&relations[item].evidence[index]) }
    }
    for item in events.indices {
      for index in events[item].evidence.indices { body(&events[item].evidence[index]) }
    }
  }
}
