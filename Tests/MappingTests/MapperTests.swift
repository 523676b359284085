import Extraction
import Mapping
import Ontology
import RDF
import RDFIO
import Testing

@Suite struct MapperTests {
  /// A small ontology of another field.
  static let shipping = """
    @prefix : <https://example.org/shipping#> .
    @prefix owl: <http://www.w3.org/2002/07/owl#> .
    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
    :Vessel a owl:Class ; rdfs:label "navire"@fr .
    :Port a owl:Class .
    :Docking a owl:Class .
    :docksAt a owl:ObjectProperty ; rdfs:domain :Vessel ; rdfs:range :Port .
    :vessel a owl:ObjectProperty .
    :tonnage a owl:DatatypeProperty ; rdfs:range xsd:integer .
    """

  private func map(_ text: String, ontology: String? = nil) throws -> (
    lines: Set<String>, messages: [String]
  ) {
    let files = ontology.map { [Ontology.File(name: "own.ttl", bytes: Array($0.utf8))] } ?? []
    var dataset = Dataset()
    let mapper = try Mapper(
      ontology: try Ontology(files: files), base: "http://b/",
      provenance: Mapper.Provenance(version: "0", ontologySHA256: "00"), terms: &dataset.terms)
    let result = RecordReader().read(Array(text.utf8), file: "r.json")
    let record = try #require(result.record, "\(result.diagnostics)")
    let messages = mapper.map(record, into: &dataset).map(\.description)
    var bytes: [UInt8] = []
    LineWriter.append(dataset.quads, of: dataset.terms, syntax: .ntriples, to: &bytes)
    let text = String(decoding: bytes, as: UTF8.self)
      .replacing("https://w3id.org/griot/ontology#", with: "griot:")
      .replacing("http://b/article/a/", with: "a:")
    return (Set(text.split(separator: "\n").map(String.init)), messages)
  }

  private func record(_ rest: String) -> String {
    #"{"griot": 1, "source": {"id": "a", "language": "fr"}, "entities": [{"id": "x", "type": "Organisation"}, {"id": "y", "type": "Country"}], \#(rest)}"#
  }

  /// The plain triple stands if and only if the article says just that.
  @Test(arguments: [
    (#""status": "asserted""#, true), (#""status": "asserted", "confidence": 0.9"#, true),
    (#""status": "planned""#, false), (#""status": "reported""#, false),
    (#""status": "denied""#, false), (#""status": "possible""#, false),
    (#""status": "asserted", "attributedTo": "y""#, false),
    (#""status": "asserted", "interval": "2013/..""#, false),
    (#""status": "asserted", "degree": "mainly""#, false),
    (#""status": "asserted", "alternativeOf": "x""#, false),
  ])
  func plainTriple(_ qualification: String, _ isPlain: Bool) throws {
    let (lines, messages) = try map(
      record(
        #""relations": [{"id": "r", "type": "operatesIn", "subject": "x", "object": "y", \#(qualification)}]"#
      ))
    #expect(messages.isEmpty)
    #expect(lines.contains("<a:entity/x> <griot:operatesIn> <a:entity/y> .") == isPlain)
    #expect(
      lines.contains(
        "<a:claim/r> <http://www.w3.org/1999/02/22-rdf-syntax-ns#object> <a:entity/y> ."))
  }

  @Test func boundedValueIsAClaim() throws {
    let (lines, messages) = try map(
      record(
        #""events": [{"id": "v", "type": "Death", "status": "asserted", "properties": {"deathToll": {"value": 180, "bound": "moreThan", "unit": "persons"}}}]"#
      ))
    #expect(messages.isEmpty)
    #expect(lines.contains("<a:claim/v.deathToll.1> <griot:bound> <griot:moreThan> ."))
    #expect(!lines.contains { $0.hasPrefix("<a:event/v> <griot:deathToll>") })
    #expect(lines.contains("<a:event/v> <griot:status> <griot:asserted> ."))
  }

  @Test func datesHaveBounds() throws {
    let (lines, _) = try map(
      record(
        #""events": [{"id": "v", "type": "Death", "status": "asserted", "date": {"edtf": "2023~", "part": "end"}}]"#
      ))
    let sem = "http://semanticweb.cs.vu.nl/2009/11/sem/"
    let date = "^^<http://www.w3.org/2001/XMLSchema#date> ."
    #expect(lines.contains("<a:event/v> <\(sem)hasLatestEndTimeStamp> \"2023-12-31\"\(date)"))
    #expect(lines.contains("<a:event/v> <griot:datePart> <griot:end> ."))
    #expect(lines.contains("<a:event/v> <griot:dateQualifier> <griot:approximate> ."))
  }

  @Test(arguments: [
    (
      #""events": [{"id": "v", "type": "Withdrawl", "status": "asserted"}]"#,
      #"the ontology has no class "Withdrawl"; did you mean "Withdrawal"?"#
    ),
    (
      #""events": [{"id": "v", "type": "Death", "status": "asserted", "roles": {"agnet": "x"}}]"#,
      #"the ontology has no role "agnet"; did you mean "agent"?"#
    ),
    (
      #""events": [{"id": "v", "type": "Death", "status": "asserted", "properties": {"deathToll": "many"}}]"#,
      #""many" is no xsd:nonNegativeInteger, which "deathToll" takes; expected a whole number such as 180"#
    ),
    (
      #""events": [{"id": "v", "type": "Death", "status": "asserted", "properties": {"agent": "x"}}]"#,
      #""agent" relates to an item; expected its id as {"id": …}"#
    ),
    (
      #""events": [{"id": "v", "type": "Death", "status": "asserted", "properties": {"deathToll": {"value": "1", "datatype": "xsd:intger"}}}]"#,
      #"unknown datatype "xsd:intger"; expected one such as xsd:date, edtf:EDTF or an absolute IRI"#
    ),
  ])
  func refuses(_ rest: String, _ message: String) throws {
    let (_, messages) = try map(record(rest))
    #expect(messages.count == 1)
    #expect(messages.first?.hasSuffix(": error: \(message)") == true, "\(messages)")
  }

  @Test func anotherField() throws {
    let text =
      #"{"griot": 1, "source": {"id": "a", "language": "fr"}, "entities": [{"id": "s", "type": "navire", "properties": {"tonnage": 900}}, {"id": "p", "type": "Port"}], "relations": [{"id": "r", "type": "docksAt", "subject": "s", "object": "p", "status": "asserted"}], "events": [{"id": "d", "type": "Docking", "status": "planned", "roles": {"vessel": "s"}}]}"#
    let (lines, messages) = try map(text, ontology: Self.shipping)
    #expect(messages.isEmpty)
    #expect(lines.contains("<a:entity/s> <https://example.org/shipping#docksAt> <a:entity/p> ."))
    #expect(
      lines.contains(
        "<a:entity/s> <https://example.org/shipping#tonnage> \"900\"^^<http://www.w3.org/2001/XMLSchema#integer> ."
      ))
    let (_, refused) = try map(
      text.replacing("navire", with: "Person"), ontology: Self.shipping)
    #expect(refused.count == 1)
  }
}
