internal import RDF

/// Gives the ids of an extractor's format the form that ids of a record have, and no two the same.
struct PlainIDs {
  private let areShared: Bool
  private var ids: [String: String] = [:]
  private var taken: Set<String> = []
  private var counts: [String: Int] = [:]

  /// - Parameter areShared: whether an id has to have the same form in all files.
  init(areShared: Bool) {
    self.areShared = areShared
  }

  /// The id of what a key stands for: always the same of one key.
  ///
  /// - Parameters:
  ///   - key: what tells it from all others of the document.
  ///   - text: its id in the format.
  /// - Returns: the id.
  mutating func id(of key: String, _ text: String) -> String {
    if let known = ids[key] { return known }
    let base = isAddress(text) ? text : areShared ? Self.spelled(text) : RecordDraft.plainID(text)
    var id = base
    while !taken.insert(id).inserted {
      counts[base, default: 1] += 1
      id = "\(base)-\(counts[base, default: 2])"
    }
    ids[key] = id
    return id
  }

  /// Whether it is an IRI, which a record may have for an id; `HGNC:1` would pass for one.
  private func isAddress(_ text: String) -> Bool {
    ["http://", "https://", "urn:"].contains { text.hasPrefix($0) }
      && IRISyntax.fault(in: text) == nil
  }

  /// A text in letters that ids may have; different ones of different texts.
  private static func spelled(_ text: String) -> String {
    var id = ""
    for scalar in text.unicodeScalars {
      let one = String(scalar)
      if scalar != "~", RecordDraft.plainID(one) == one {
        id += one
      } else {
        for byte in one.utf8 {
          id += "~" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
      }
    }
    return id.isEmpty ? "~" : id
  }
}
