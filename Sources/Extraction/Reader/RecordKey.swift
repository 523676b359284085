/// A key of a record's objects.
enum RecordKey: UInt8, CaseIterable {
  case griot, ids, source, extractor, entities, relations, events, id, title, language
  case published, url, publisher, authors, rights, modified, revisionOf, text, textFile, sha256
  case offsetUnit, name, version, run, type, named, label, alias, properties, same, pages
  case mentions, value, datatype, unit, bound, status, attributedTo, via, confidence, basis
  case degree, interval, alternativeOf, evidence, subject, object, date, duration, roles, partOf
  case edtf, part, start, end

  var name: String { "\(self)" }
}

/// The keys that one kind of object may have, and those that it must.
struct RecordKeys: Sendable {
  let allowed: [RecordKey]
  let required: [RecordKey]
  private let spellings: [Spelling]

  /// A key's bytes, of which no key has more than 16: its first eight and its last, which may be
  /// the same ones.
  private struct Spelling: Equatable {
    private var first: UInt64 = 0
    private var last: UInt64 = 0
    private let count: Int

    init?(_ key: Span<UInt8>) {
      guard key.count <= 16 else { return nil }
      count = key.count
      let bytes = unsafe key.bytes
      if count >= 8 {
        first = unsafe bytes.unsafeLoadUnaligned(as: UInt64.self)
        last = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      } else if count >= 4 {
        first = UInt64(unsafe bytes.unsafeLoadUnaligned(as: UInt32.self))
        last = UInt64(unsafe bytes.unsafeLoadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
      } else {
        for position in key.indices { first = first << 8 | UInt64(key[position]) }
      }
    }
  }

  init(_ allowed: [RecordKey], required: [RecordKey] = []) {
    self.allowed = allowed
    self.required = required
    spellings = allowed.compactMap { Spelling(Array($0.name.utf8).span) }
  }

  /// The key that is spelled so, when it is allowed.
  func key(_ bytes: Span<UInt8>) -> RecordKey? {
    guard let spelling = Spelling(bytes) else { return nil }
    for position in spellings.indices where spellings[position] == spelling {
      return allowed[position]
    }
    return nil
  }

  private static let qualification: [RecordKey] = [
    .status, .attributedTo, .via, .confidence, .basis, .degree, .interval, .alternativeOf,
    .evidence,
  ]

  static let record = RecordKeys(
    [.griot, .ids, .source, .extractor, .entities, .relations, .events],
    required: [.griot, .source])
  static let source = RecordKeys(
    [
      .id, .title, .language, .published, .url, .publisher, .authors, .rights, .modified,
      .revisionOf, .text, .textFile, .sha256, .offsetUnit,
    ], required: [.id, .language])
  static let extractor = RecordKeys([.name, .version, .run], required: [.name])
  static let entity = RecordKeys(
    [.id, .type, .named, .label, .alias, .properties, .same, .pages, .mentions],
    required: [.id, .type])
  static let value = RecordKeys(
    [.value, .id, .datatype, .language, .unit, .bound, .text] + qualification)
  static let filler = RecordKeys([.id] + qualification, required: [.id])
  static let relation = RecordKeys(
    [.id, .type, .subject, .object, .value, .datatype, .language, .unit, .bound, .text]
      + qualification, required: [.id, .type, .subject, .status])
  static let event = RecordKeys(
    [.id, .type, .label, .date, .duration, .roles, .properties, .partOf] + qualification,
    required: [.id, .type, .status])
  static let date = RecordKeys([.edtf, .part, .text, .evidence], required: [.edtf])
  static let span = RecordKeys([.start, .end, .text], required: [.start, .end])
}
