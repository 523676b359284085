import Crypto
import RDF
import RDFIO
import Testing

/// How a difference is written, for stores and for people.
@Suite struct DifferenceOutputTests {
  private func dataset(_ text: String, _ file: String) throws -> Dataset {
    var dataset = Dataset()
    let prefixes = """
      @prefix ex: <http://example.org/> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .

      """
    try RaptorReader.read(
      Array((prefixes + text).utf8), file: file, syntax: .turtle, into: &dataset)
    return dataset
  }

  private func difference(_ old: String, _ new: String) throws -> DatasetDifference {
    let before = try dataset(old, "old.ttl")
    let after = try dataset(new, "new.ttl")
    let digest = DigestAlgorithm(name: "SHA-256") { Array(SHA256.hash(data: $0)) }
    return try DatasetDifference(
      from: before, to: after, canonicalizer: Canonicalizer(digest: digest))
  }

  private let old = """
    ex:a rdfs:label "Mali"@fr ; ex:p ex:b ; ex:address [ ex:town "X" ; ex:street "Y" ] .
    ex:b rdfs:label "B (\\"b\\")" .
    """
  private let new = """
    ex:a rdfs:label "Mali"@fr ; ex:p ex:c ; ex:address [ ex:town "Z" ; ex:street "Y" ] ;
      ex:date "2024"^^ex:day .
    ex:b rdfs:label "B (\\"b\\")" .
    [] ex:p "new" .
    """

  @Test func patch() throws {
    var output: [UInt8] = []
    DifferencePatch.append(try difference(old, new), to: &output)
    #expect(
      String(decoding: output, as: UTF8.self) == """
        D <http://example.org/a> <http://example.org/p> <http://example.org/b> .
        D _:c14n0 <http://example.org/town> "X" .
        A <http://example.org/a> <http://example.org/date> "2024"^^<http://example.org/day> .
        A <http://example.org/a> <http://example.org/p> <http://example.org/c> .
        A _:c14n0 <http://example.org/town> "Z" .
        A _:new0 <http://example.org/p> "new" .

        """)
  }

  @Test func text() throws {
    var output: [UInt8] = []
    DifferenceText.append(
      try difference(old, new), prefixes: [("ex", "http://example.org/")], to: &output)
    #expect(
      String(decoding: output, as: UTF8.self) == """
        _:c14n0
          - ex:town "X"
          + ex:town "Z"
        _:new0
          + ex:p "new"
        ex:a (Mali)
          + ex:date "2024"^^ex:day
          - ex:p ex:b (B (\\"b\\"))
          + ex:p ex:c

        """)
  }

  @Test func nothing() throws {
    var output: [UInt8] = []
    let difference = try difference(old, old)
    DifferencePatch.append(difference, to: &output)
    DifferenceText.append(difference, prefixes: [], to: &output)
    let isEmpty = difference.isEmpty
    #expect(isEmpty)
    #expect(output.isEmpty)
  }
}
