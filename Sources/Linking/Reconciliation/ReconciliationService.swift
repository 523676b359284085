internal import HTTP
internal import JSON
internal import RDF

/// An authority behind the Reconciliation API.
///
/// A service's order, scores and matches are kept beside its candidates and decide nothing.
public final class ReconciliationService: Authority {
  /// What the service calls itself.
  public var name: String { manifest.name }
  /// What the IRIs of its things begin with.
  public var namespace: String { manifest.identifierSpace }

  private let address: String
  private let exchange: ServiceExchange
  private let manifest: ServiceManifest
  private let properties: ServiceProperties

  /// How many candidates are asked for each name.
  private static let limit = 10
  /// How many names of an entity are asked for.
  private static let nameLimit = 8

  /// Reads a service's manifest.
  ///
  /// - Parameters:
  ///   - address: where it is.
  ///   - exchange: what asks it.
  ///   - properties: what to ask of candidates, where it offers that.
  /// - Throws: ``LinkingError/service(name:query:reason:)``.
  public init(
    _ address: String, over exchange: ServiceExchange,
    properties: ServiceProperties = ServiceProperties()
  ) throws(LinkingError) {
    self.address = address
    self.exchange = exchange
    self.properties = properties
    manifest = try Self.translating(address, asked: []) {
      try ServiceManifest(try exchange.ask(address, .nothing), address: address)
    }
  }

  /// Names the service, and the query whose answer is wrong, or the first of all.
  private static func translating<Result>(
    _ name: String, asked queries: [String], _ body: () throws -> Result
  ) throws(LinkingError) -> Result {
    do {
      return try body()
    } catch let error as ServiceFault {
      let rest = queries.count > 1 ? " and \(queries.count - 1) more" : ""
      let query = error.query.map { queries[$0] } ?? queries.first.map { $0 + rest }
      throw .service(name: name, query: query, reason: error.reason)
    } catch let error as LinkingError {
      throw error
    } catch {
      throw .service(name: name, query: queries.first, reason: "\(error)")
    }
  }

  private var title: String { "\(manifest.name) (\(address))" }

  /// The things that the service has for each name of each entity.
  public func candidates(
    for subjects: [LinkSubject]
  ) throws(LinkingError) -> [[AuthorityItem]] {
    var queries: [(subject: Int, text: String)] = []
    for (number, subject) in subjects.enumerated() {
      for name in subject.queries.prefix(Self.nameLimit) { queries.append((number, name.text)) }
    }
    var found: [[AuthorityItem]] = Array(repeating: [], count: subjects.count)
    var start = 0
    while start < queries.count {
      let batch = Array(queries[start..<min(start + manifest.batchSize, queries.count)])
      start += batch.count
      for (query, candidates) in zip(batch, try ask(batch.map(\.text))) {
        for candidate in candidates {
          let item = try item(candidate, query.text)
          Self.add(item, to: &found[query.subject])
        }
      }
    }
    for number in found.indices where found[number].isEmpty && !subjects[number].names.isEmpty {
      found[number] = try suggested(subjects[number].title)
    }
    try extend(&found)
    return found
  }

  /// Nothing: the API asks for things by name.
  public func item(_ iri: String) -> AuthorityItem? { nil }

  private func ask(_ texts: [String]) throws(LinkingError) -> [[ServiceCandidate]] {
    let body = manifest.version.queries(texts, limit: Self.limit)
    return try Self.translating(title, asked: texts) {
      let document =
        switch manifest.version {
        case .first, .second: try exchange.ask(address, .form("queries", body))
        case .draft: try exchange.ask(address(of: "reconcile"), .json(body))
        }
      return try manifest.version.candidates(document, count: texts.count)
    }
  }

  private func address(of path: String) -> String {
    address.hasSuffix("/") ? address + path : "\(address)/\(path)"
  }

  /// An item of a candidate; what it is called by other names of the entity is one item.
  private func item(
    _ candidate: ServiceCandidate, _ query: String
  ) throws(LinkingError) -> AuthorityItem {
    let isIRI = IRISyntax.fault(in: candidate.id) == nil
    let iri = isIRI ? candidate.id : manifest.identifierSpace + candidate.id
    if let reason = IRISyntax.fault(in: iri) {
      throw .service(
        name: title, query: query,
        reason: "the candidate \"\(candidate.id)\" cannot be made an IRI: \(reason)")
    }
    var item = AuthorityItem(iri: iri)
    item.names = candidate.names
    item.kinds = candidate.kinds.map(kind)
    item.summary = candidate.summary
    item.verdicts = [
      ServiceVerdict(source: name, score: candidate.score, isMatch: candidate.isMatch)
    ]
    return item
  }

