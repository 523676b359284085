internal import Extraction
internal import Foundation
internal import Mapping
internal import Ontology
internal import PropertyGraph
internal import RDF
internal import RDFIO

/// The order of the stages: read, map, write.
public enum Run {
  /// griot's version.
  public static let version = "0.1.0"

  /// Reads records and checks all that needs no ontology.
  ///
  /// - Throws: ``RunError`` when an input cannot be read.
  public static func check(_ configuration: Configuration) throws(RunError) -> RunSummary {
    var summary = RunSummary()
    for name in try InputFiles.expand(configuration.inputs) {
      _ = try records(of: InputFiles.read(name), configuration, &summary)
    }
    return summary
  }

  /// Reads records, maps them, and writes the result; with an error in any, nothing is written.
  ///
  /// - Throws: ``RunError`` when an input cannot be read or an output not be written.
  public static func export(_ configuration: Configuration) throws(RunError) -> RunSummary {
    let names = try InputFiles.expand(configuration.inputs)
    let ontology = try ontology(configuration.ontologyFiles)
    var summary = RunSummary()
    var dataset = Dataset(tracing: .on)
    let mapper = try mapper(configuration, ontology, &dataset)
    let sharedTerms = dataset.terms.count
    var outputs: [Output] = []
    var stems: [String: String] = [:]
    for name in names {
      let file = try InputFiles.read(name)
      if let other = stems.updateValue(name, forKey: file.stem),
        configuration.target != .standardOutput
      {
        throw RunError(
          .wrongUsage, file: name,
          "its output would replace that of \(other), which has the same "
            + "name; export them to two folders")
      }
      var documents: [Output] = []
      var projection = Projection(ontology: ontology)
      for record in try records(of: file, configuration, &summary) {
        dataset.removeQuads(andTermsFrom: sharedTerms)
        let found = mapper.map(record, into: &dataset)
        summary.diagnostics += found
        guard !found.contains(where: { $0.severity == .error }) else { continue }
        summary.quads += dataset.quads.count
        if configuration.formats.contains(.graphml) { projection.add(dataset) }
        try Self.serialise(
          dataset, record, file.stem, configuration, into: &documents, &summary)
      }
      outputs += documents
      if configuration.formats.contains(.graphml) {
        outputs.append(try Self.graphML(projection.finish(), file, &summary))
      }
    }
    guard summary.outcome == .done else { return summary }
    try write(outputs, configuration.target, &summary)
    return summary
  }

  private static func records(
    of file: InputFiles.File, _ configuration: Configuration, _ summary: inout RunSummary
  ) throws(RunError) -> [ExtractionRecord] {
    let reader = RecordReader(texts: configuration.texts.map { TextFolder($0) })
    var records: [ExtractionRecord] = []
    let documents = file.records
    if documents.isEmpty {
      summary.diagnostics.append(
        Diagnostic(.error, file: file.name, "the file holds no record"))
    }
    for document in documents {
      let result = reader.read(
        document.bytes, file: file.name, firstLine: document.firstLine,
        folder: file.folder.map { TextFolder($0) })
      summary.diagnostics += result.diagnostics
      summary.articles += 1
      guard let record = result.record else { continue }
      summary.entities += record.entities.count
      summary.events += record.events.count
      summary.relations += record.relations.count
      records.append(record)
    }
    return records
  }

  private static func ontology(_ files: [String]) throws(RunError) -> Ontology {
    var read: [Ontology.File] = []
    for name in files { read.append(Ontology.File(name: name, bytes: try InputFiles.bytes(name))) }
    do throws(OntologyError) {
      return try Ontology(files: read)
    } catch {
      throw RunError(.wrongUsage, error.diagnostic)
    }
  }

  private static func mapper(
    _ configuration: Configuration, _ ontology: Ontology, _ dataset: inout Dataset
  ) throws(RunError) -> Mapper {
    guard configuration.base.hasSuffix("/") || configuration.base.hasSuffix("#") else {
      throw RunError(
        .wrongUsage, file: nil, "the base \"\(configuration.base)\" must end in \"/\" or \"#\"")
    }
    var hashed: [UInt8] = []
    for name in configuration.ontologyFiles { hashed += try InputFiles.bytes(name) }
    if hashed.isEmpty { hashed = ShippedFiles.ontology }
    do throws(TermError) {
      return try Mapper(
        ontology: ontology, base: configuration.base,
        provenance: Mapper.Provenance(version: version, ontologySHA256: Hash.sha256(hashed)),
        terms: &dataset.terms)
    } catch {
      throw RunError(.wrongUsage, file: nil, "the base cannot be used: \(error)")
    }
  }
}
