internal import JSON

/// One record of an archive, a line in `documents.jsonl` beside the manifest.
///
/// From these a later export knows what has changed since.
struct DocumentRow: Sendable {
  /// The graphs beside an article's own, by the ends of their names.
  static let sides = ["background", "links", "provenance"]

  /// The article's IRI; nil of a text that cannot be read as a record.
  var article: String?
  /// What tells the record, its text and the nodes of its entities from others; nil where none of its
  /// graphs was ever written.
  var digest: String?
  /// The article's graphs beside its own.
  var sides: [String] = []
  /// The article that it replaces.
  var replaces: String?
  /// The article that replaces it.
  var replacedBy: String?
  /// Whether it was left out for its errors; what else is said then is of the last sound one.
  var isRejected = false
  /// Whether its graphs were written by an earlier export and not by this one.
  var isUnchanged = false
  /// The file it was read from.
  var file: String
  /// The line it begins in.
  var line: Int

  /// The names of its graphs.
  var graphs: [String] {
    guard let article, digest != nil else { return [] }
    return [article] + sides.map { "\(article)/\($0)" }
  }

  /// Which of ``sides`` there are, a bit each.
  var sideBits: UInt8 {
    get {
      var bits: UInt8 = 0
      for (bit, side) in Self.sides.enumerated() where sides.contains(side) { bits |= 1 << bit }
      return bits
    }
    set {
      sides = Self.sides.enumerated().filter { newValue & (1 << $0.offset) != 0 }.map(\.element)
    }
  }

  /// The row of a record that is left out, of whose article nothing was written before.
  var ofRejected: DocumentRow {
    var row = self
    (row.digest, row.sides, row.replaces) = (nil, [], nil)
    return row
  }

  init(file: String, line: Int) {
    self.file = file
    self.line = line
  }

  /// Reads a line; nil of one that is no row.
  init?(_ line: [UInt8]) {
    guard let document = try? JSONDocument.parse(line), document.kind(of: document.root) == .object
    else { return nil }
    file = ""
    self.line = 0
    for (key, value) in document.members(of: document.root) {
      let kind = document.kind(of: value)
      let text = kind == .string ? document.text(of: value) : nil
      switch document.text(of: key) {
      case "article": article = text
      case "digest": digest = text
      case "replaces": replaces = text
      case "replacedBy": replacedBy = text
      case "file": file = text ?? ""
      case "line" where kind == .number: self.line = Int(document.text(of: value)) ?? 0
      case "rejected" where kind == .boolean: isRejected = document.boolean(of: value)
      case "unchanged" where kind == .boolean: isUnchanged = document.boolean(of: value)
      case "beside" where kind == .array:
        for one in document.elements(of: value) where document.kind(of: one) == .string {
          sides.append(document.text(of: one))
        }
      default: continue
      }
    }
    guard !file.isEmpty else { return nil }
  }

  /// The row as a line.
  var jsonLine: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    for (name, text) in [
      ("article", article), ("digest", digest), ("replaces", replaces), ("replacedBy", replacedBy),
    ] {
      guard let text else { continue }
      writer.key(name)
      writer.value(text)
    }
    if !sides.isEmpty {
      writer.key("beside")
      writer.beginArray()
      for side in sides { writer.value(side) }
      writer.endArray()
    }
    for (name, flag) in [("rejected", isRejected), ("unchanged", isUnchanged)] where flag {
      writer.key(name)
      writer.value(true)
    }
    writer.key("file")
    writer.value(file)
    writer.key("line")
    writer.value(line)
    writer.endObject()
    return writer.bytes + [0x0A]
  }
}
