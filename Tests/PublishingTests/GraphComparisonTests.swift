internal import Publishing
internal import RDF
internal import RDFIO
internal import Testing

@Suite
struct GraphComparisonTests {
  private static let prefix = """
    @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
    @prefix geo: <http://www.opengis.net/ont/geosparql#> .
    @prefix v: <http://www.openlinksw.com/schemas/virtrdf#> .
    @prefix : <http://e/> .

    """

  private func dataset(_ turtle: String) throws -> Dataset {
    var dataset = Dataset()
    try RDFReader.read(
      Array((Self.prefix + turtle).utf8), file: "test", syntax: .turtle, into: &dataset)
    return dataset
  }

  private func compare(_ sent: String, _ found: String) throws -> GraphComparison {
    let sent = try dataset(sent)
    let found = try dataset(found)
    let digest = DigestAlgorithm(name: "none") { bytes in
      // Blank nodes that are unlike need no more than what tells their lines apart.
      var sum: UInt64 = 0xCBF2_9CE4_8422_2325
      for byte in bytes { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
      return (0..<8).map { UInt8(truncatingIfNeeded: sum >> (8 * $0)) }
    }
    return try GraphComparison(
      sent.quads, of: sent.terms, with: found, in: .unnamed,
      canonicalizer: Canonicalizer(digest: digest))
  }

  @Test(arguments: [
    ("1.50", "1.5"), (#""007"^^xsd:integer"#, "7"), (#""6"^^xsd:nonNegativeInteger"#, "6"),
    ("1e0", #""1"^^xsd:double"#), (#""1"^^xsd:boolean"#, "true"),
    (#""PT36H"^^xsd:duration"#, #""P1DT12H"^^xsd:duration"#),
    (
      #""2024-11-15T10:00:00+00:00"^^xsd:dateTime"#, #""2024-11-15T10:00:00Z"^^xsd:dateTime"#
    ),
  ])
  func takesOtherFormsOfAValue(_ sent: String, _ found: String) throws {
    let comparison = try compare(":a :p \(sent) .", ":a :p \(found) .")
    #expect(comparison.isWhole)
    #expect(comparison.kept == 1)
    #expect(comparison.changes.map(\.distance) == [.sameValue])
  }

  @Test(arguments: [
    (
      #""POINT(12.65 -8)"^^geo:wktLiteral"#, #""POINT(12.64999961853 -8)"^^v:Geometry"#
    ),
    (#""POINT (12.65 -8)"^^geo:wktLiteral"#, #""point(12.65 -8.0)"^^geo:wktLiteral"#),
    ("1.2345678901234567e0", "1.23456789012346e0"),
  ])
  func takesNearValues(_ sent: String, _ found: String) throws {
    let comparison = try compare(":a :p \(sent) .", ":a :p \(found) .")
    #expect(comparison.isWhole)
    #expect(comparison.changes.map(\.distance) == [.nearValue])
  }

  @Test(arguments: [
    (#""P1M"^^xsd:duration"#, #""1"^^xsd:duration"#), ("1.5", "1.51"), ("true", "false"),
    (#""POINT(12.65 -8)"^^geo:wktLiteral"#, #""POINT(12.66 -8)"^^geo:wktLiteral"#),
    (
      #""2024-11-15T10:00:00+01:00"^^xsd:dateTime"#,
      #""2024-11-15T10:00:00+02:00"^^xsd:dateTime"#
    ),
  ])
  func saysThatAValueIsAnother(_ sent: String, _ found: String) throws {
    let comparison = try compare(":a :p \(sent) .", ":a :p \(found) .")
    #expect(!comparison.isWhole)
    #expect(comparison.kept == 0)
  }

  @Test func saysWhatWasLostAndAdded() throws {
    let comparison = try compare(
      #":a :p "x", "y"@fr, :b ; :q 1 ."#, #":a :p "x"@fr, "y"@FR, :c ; :r 1 ."#)
    #expect(
      comparison.lost == [
        #"<http://e/a> <http://e/p> "x""#, "<http://e/a> <http://e/p> <http://e/b>",
        #"<http://e/a> <http://e/q> "1"^^<http://www.w3.org/2001/XMLSchema#integer>"#,
      ])
    #expect(comparison.added.count == 3)
    #expect(comparison.kept == 1)
  }

  @Test func oneValueMayComeBackForTwo() throws {
    let comparison = try compare(":a :p 1.50, 1.5, 1.500 .", ":a :p 1.5 .")
    #expect(comparison.isWhole)
    #expect(comparison.kept == 3)
    // But what is only near does not stand for two.
    let near = try compare(
      #":a :p "POINT(1 2)"^^geo:wktLiteral, "POINT(1.0000001 2)"^^geo:wktLiteral ."#,
      #":a :p "POINT(1.0000002 2)"^^v:Geometry ."#)
    #expect(near.lost.count == 1)
  }

  @Test func blankNodesAreNotTheirLabels() throws {
    let whole = try compare(
      ":a :p [ :q 1.50 ; :r [ :s \"x\" ] ] .", "_:z :s \"x\" . :a :p _:y . _:y :r _:z ; :q 1.5 .")
    #expect(whole.isWhole)
    #expect(whole.kept == 4)
    let cut = try compare(
      ":a :p [ :q 1 ; :r [ :s \"x\" ] ] .", ":a :p [ :q 1 ; :r [ :s \"y\" ] ] .")
    #expect(!cut.isWhole)
  }
}
