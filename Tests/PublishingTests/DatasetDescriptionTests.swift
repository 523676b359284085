internal import Publishing
internal import RDF
internal import RDFIO
internal import Testing

@Suite
struct DatasetDescriptionTests {
  private static let base = "http://own/"

  /// The triples of a description as lines, in order.
  private func lines(
    of quads: String, _ details: DatasetDetails = DatasetDetails(),
    _ distributions: [Distribution] = [], moment: String? = nil
  ) throws -> [String] {
    var data = Dataset()
    try RDFReader.read(
      Array(quads.utf8), file: "test.nq", syntax: .nquads, base: nil, into: &data)
    let counts = DatasetCounts(data.quads, of: data.terms, base: Self.base)
    let description = DatasetDescription(
      counts, details, distributions, base: Self.base, version: "1", moment: moment)
    var dataset = Dataset()
    try description.write(to: &dataset)
    var bytes: [UInt8] = []
    LineWriter.append(dataset.quads[...], of: dataset.terms, syntax: .ntriples, to: &bytes)
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private func number(_ lines: [String], _ subject: String, _ property: String) -> [String] {
    let start = "<\(subject)> <http://rdfs.org/ns/void#\(property)> "
    return lines.filter { $0.hasPrefix(start) }.map {
      String($0.dropFirst(start.count).prefix { $0 != "^" && $0 != " " })
    }
  }

  private static let typed = """
    <http://own/a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://v/C> <http://own/g> .
    <http://own/a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://v/C> <http://own/h> .
    <http://own/b> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://v/C> <http://own/h> .
    <http://own/a> <http://v/p> "x" .

    """

  @Test func countsThingsOnceAndStatementsInEachGraph() throws {
    let lines = try lines(of: Self.typed)
    let own = "http://own/dataset"
    #expect(number(lines, own, "triples") == ["\"4\""])
    #expect(number(lines, own, "distinctSubjects") == ["\"2\""])
    #expect(number(lines, own, "distinctObjects") == ["\"2\""])
    #expect(number(lines, own + "#class-1", "entities") == ["\"2\""])
    #expect(number(lines, own + "#property-1", "triples") == ["\"1\""])
    #expect(number(lines, own + "#property-2", "triples") == ["\"3\""])
    #expect(number(lines, own + "#graph-1-triples", "triples") == ["\"1\""])
    #expect(number(lines, own + "#graph-2-triples", "triples") == ["\"2\""])
    #expect(
      number(lines, own, "vocabulary") == [
        "<http://v/>", "<http://www.w3.org/1999/02/22-rdf-syntax-ns#>",
      ])
  }

  @Test func linksLeadToOthersByWhatTheirNamesBeginWith() throws {
    let same = "<http://www.w3.org/2002/07/owl#sameAs>"
    let lines = try lines(
      of: """
        <http://own/a> \(same) <http://other/e/1> .
        <http://own/b> \(same) <http://other/e/2> .
        <http://own/b> \(same) <http://places/12/> .
        <http://own/b> \(same) <http://own/a> .
        <http://own/b> \(same) "no thing" .
        <http://own/b> <http://v/p> <http://other/e/3> .

        """)
    let own = "http://own/dataset"
    #expect(number(lines, own, "subset") == ["<\(own)#links-1>", "<\(own)#links-2>"])
    #expect(number(lines, own + "#links-1", "triples") == ["\"2\""])
    #expect(number(lines, own + "#links-2", "triples") == ["\"1\""])
    #expect(number(lines, own + "#target-1", "uriSpace") == ["\"http://other/e/\""])
    #expect(number(lines, own + "#target-2", "uriSpace") == ["\"http://places/\""])
  }

  private static var details: DatasetDetails {
    var details = DatasetDetails()
    details.title = [DatasetDetails.Words("Articles", language: "en")]
    details.description = [DatasetDetails.Words("Of the press")]
    details.publisher = "The Press"
    details.licence = "https://licence/by"
    details.accessURL = "https://files/"
    return details
  }

  @Test func isACatalogueOnlyWhereAllIsSaid() throws {
    let file = Distribution(
      name: "a é.nq.gz", mediaType: "application/n-quads", packing: .gzip, bytes: 7,
      sha256: "00ff")
    let all = try lines(of: Self.typed, Self.details, [file])
    #expect(
      all.contains(
        "<http://own/dataset#file-1> <http://www.w3.org/ns/dcat#downloadURL> "
          + "<https://files/a%20%C3%A9.nq.gz> ."))
    let leavingOut: [(inout DatasetDetails) -> Void] = [
      { $0.title = [] }, { $0.description = [] }, { $0.publisher = nil }, { $0.licence = nil },
      { $0.accessURL = nil },
    ]
    let names = ["title", "description", "publisher", "licence", "accessURL"]
    for (leaveOut, name) in zip(leavingOut, names) {
      var details = Self.details
      leaveOut(&details)
      #expect(details.missing == [name])
      let lines = try lines(of: Self.typed, details, [file])
      #expect(!lines.contains { $0.contains("/dcat#") })
      #expect(lines.count > 20)
    }
  }

  @Test func hasATimeOnlyWhereOneIsGiven() throws {
    #expect(
      !(try lines(of: Self.typed, Self.details)).contains { $0.contains("XMLSchema#dateTime") })
    let lines = try lines(of: Self.typed, Self.details, moment: "2024-11-15T12:00:00Z")
    #expect(lines.count { $0.contains("\"2024-11-15T12:00:00Z\"") } == 2)
  }

  @Test func refusesALicenceThatIsNoIRI() throws {
    var details = Self.details
    details.licence = "CC BY"
    #expect(throws: PublishingError.self) { try lines(of: Self.typed, details) }
  }
}