  /// A type with its IRI: below the identifiers for Wikidata, whose types are things themselves.
  private func kind(_ kind: AuthorityItem.Kind) -> AuthorityItem.Kind {
    guard IRISyntax.fault(in: kind.id) != nil, !manifest.identifierSpace.isEmpty,
      kind.id.first == "Q", kind.id.dropFirst().allSatisfy(\.isNumber), kind.id.count > 1
    else { return kind }
    return AuthorityItem.Kind(id: manifest.identifierSpace + kind.id, name: kind.name)
  }

  /// Adds an item; the surest of a service's verdicts on one thing stays.
  private static func add(_ item: AuthorityItem, to items: inout [AuthorityItem]) {
    guard let index = items.firstIndex(where: { $0.iri == item.iri }) else {
      items.append(item)
      return
    }
    let known = items[index].verdicts
    items[index].add(item)
    let isSurer = item.verdicts.first?.isMatch == true && known.first?.isMatch != true
    items[index].verdicts = isSurer ? item.verdicts : known
  }

  // MARK: Suggestions

  /// Things whose names begin as the entity's does, where the service suggests.
  private func suggested(_ title: String) throws(LinkingError) -> [AuthorityItem] {
    guard let suggest = manifest.suggestAddress else { return [] }
    return try Self.translating(self.title, asked: [title]) {
      let document = try exchange.ask(
        suggest + (suggest.contains("?") ? "&" : "?") + PercentEncoding.form([("prefix", title)]),
        .nothing)
      guard let list = document.member("result", of: document.root),
        document.kind(of: list) == .array
      else { throw ServiceFault(reason: "the suggestions are no {\"result\": […]}") }
      var items: [AuthorityItem] = []
      for one in document.elements(of: list) {
        Self.add(try item(try ServiceCandidate(one, document), title), to: &items)
      }
      return items
    }
  }

  // MARK: Properties of candidates

  /// Asks for properties of all candidates, in batches.
  private func extend(_ found: inout [[AuthorityItem]]) throws(LinkingError) {
    guard manifest.canExtend, !properties.properties.isEmpty else { return }
    let space = manifest.identifierSpace
    let ids = Set(found.joined().map(\.iri)).sorted()
      .map { !space.isEmpty && $0.hasPrefix(space) ? String($0.dropFirst(space.count)) : $0 }
    var values: [String: [String: [ServiceValue]]] = [:]
    var start = 0
    while start < ids.count {
      let batch = Array(ids[start..<min(start + 50, ids.count)])
      start += batch.count
      let body = ServiceExtension.query(batch, properties.properties.map(\.id))
      try Self.translating(title, asked: ["the properties of \(batch[0])"]) {
        let document =
          switch manifest.version {
          case .first, .second: try exchange.ask(address, .form("extend", body))
          case .draft: try exchange.ask(address(of: "extend"), .json(body))
          }
        values.merge(try ServiceExtension.values(document)) { first, _ in first }
      }
    }
    for subject in found.indices {
      for number in found[subject].indices {
        let iri = found[subject][number].iri
        let id = iri.hasPrefix(space) ? String(iri.dropFirst(space.count)) : iri
        for (meaning, property) in properties.properties {
          for value in values[id]?[property] ?? [] {
            add(value, meaning, to: &found[subject][number])
          }
        }
      }
    }
  }

  private func add(
    _ value: ServiceValue, _ meaning: ServiceProperties.Meaning, to item: inout AuthorityItem
  ) {
    switch meaning {
    case .type:
      let kind = kind(AuthorityItem.Kind(id: value.id ?? value.text, name: value.text))
      if !item.kinds.contains(kind) { item.kinds.append(kind) }
    case .country:
      item.countries.insert(NameKey(value.text).text)
      if let id = value.id {
        item.countries.insert(IRISyntax.fault(in: id) == nil ? id : manifest.identifierSpace + id)
      }
    case .coordinates: item.place = Coordinates(wellKnownText: value.text) ?? Self.pair(value.text)
    case .begin: item.begin = try? EDTF(String(value.text.prefix { $0 != "T" }))
    case .end: item.end = try? EDTF(String(value.text.prefix { $0 != "T" }))
    case .alias: item.names.append(Name(value.text, rank: .alias))
    }
  }

  /// Reads `north,east`, as Wikidata's service writes coordinates.
  private static func pair(_ text: String) -> Coordinates? {
    let numbers = text.split(separator: ",").map { Double($0.filter { $0 != " " }) }
    guard numbers.count == 2, let north = numbers[0], let east = numbers[1] else { return nil }
    return Coordinates(latitude: north, longitude: east)
  }
}
