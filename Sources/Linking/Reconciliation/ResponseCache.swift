internal import Foundation
internal import GRDB

/// The answers of services, in SQLite, by what was asked.
///
/// They stay until they are asked for anew or the file is removed.
@safe final class ResponseCache {
  private let file: String
  private let database: DatabaseQueue

  /// Opens a file, or makes it.
  ///
  /// - Throws: ``LinkingError/store(file:reason:)``.
  init(_ file: String) throws(LinkingError) {
    self.file = file
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    database = try AuthorityWriter.translating(file) {
      let queue = try DatabaseQueue(path: file)
      try queue.write { database in
        try database.execute(
          sql: """
            CREATE TABLE IF NOT EXISTS answer (
              address TEXT NOT NULL, question BLOB NOT NULL, answer BLOB NOT NULL,
              PRIMARY KEY (address, question)) WITHOUT ROWID
            """)
      }
      return queue
    }
  }

  /// The answer to a question, or nil.
  func answer(_ address: String, _ question: [UInt8]) throws(LinkingError) -> [UInt8]? {
    try AuthorityWriter.translating(file) {
      try database.read { database in
        try Data.fetchOne(
          database, sql: "SELECT answer FROM answer WHERE address = ? AND question = ?",
          arguments: [address, Data(question)])
      }
    }.map { Array($0) }
  }

  /// Keeps an answer in place of an earlier one.
  func keep(_ answer: [UInt8], _ address: String, _ question: [UInt8]) throws(LinkingError) {
    try AuthorityWriter.translating(file) {
      try database.write { database in
        try database.execute(
          sql: "INSERT OR REPLACE INTO answer VALUES (?, ?, ?)",
          arguments: [address, Data(question), Data(answer)])
      }
    }
  }
}
