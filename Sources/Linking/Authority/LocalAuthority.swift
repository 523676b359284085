internal import Foundation
internal import GRDB
internal import RDF

/// An authority in a file that ``AuthorityBuilder`` made.
@safe public final class LocalAuthority: Authority {
  /// What it is called.
  public let name: String
  /// What the IRIs of its things begin with.
  public let namespace: String
  private let file: String
  private let database: DatabaseQueue
  /// The keys of the names of countries, by what facts call them.
  private var countries: [String: Set<String>] = [:]
  private var typesAbove: [String: [AuthorityItem.Kind]] = [:]

  /// How many candidates names that are not the same may give.
  private static let fuzzyLimit = 20
  /// In how many names a word may stand to be looked for by itself.
  private static let rareWordLimit = 2000

  /// Opens a file.
  ///
  /// - Throws: ``LinkingError/store(file:reason:)`` where it is none that this griot reads.
  public init(_ file: String) throws(LinkingError) {
    self.file = file
    guard FileManager.default.fileExists(atPath: file) else {
      throw .store(file: file, reason: "there is no such file or folder")
    }
    let opened: (DatabaseQueue, [String: String])
    do {
      var configuration = GRDB.Configuration()
      configuration.readonly = true
      let queue = try DatabaseQueue(path: file, configuration: configuration)
      let rows = try queue.read { try Row.fetchAll($0, sql: "SELECT name, value FROM meta") }
      opened = (
        queue,
        Dictionary(rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
      )
    } catch {
      throw .store(
        file: file,
        reason: "this is no authority's file; expected one that griot authority build made")
    }
    guard let format = opened.1["format"], format == "\(AuthorityWriter.format)" else {
      throw .store(
        file: file,
        reason: "the file is of format \(opened.1["format"] ?? "0"); this griot reads format "
          + "\(AuthorityWriter.format): build it anew")
    }
    database = opened.0
    name = opened.1["name"] ?? file
    namespace = opened.1["namespace"] ?? ""
  }

  /// The things that have a name of an entity's, or where there is none, those with one alike.
  public func candidates(
    for subjects: [LinkSubject]
  ) throws(LinkingError) -> [[AuthorityItem]] {
    try AuthorityWriter.translating(file) {
      try database.read { database in
        try subjects.map { subject in
          let keys = subject.queries.map(\.key)
          var numbers: Set<Int64> = []
          for key in keys {
            numbers.formUnion(try Self.numbers(database, key.text))
          }
          if numbers.isEmpty {
            for key in keys { numbers.formUnion(try Self.alike(database, key)) }
          }
          return try numbers.sorted().map { try item(database, $0) }
        }
      }
    }
  }

  /// What is known of a thing by its IRI, or nil.
  public func item(_ iri: String) throws(LinkingError) -> AuthorityItem? {
    try AuthorityWriter.translating(file) {
      try database.read { database in
        let number = try Int64.fetchOne(
          try database.cachedStatement(sql: "SELECT id FROM item WHERE iri = ?"),
          arguments: [iri])
        return try number.map { try item(database, $0) }
      }
    }
  }

  /// How many things with one key are looked at; homonyms beyond make no match possible anyway.
  private static let sameLimit = 200

  private static func numbers(_ database: Database, _ key: String) throws -> [Int64] {
    try Int64.fetchAll(
      try database.cachedStatement(
        sql: "SELECT DISTINCT item FROM name WHERE key = ? LIMIT \(sameLimit)"),
      arguments: [key])
  }

  /// The things with all words of a key, else with a rare one.
  private static func alike(_ database: Database, _ key: NameKey) throws -> [Int64] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT DISTINCT item FROM name WHERE id IN
          (SELECT rowid FROM words WHERE words MATCH ? LIMIT \(fuzzyLimit))
        """)
    let words = key.words.map { "\"\($0)\"" }
    if words.count > 1 {
      let all = try Int64.fetchAll(statement, arguments: [words.joined(separator: " ")])
      if !all.isEmpty { return all }
    }
    let count = try database.cachedStatement(sql: "SELECT names FROM word WHERE word = ?")
    let counted = try key.words.compactMap { word in
      try Int.fetchOne(count, arguments: [String(word)]).map { (String(word), $0) }
    }
    let rare = counted.filter { $0.1 <= rareWordLimit }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    guard !rare.isEmpty else { return [] }
    // The two rarest: more would give what has but a common word.
    let wanted = rare.prefix(2).map { "\"\($0.0)\"" }.joined(separator: " OR ")
    return try Int64.fetchAll(statement, arguments: [wanted])
  }

  private func item(_ database: Database, _ number: Int64) throws -> AuthorityItem {
    let iri = try String.fetchOne(
      try database.cachedStatement(sql: "SELECT iri FROM item WHERE id = ?"), arguments: [number])
    var item = AuthorityItem(iri: iri ?? "")
    item.verdicts = [ServiceVerdict(source: name)]
    let names = try Row.fetchAll(
      try database.cachedStatement(
        sql: "SELECT text, language, rank, key FROM name WHERE item = ? ORDER BY rank, id"),
      arguments: [number])
    item.names = names.map { row in
      Name(row[0], language: row[1], rank: Name.Rank(rawValue: row[2]) ?? .hidden)
    }
    let facts = try Row.fetchAll(
      try database.cachedStatement(
        sql: "SELECT property, value, language FROM fact WHERE item = ?"), arguments: [number])
    var latitude: Double?
    var longitude: Double?
    for row in facts {
      let value: String = row[1]
      switch AuthorityFact(rawValue: row[0]) {
      case .type: item.kinds += try kinds(database, value)
      case .country: item.countries.formUnion(try countryNames(database, value))
      case .coordinates: item.place = Coordinates(wellKnownText: value)
      case .latitude: latitude = Double(value)
      case .longitude: longitude = Double(value)
      case .begin: item.begin = Self.date(value)
      case .end: item.end = Self.date(value)
      case .summary:
        let language: String = row[2]
        if item.summary.isEmpty || language == "en" { item.summary = value }
      case .concept: item.isConcept = true
      case .above, nil: break
      }
    }
    if let latitude, let longitude {
      item.place = Coordinates(latitude: latitude, longitude: longitude)
    }
    return item
  }

  /// The day of a moment; Wikidata's dates are moments at midnight.
  private static func date(_ text: String) -> EDTF? {
    let day = text.firstIndex(of: "T").map { String(text[..<$0]) } ?? text
    return try? EDTF(day.hasPrefix("+") ? String(day.dropFirst()) : day)
  }

  /// A type and all that it is a kind of, by the dump's own hierarchy.
  private func kinds(_ database: Database, _ type: String) throws -> [AuthorityItem.Kind] {
    if let known = typesAbove[type] { return known }
    var found: [AuthorityItem.Kind] = []
    var seen: Set<String> = [type]
    var open = [type]
    let label = try database.cachedStatement(
      sql: """
        SELECT text FROM name JOIN item ON item.id = name.item WHERE iri = ?
        ORDER BY rank, language <> 'en', name.id LIMIT 1
        """)
    let above = try database.cachedStatement(
      sql: """
        SELECT value FROM fact JOIN item ON item.id = fact.item
        WHERE iri = ? AND property = \(AuthorityFact.above.rawValue)
        """)
    while let next = open.popLast() {
      found.append(
        AuthorityItem.Kind(id: next, name: try String.fetchOne(label, arguments: [next]) ?? ""))
      for one in try String.fetchAll(above, arguments: [next]) where seen.insert(one).inserted {
        open.append(one)
      }
    }
    typesAbove[type] = found
    return found
  }

  /// A country's IRI or code and the keys of its names.
  private func countryNames(_ database: Database, _ country: String) throws -> Set<String> {
    if let known = countries[country] { return known }
    let names = try String.fetchAll(
      try database.cachedStatement(
        sql: "SELECT key FROM name JOIN item ON item.id = name.item WHERE iri = ?"),
      arguments: [country])
    let isIRI = IRISyntax.fault(in: country) == nil
    let all = Set(names).union([isIRI ? country : NameKey(country).text])
    countries[country] = all
    return all
  }
}
