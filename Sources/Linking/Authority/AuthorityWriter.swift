internal import Foundation
internal import GRDB

/// Writes an authority's file: names by their keys, facts, and a full-text index, in SQLite.
///
/// The file is for one version of the format and is never changed afterwards. Things are numbered in
/// order of appearance; what is told of a thing may stand anywhere in the dumps.
@safe final class AuthorityWriter {
  static let format = 1

  private let file: String
  private let database: DatabaseQueue
  private var numbers: [String: Int64] = [:]
  private var wordCounts: [String: Int] = [:]
  private var pending: [Row] = []
  private(set) var nameCount = 0
  private var namespace: [UInt8]?

  var itemCount: Int { named.count }

  /// The things that have a name.
  private var named: Set<Int64> = []

  private enum Row {
    case item(Int64, String)
    case name(Int64, Name)
    case fact(Int64, AuthorityFact, String, String)
  }

  /// Begins a file, in place of what has its name.
  init(_ file: String) throws(LinkingError) {
    self.file = file
    database = try Self.translating(file) {
      var configuration = GRDB.Configuration()
      // The file gets its name once it is whole, so no write needs to survive a crash.
      configuration.prepareDatabase { database in
        try database.execute(
          sql: """
            PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -100000;
            PRAGMA temp_store = MEMORY; PRAGMA locking_mode = EXCLUSIVE
            """)
      }
      let queue = try DatabaseQueue(path: file, configuration: configuration)
      try queue.writeWithoutTransaction { try $0.execute(sql: Self.tables) }
      return queue
    }
  }

  private static let tables = """
    CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE item (id INTEGER PRIMARY KEY, iri TEXT NOT NULL);
    CREATE TABLE name (
      id INTEGER PRIMARY KEY, item INTEGER NOT NULL, key TEXT NOT NULL, text TEXT NOT NULL,
      language TEXT NOT NULL, rank INTEGER NOT NULL);
    CREATE TABLE fact (
      item INTEGER NOT NULL, property INTEGER NOT NULL, value TEXT NOT NULL,
      language TEXT NOT NULL);
    CREATE TABLE word (word TEXT PRIMARY KEY, names INTEGER NOT NULL) WITHOUT ROWID;
    CREATE VIRTUAL TABLE words USING fts5(
      key, content = '', detail = none, columnsize = 0,
      tokenize = 'unicode61 remove_diacritics 0');
    """

  private static let indexes = """
    CREATE INDEX name_key ON name (key);
    CREATE INDEX name_item ON name (item);
    CREATE INDEX fact_item ON fact (item);
    CREATE UNIQUE INDEX item_iri ON item (iri);
    """

  /// Adds a name of a thing; one without a letter or digit is left out.
  func add(_ name: Name, of iri: String) throws(LinkingError) {
    guard !name.key.text.isEmpty else { return }
    let number = try number(of: iri)
    if named.insert(number).inserted { meet(iri) }
    nameCount += 1
    for word in name.key.words { wordCounts[String(word), default: 0] += 1 }
    try add(.name(number, name))
  }

  /// Adds what is told of a thing.
  func add(
    _ fact: AuthorityFact, _ value: String, language: String = "", of iri: String
  ) throws(LinkingError) {
    try add(.fact(try number(of: iri), fact, value, language))
  }

  private func number(of iri: String) throws(LinkingError) -> Int64 {
    if let known = numbers[iri] { return known }
    let number = Int64(numbers.count + 1)
    numbers[iri] = number
    try add(.item(number, iri))
    return number
  }

  /// Keeps what all IRIs of things with names begin with.
  private func meet(_ iri: String) {
    let bytes = Array(iri.utf8)
    guard let known = namespace else {
      namespace = bytes
      return
    }
    guard !bytes.starts(with: known) else { return }
    namespace = Array(zip(known, bytes).prefix { $0 == $1 }.map(\.0))
  }

  private func add(_ row: Row) throws(LinkingError) {
    pending.append(row)
    if pending.count >= 50_000 { try flush() }
  }

  private func flush() throws(LinkingError) {
    let rows = pending
    pending.removeAll(keepingCapacity: true)
    let firstName = nameCount - rows.count { if case .name = $0 { true } else { false } }
    try Self.translating(file) {
      try database.write { database in
        let item = try database.makeStatement(sql: "INSERT INTO item VALUES (?, ?)")
        let name = try database.makeStatement(sql: "INSERT INTO name VALUES (?, ?, ?, ?, ?, ?)")
        let fact = try database.makeStatement(sql: "INSERT INTO fact VALUES (?, ?, ?, ?)")
        let words = try database.makeStatement(
          sql: "INSERT INTO words (rowid, key) VALUES (?, ?)")
        var number = Int64(firstName)
        for row in rows {
          switch row {
          case .item(let id, let iri): try item.execute(arguments: [id, iri])
          case .name(let id, let one):
            number += 1
            try name.execute(
              arguments: [number, id, one.key.text, one.text, one.language, one.rank.rawValue])
            try words.execute(arguments: [number, one.key.text])
          case .fact(let id, let property, let value, let language):
            try fact.execute(arguments: [id, property.rawValue, value, language])
          }
        }
      }
    }
  }

  /// Writes what is left, the indexes and what the authority is called, and closes the file.
  func finish(name: String, namespace given: String?) throws(LinkingError) {
    try flush()
    let common = String(decoding: namespace ?? [], as: UTF8.self)
    let cut = common.lastIndex { $0 == "/" || $0 == "#" || $0 == ":" }
    let prefix = given ?? cut.map { String(common[...$0]) } ?? common
    let counts = wordCounts.sorted { $0.key < $1.key }
    let facts = [
      ("format", "\(Self.format)"), ("name", name), ("namespace", prefix),
      ("items", "\(named.count)"), ("names", "\(nameCount)"),
    ]
    try Self.translating(file) {
      try database.write { database in
        let word = try database.makeStatement(sql: "INSERT INTO word VALUES (?, ?)")
        for (text, count) in counts { try word.execute(arguments: [text, count]) }
        let meta = try database.makeStatement(sql: "INSERT INTO meta VALUES (?, ?)")
        for (key, value) in facts { try meta.execute(arguments: [key, value]) }
        try database.execute(sql: Self.indexes)
      }
      try database.writeWithoutTransaction { try $0.execute(sql: "ANALYZE") }
      try database.close()
    }
  }

  static func translating<Result>(
    _ file: String, _ body: () throws -> Result
  ) throws(LinkingError) -> Result {
    do {
      return try body()
    } catch let error as LinkingError {
      throw error
    } catch let error as DatabaseError {
      throw .store(file: file, reason: "SQLite says: \(error.message ?? "\(error.resultCode)")")
    } catch {
      throw .store(file: file, reason: "SQLite says: \(error)")
    }
  }
}
