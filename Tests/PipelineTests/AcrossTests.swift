import Testing

@testable import Pipeline

/// What is kept of things that several articles name.
@Suite struct EntityStatesTests {
  private static func key(_ number: Int) -> EntityKey {
    EntityKey(Array("https://example.org/entity/\(number)".utf8).span)
  }

  @Test func thingsAreFoundAgain() {
    var states = EntityStates()
    let count = 50_000
    for number in 0..<count {
      let place = EntityStates.Place(file: 1, line: UInt32(number))
      let (found, isNew) = states.find(Self.key(number), place)
      #expect(isNew && found == number)
      states.add(type: number % 7, to: found, place)
      if number % 10 == 0 {
        states.add(type: 7, to: found, EntityStates.Place(file: 2, line: 9))
        let value = FactValue(.literal(datatype: "d:\(number % 3)"), "v\(number)")
        states.add(value, of: 3, to: found, place)
      }
    }
    #expect(states.count == count)
    for number in 0..<count {
      let (found, isNew) = states.find(Self.key(number), EntityStates.Place(file: 9, line: 9))
      #expect(!isNew && found == number)
      let types = states.types(of: found)
      #expect(types.map(\.type) == (number % 10 == 0 ? [number % 7, 7] : [number % 7]))
      #expect(types[0].place.line == UInt32(number))
      let values = states.values(of: found, 3)
      #expect(
        values.map(\.value)
          == (number % 10 == 0
            ? [FactValue(.literal(datatype: "d:\(number % 3)"), "v\(number)")] : []))
      #expect(states.values(of: found, 2).isEmpty)
    }
  }

  @Test func keysDiffer() {
    var seen: Set<EntityKey> = []
    var text: [UInt8] = []
    for length in 0..<40 {
      for byte in UInt8(0)..<8 { seen.insert(EntityKey((text + [byte]).span)) }
      text.append(UInt8(length % 3))
    }
    #expect(seen.count == 40 * 8)
  }
}

/// Which values of one thing cannot both be.
@Suite struct FactValueTests {
  private static let xsd = "http://www.w3.org/2001/XMLSchema#"

  private static func date(_ text: String) -> FactValue {
    FactValue(.literal(datatype: "http://id.loc.gov/datatypes/edtf/EDTF"), text)
  }

  @Test(arguments: [
    ("1802", "1802-02-26", false), ("1802-02", "1802-03", true), ("1802", "1803", true),
    ("1802~", "1803", false), ("1802?", "1850", false), ("1802/..", "1850", false),
    ("1802/1805", "1806", true), ("[1802,1804]", "1803", false), ("180X", "1805", false),
    ("1802-02-26", "1802-02-27", true),
  ])
  func dates(_ one: String, _ other: String, _ isApart: Bool) {
    #expect(Self.date(one).contradicts(Self.date(other)) == isApart)
    #expect(Self.date(other).contradicts(Self.date(one)) == isApart)
  }

  @Test(arguments: [
    ("decimal", "8.50", "decimal", "8.5", false), ("integer", "8", "decimal", "8.0", false),
    ("decimal", "8.5", "decimal", "9", true), ("boolean", "1", "boolean", "true", false),
    ("string", "a", "string", "b", true), ("anyURI", "http://a", "anyURI", "http://b", true),
    // Which of a date with a zone and one without is first nobody knows.
    ("dateTime", "2024-01-01T00:00:00", "dateTime", "2024-01-01T01:00:00Z", false),
    ("duration", "P1M", "duration", "P30D", false), ("integer", "x", "integer", "y", true),
  ])
  func literals(
    _ type: String, _ one: String, _ otherType: String, _ other: String, _ isApart: Bool
  ) {
    let left = FactValue(.literal(datatype: Self.xsd + type), one)
    let right = FactValue(.literal(datatype: Self.xsd + otherType), other)
    #expect(left.contradicts(right) == isApart)
    #expect(right.contradicts(left) == isApart)
  }

  @Test func otherTerms() {
    let (here, there) = (FactValue(.iri, "http://a"), FactValue(.iri, "http://b"))
    #expect(here.contradicts(there) && !here.contradicts(here))
    let french = FactValue(.text(language: "fr"), "Bamako")
    #expect(!french.contradicts(FactValue(.text(language: "en"), "Bamako City")))
    #expect(french.contradicts(FactValue(.text(language: "fr"), "Kati")))
    let own = FactValue(.literal(datatype: "http://e/d"), "1")
    #expect(!own.contradicts(FactValue(.literal(datatype: "http://e/d"), "01")))
  }
}

/// The lines of the list of documents, and what follows from them.
@Suite struct GraphChangesTests {
  private static func row(
    _ article: String, _ sides: [String] = [], replaces: String? = nil, isUnchanged: Bool = false
  ) -> DocumentRow {
    var row = DocumentRow(file: "a.jsonl", line: 1)
    (row.article, row.digest, row.sides) = (article, "d", sides)
    (row.replaces, row.isUnchanged) = (replaces, isUnchanged)
    return row
  }

  @Test func linesAreReadBack() throws {
    var row = Self.row("http://a/é \"1\"", ["background", "links"], replaces: "http://a/0")
    row.replacedBy = "http://a/2"
    row.isRejected = true
    let line = row.jsonLine
    #expect(line.last == 0x0A && line.count { $0 == 0x0A } == 1)
    let read = try #require(DocumentRow(Array(line.dropLast())))
    #expect(read.jsonLine == line)
    #expect(read.sideBits == 3)
    #expect(DocumentRow(Array("[]".utf8)) == nil && DocumentRow(Array("{}".utf8)) == nil)
  }

  private static func changes(_ rows: [DocumentRow]) -> [String] {
    var changes = GraphChanges(nil)
    for row in rows { changes.add(row) }
    for row in rows { _ = changes.finished(row) }
    return changes.changes.map { "\($0.graph) \($0.reason.rawValue)" }
  }

  @Test func whatIsReplacedIsRemoved() {
    #expect(
      Self.changes([Self.row("a", ["links"]), Self.row("b", replaces: "a")])
        == ["a replaced", "a/links replaced"])
    // A chain leaves its last; what names no article of these removes nothing.
    #expect(
      Self.changes([
        Self.row("c", replaces: "b"), Self.row("b", replaces: "a"), Self.row("a"),
        Self.row("d", replaces: "z"),
      ]) == ["b replaced", "a replaced"])
    // It was removed before, when neither has changed.
    #expect(
      Self.changes([
        Self.row("a", isUnchanged: true), Self.row("b", replaces: "a", isUnchanged: true),
      ]).isEmpty)
    // Two that replace each other say nothing.
    #expect(
      Self.changes([Self.row("a", replaces: "b"), Self.row("b", replaces: "a")]).isEmpty)
  }
}
