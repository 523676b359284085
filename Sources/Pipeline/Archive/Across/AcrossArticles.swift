internal import Ontology
internal import RDF

/// Holds what articles say of a thing against what others said before.
///
/// Two articles may both be right about what they say, so a contradiction is a warning with both
/// places, and each of several contradicting values is told once.
struct AcrossArticles {
  private let ontology: Ontology
  private let properties: [SingleValuedProperty]
  private var states = EntityStates()
  private var files: [String] = []
  private var fileNumbers: [String: UInt32] = [:]
  private var apart: [Int: Bool] = [:]
  private(set) var summary: AcrossSummary

  /// How many contradictions are told.
  private static let toldLimit = 1000

  init(_ ontology: Ontology, _ properties: [SingleValuedProperty]) {
    self.ontology = ontology
    self.properties = properties
    summary = AcrossSummary(properties: Set(properties.map(\.iri)).count)
  }

  /// Takes in what an article says.
  ///
  /// - Returns: what contradicts an earlier one.
  mutating func add(
    _ facts: SharedFacts, _ positions: inout DocumentPosition
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    summary.articles += 1
    for thing in facts.things {
      for (content, offset) in thing.facts {
        let place = EntityStates.Place(
          file: number(of: positions.file(of: offset)),
          line: UInt32(truncatingIfNeeded: positions.line(of: offset)))
        let (number, isNew) = states.find(thing.key, place)
        if isNew, content.isOfThing { summary.things += 1 }
        guard
          let (message, note, other) = conflict(of: content, thing, number, facts, place)
        else { continue }
        guard summary.conflicts + summary.repeatedArticles <= Self.toldLimit else { continue }
        var diagnostic = Diagnostic(
          .warning, file: positions.file(of: offset), position: positions.position(of: offset),
          message)
        diagnostic.related = [
          Diagnostic(
            .note, file: files[Int(other.file)],
            position: SourcePosition(line: Int(other.line), column: nil), note)
        ]
        found.append(diagnostic)
      }
    }
    return found
  }

  private mutating func number(of name: String) -> UInt32 {
    if let last = files.last, last == name { return UInt32(files.count - 1) }
    if let known = fileNumbers[name] { return known }
    fileNumbers[name] = UInt32(files.count)
    files.append(name)
    return UInt32(files.count - 1)
  }

  /// Adds one fact, and says what it contradicts.
  private mutating func conflict(
    of content: SharedFacts.Content, _ thing: SharedFacts.Thing, _ number: Int,
    _ facts: SharedFacts, _ place: EntityStates.Place
  ) -> (message: String, note: String, place: EntityStates.Place)? {
    switch content {
    case .type(let type):
      let types = states.types(of: number)
      if let same = types.first(where: { $0.type == type }) {
        guard type == SharedFacts.article else { return nil }
        summary.repeatedArticles += 1
        return (
          "the article \(facts.iri(of: thing)) is here once more, and its graphs hold both; "
            + "expected a source id of its own for each",
          "it was read here before", same.place
        )
      }
      states.add(type: type, to: number, place)
      guard type != SharedFacts.article,
        let other = types.first(where: { $0.type >= 0 && areApart($0.type, type) })
      else { return nil }
      summary.conflicts += 1
      let (own, others) = (ontology.classes[type], ontology.classes[other.type])
      return (
        "\(facts.iri(of: thing)) is \"\(own.localName)\" here and \"\(others.localName)\" in "
          + "another article, which share no member",
        "there it is \"\(others.localName)\"", other.place
      )
    case .value(let property, let value):
      let values = states.values(of: number, property)
      guard !values.contains(where: { $0.value == value }) else { return nil }
      states.add(value, of: property, to: number, place)
      guard let other = values.first(where: { $0.value.contradicts(value) }) else { return nil }
      summary.conflicts += 1
      return (
        "\"\(properties[property].name)\" of \(facts.iri(of: thing)) is \(value.lexical) here and "
          + "\(other.value.lexical) in another article; expected at most one",
        "there it is \(other.value.lexical)", other.place
      )
    }
  }

  private mutating func areApart(_ one: Int, _ other: Int) -> Bool {
    let pair = min(one, other) * ontology.classes.count + max(one, other)
    if let known = apart[pair] { return known }
    let found = ontology.areDisjoint(ontology.classes[one].iri, ontology.classes[other].iri)
    apart[pair] = found
    return found
  }

  /// Says how many contradictions are not told.
  var rest: [Diagnostic] {
    let all = summary.conflicts + summary.repeatedArticles
    guard all > Self.toldLimit else { return [] }
    return [
      Diagnostic(
        .note, file: nil, "… and \(all - Self.toldLimit) contradictions more between articles")
    ]
  }

  /// Says that shards of an earlier run are not among what is compared.
  mutating func skip(shards: Int) { summary.skippedShards = shards }
}

extension SharedFacts.Content {
  /// Whether it is said of something else than an article.
  fileprivate var isOfThing: Bool {
    if case .type(SharedFacts.article) = self { return false }
    return true
  }
}
