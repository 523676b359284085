internal import Extraction
internal import Foundation
internal import RDF

/// What an earlier export wrote, article by article, of which a later one writes what has changed.
///
/// It needs some 100 bytes an article.
final class SinceIndex: Sendable {
  private struct Entry {
    /// The digest's digits as numbers.
    let high: UInt64
    let low: UInt64
    /// Which of ``DocumentRow/sides`` there are.
    let sides: UInt8
    let isWrittenAgain: Bool
  }

  /// The manifest's name.
  let manifest: String
  /// The SHA-256 of the manifest.
  let sha256: String
  /// Whether the quads of a record are what they were then.
  let isAlike: Bool
  private let documents: String
  private let entries: [EntityKey: Entry]
  /// What articles replace, where they replace any.
  private let replacements: [EntityKey: String]

  /// Reads a manifest and the list of documents beside it.
  ///
  /// - Parameters:
  ///   - manifest: the manifest's name.
  ///   - settings: the digest of what quads depend on beside records.
  /// - Throws: ``RunError`` when they cannot be read or are none.
  init(_ manifest: String, settings: String) throws(RunError) {
    self.manifest = manifest
    let bytes = try InputFiles.bytes(manifest)
    sha256 = Hash.sha256(bytes)
    guard let read = try? JSONDecoder().decode(ArchiveManifest.self, from: Data(bytes)) else {
      throw RunError(
        .wrongUsage, file: manifest,
        "is no manifest; expected the manifest.json of an export with --shards")
    }
    guard let file = read.documents, !file.name.contains("/") else {
      throw RunError(
        .wrongUsage, file: manifest,
        "names no list of documents; expected the manifest of griot export --shards")
    }
    let folder = PathName(manifest).folder
    documents = folder == "." ? file.name : "\(folder)/\(file.name)"
    guard try FileHash.sha256(of: documents) == file.sha256 else {
      throw RunError(
        .wrongUsage, file: documents, "is not the file that \(manifest) names: its SHA-256 differs")
    }
    isAlike = read.settings == settings
    var entries: [EntityKey: Entry] = [:]
    var replacements: [EntityKey: String] = [:]
    try Self.forEachRow(of: documents) { row, _ throws(RunError) in
      guard let article = row.article, let digest = row.digest, digest.utf8.count == 32,
        let high = UInt64(digest.prefix(16), radix: 16),
        let low = UInt64(digest.suffix(16), radix: 16)
      else { return }
      let key = EntityKey(Array(article.utf8).span)
      // Of two records of one article neither is the whole of its graphs.
      entries[key] = Entry(
        high: high, low: low, sides: row.sideBits,
        isWrittenAgain: row.replacedBy != nil || entries[key] != nil)
      replacements[key] = row.replaces
    }
    self.entries = entries
    self.replacements = replacements
  }

  /// The row of a record whose graphs are what they would be now; nil of another.
  ///
  /// An article that was replaced has none, and is written again lest what replaced it is gone; so is
  /// one that two records were of.
  func row(ofUnchanged row: DocumentRow) -> DocumentRow? {
    guard isAlike, let article = row.article, let digest = row.digest,
      let entry = entries[EntityKey(Array(article.utf8).span)], !entry.isWrittenAgain,
      Self.digest(entry) == digest
    else { return nil }
    var row = row
    row.isUnchanged = true
    row.sideBits = entry.sides
    return row
  }

  private static func digest(_ entry: Entry) -> String {
    [entry.high, entry.low].map { number in
      let digits = String(number, radix: 16)
      return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }.joined()
  }

  /// The row of a record that is left out, with what was written of its article before.
  func row(ofRejected row: DocumentRow) -> DocumentRow {
    var row = row.ofRejected
    guard let article = row.article else { return row }
    let key = EntityKey(Array(article.utf8).span)
    guard let entry = entries[key] else { return row }
    row.digest = Self.digest(entry)
    row.sideBits = entry.sides
    row.replaces = replacements[key]
    return row
  }

  /// Hands out what the earlier export wrote, in its order.
  ///
  /// - Throws: ``RunError`` when it cannot be read.
  func forEachRow(_ body: (DocumentRow) throws(RunError) -> Void) throws(RunError) {
    try Self.forEachRow(of: documents) { row, _ throws(RunError) in try body(row) }
  }

  /// Hands out the rows of a file, each with its line.
  ///
  /// - Throws: ``RunError`` when it cannot be read.
  static func forEachRow(
    of name: String, _ body: (DocumentRow, [UInt8]) throws(RunError) -> Void
  ) throws(RunError) {
    var configuration = Configuration(inputs: [])
    configuration.inputSyntax = .jsonl
    configuration.unpackLimit = .max
    let file = try RecordFile(name, configuration)
    while let line = try file.next() {
      guard let row = DocumentRow(line.bytes) else {
        throw RunError(
          .wrongUsage,
          Diagnostic(
            .error, file: name, position: SourcePosition(line: line.firstLine, column: nil),
            "this line is no document; is the file whole?"))
      }
      try body(row, line.bytes)
    }
  }
}
