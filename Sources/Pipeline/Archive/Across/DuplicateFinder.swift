internal import Linking
internal import Ontology
internal import RDF

/// Finds entities that may be the same: those with the same name, as ``NameKey`` compares them, and
/// classes that can be of one thing.
///
/// Nothing is merged. What is kept of a name in memory is some 60 bytes; the rest waits in a file
/// without a name.
final class DuplicateFinder {
  private struct Entry {
    let hash: UInt64
    let offset: Int
    let count: Int
  }

  private struct Row {
    let entry: Entry
    let key: String
    let type: String
    let same: [String]
    let line: [String]
  }

  private let ontology: Ontology
  private let name: String
  private let spool: SpoolFile
  private var entries = ChunkedArray<Entry>()
  private var seen: Set<UInt64> = []
  private var apart: [String: Bool] = [:]
  /// How many groups were found.
  private(set) var groups = 0
  /// How many entities are in them.
  private(set) var members = 0

  private static let columns = [
    "group", "entity", "iri", "label", "class", "same", "file", "line",
  ]
  /// How many kinds of members of a group are held against each other for their links.
  private static let kindLimit = 1000

  /// Begins.
  ///
  /// - Parameters:
  ///   - name: the file to write.
  ///   - ontology: whose classes the entities have.
  init(_ name: String, _ ontology: Ontology) {
    self.name = name
    self.ontology = ontology
    spool = SpoolFile(in: PathName(name).folder)
  }

  /// Takes in the entities of an article.
  ///
  /// - Throws: ``RunError`` with what the system says.
  func add(
    _ found: [NamedEntity], _ positions: inout DocumentPosition
  ) throws(RunError) {
    for one in found {
      let key = Array(one.key.utf8)
      guard seen.insert(EntityKey((key + [0] + Array(one.iri.utf8)).span).low).inserted else {
        continue
      }
      var line: [UInt8] = []
      TabTable.append(
        [
          one.key, one.iri, one.label, one.type, one.same.joined(separator: " "),
          positions.file(of: one.offset), "\(positions.line(of: one.offset))",
        ], to: &line)
      entries.append(Entry(hash: EntityKey(key.span).low, offset: spool.count, count: line.count))
      try spool.append(line)
    }
  }

  /// Writes the groups, in the order in which their first members were read.
  ///
  /// - Returns: the file with its bytes.
  /// - Throws: ``RunError`` with what the system says.
  func finish() throws(RunError) -> [(name: String, bytes: Int)] {
    let output = OutputSet(OutputSet.Place.file(name), nil)
    var head: [UInt8] = []
    TabTable.append(Self.columns, to: &head)
    try output.append(head, to: name)
    var found: [[Entry]] = []
    let order = (0..<entries.count).sorted {
      (entries[$0].hash, entries[$0].offset) < (entries[$1].hash, entries[$1].offset)
    }
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, entries[order[end]].hash == entries[order[start]].hash { end += 1 }
      if end - start > 1 {
        var rows: [Row] = []
        for position in start..<end { rows.append(try row(entries[order[position]])) }
        // Two names may have one hash.
        for (_, alike) in Dictionary(grouping: rows, by: \.key) where alike.count > 1 {
          found += candidates(alike)
        }
      }
      start = end
    }
    found.sort { $0[0].offset < $1[0].offset }
    for (number, group) in found.enumerated() {
      var lines: [UInt8] = []
      for entry in group {
        let row = try row(entry)
        TabTable.append(
          ["\(number + 1)", row.line[1], ""] + row.line[2...], to: &lines)
      }
      try output.append(lines, to: name)
      groups += 1
      members += group.count
    }
    try output.finishFiles()
    return try output.commit()
  }

  private func row(_ entry: Entry) throws(RunError) -> Row {
    let bytes = try spool.read(entry.count, at: entry.offset)
    let cells = bytes.dropLast().split(separator: 0x09, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    return Row(
      entry: entry, key: cells[0], type: cells[3],
      same: cells[4].split(separator: " ").map(String.init), line: cells)
  }

  /// Those of rows with one name that may be the same as another of them, group by group.
  private func candidates(_ rows: [Row]) -> [[Entry]] {
    struct Kind: Hashable {
      let type: String
      let same: [String]
    }
    let mindsLinks = Set(rows.map { Kind(type: $0.type, same: $0.same) }).count <= Self.kindLimit
    var kinds: [Kind] = []
    var members: [Kind: [Row]] = [:]
    for row in rows {
      let kind = Kind(type: row.type, same: mindsLinks ? row.same.sorted() : [])
      if members[kind] == nil { kinds.append(kind) }
      members[kind, default: []].append(row)
    }
    var group = Array(kinds.indices)
    for one in kinds.indices {
      for other in kinds.indices.dropFirst(one + 1)
      where canBeOne(kinds[one].type, kinds[other].type)
        && !Self.areTold(apart: kinds[one].same, kinds[other].same)
      {
        let (low, high) = (min(group[one], group[other]), max(group[one], group[other]))
        for place in group.indices where group[place] == high { group[place] = low }
      }
    }
    var groups: [[Entry]] = []
    for number in kinds.indices where group[number] == number {
      let all = kinds.indices.filter { group[$0] == number }
        .flatMap { members[kinds[$0]] ?? [] }.map(\.entry).sorted { $0.offset < $1.offset }
      if all.count > 1 { groups.append(all) }
    }
    return groups
  }

  private func canBeOne(_ one: String, _ other: String) -> Bool {
    guard one != other else { return true }
    let pair = one < other ? "\(one) \(other)" : "\(other) \(one)"
    let isApart = apart[pair] ?? ontology.areDisjoint(one, other)
    apart[pair] = isApart
    return !isApart
  }

  /// Whether links say that two are not the same: to two things of one authority, and to none in
  /// common.
  private static func areTold(apart one: [String], _ other: [String]) -> Bool {
    guard !one.isEmpty, !other.isEmpty, Set(one).isDisjoint(with: other) else { return false }
    let authorities = Set(one.map(authority))
    return other.contains { authorities.contains(authority($0)) }
  }

  private static func authority(_ iri: String) -> Substring {
    // GeoNames ends its IRIs in a slash.
    let inner = iri.hasSuffix("/") ? iri.dropLast() : iri[...]
    return inner.lastIndex { $0 == "/" || $0 == "#" }.map { inner[...$0] } ?? inner
  }
}
