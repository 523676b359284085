internal import RDF

/// The days between which a node or an edge can be; nil where it is open.
struct GraphSpell: Hashable {
  let start: String?
  let end: String?

  /// The days of some values: the bounds of an event, else what an interval can mean; nil where
  /// nothing is said.
  init?(_ values: [GraphValue]) {
    var start = values.value("earliest")?.texts.min { Self.isEarlier($0, $1) }
    var end = values.value("latest")?.texts.max { Self.isEarlier($0, $1) }
    if start == nil, end == nil, let interval = values.value("interval"),
      interval.texts.count == 1, let date = try? EDTF(interval.text)
    {
      start = date.earliestBegin?.lexical
      end = date.latestEnd?.lexical
    }
    guard start != nil || end != nil else { return nil }
    self.start = start
    self.end = end
  }

  /// Orders days in ISO form; those of years before 0 and after 9999 too.
  private static func isEarlier(_ first: String, _ second: String) -> Bool {
    key(first) < key(second)
  }

  private static func key(_ day: String) -> (Int, String) {
    let parts = day.utf8.split(separator: UInt8(ascii: "-"))
    let isNegative = day.hasPrefix("-")
    let year = parts.first.flatMap { Int(String(Substring($0))) } ?? 0
    let rest = parts.dropFirst().map { String(Substring($0)) }.joined(separator: "-")
    return (isNegative ? -year : year, rest)
  }
}
