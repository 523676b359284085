import Extraction
import Foundation
import Mapping
import Ontology
import RDF
import RDFIO
import Testing

/// The seeds, and what PyYAML's `safe_dump` made of them, give the same quads.
///
/// `Tests/Peers/yaml_twins.py` writes them anew when a seed changes.
@Suite struct YAMLTwinTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The N-Quads of a file's records without the hash of the record itself.
  private func lines(_ name: String, _ syntax: RecordSyntax) throws -> [String] {
    let bytes = Array(try Data(contentsOf: Self.root.appending(path: name)))
    let documents: [(bytes: [UInt8], line: Int)] =
      switch syntax {
      case .adapted: []
      case .json:
        name.hasSuffix("l")
          ? bytes.split(separator: 0x0A).enumerated().map { (Array($0.element), $0.offset + 1) }
          : [(bytes, 1)]
      case .yaml: YAMLDocuments(bytes).map { (Array(bytes[$0.range]), $0.firstLine) }
      }
    let texts = TextFolder(Self.root.appending(path: "seeds").path)
    var written: [UInt8] = []
    for document in documents {
      var dataset = Dataset()
      let mapper = try Mapper(
        ontology: try Ontology(), base: "http://b/",
        provenance: Mapper.Provenance(version: "0", ontologySHA256: "00"), terms: &dataset.terms)
      let result = RecordReader(texts: texts).read(
        document.bytes, file: name, firstLine: document.line, syntax: syntax)
      let record = try #require(result.record, "\(result.diagnostics)")
      #expect(mapper.map(record, into: &dataset).isEmpty)
      LineWriter.append(dataset.quads, of: dataset.terms, syntax: .nquads, to: &written)
    }
    return String(decoding: written, as: UTF8.self).split(separator: "\n").map(String.init)
      .filter { !$0.contains("/record> <https://w3id.org/griot/ontology#sha256>") }
  }

  @Test(arguments: [("minusma", "json"), ("ceasefire", "json"), ("wire", "jsonl")])
  func giveTheSameQuads(_ stem: String, _ ending: String) throws {
    let json = try lines("seeds/\(stem).\(ending)", .json)
    #expect(json.count > 100)
    #expect(try lines("Tests/Records/yaml/\(stem).yaml", .yaml) == json)
  }
}
