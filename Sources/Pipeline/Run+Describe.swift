internal import Compression
internal import Foundation
internal import Publishing
public import RDF
internal import RDFIO

/// What a description is told beside its inputs.
public struct DescribeSettings: Sendable {
  /// The file to write; `-` is standard output.
  public var output: String

  /// Makes settings.
  public init(output: String) { self.output = output }
}

/// What a description tells.
public struct DescribeSummary: Sendable {
  /// How many statements were counted.
  public internal(set) var statements = 0
  /// The files described, in order.
  public internal(set) var described: [String] = []
  /// The files written, in order, each with its bytes.
  public internal(set) var files: [(name: String, bytes: Int)] = []
  /// The errors, warnings and notes.
  public internal(set) var diagnostics: [Diagnostic] = []

  init() {}

  /// How the run ended.
  public var outcome: Outcome {
    diagnostics.contains { $0.severity == .error } ? .invalidData : .done
  }

  /// Hands out the messages, as compilers print them.
  public func forEachMessage(notes limit: Int, _ body: (String) -> Void) {
    for one in diagnostics where one.severity != .note || limit > 0 { body(one.description) }
  }

  /// Hands out the messages, each as one JSON object.
  public func forEachJSONMessage(_ body: (String) -> Void) {
    for one in diagnostics { body(one.json) }
  }
}

extension Run {
  /// The name of the description beside an export.
  public static let descriptionName = "void.ttl"

  /// Describes files of RDF, and what else they are as, as one dataset.
  ///
  /// The files of one syntax are counted, for the others are taken to hold the same: N-Quads where
  /// there are any, else TriG, N-Triples, Turtle or RDF/XML. They are held in memory.
  ///
  /// - Throws: ``RunError`` when a file cannot be read or the description not be written.
  public static func describe(
    _ configuration: Configuration, _ settings: DescribeSettings
  ) throws(RunError) -> DescribeSummary {
    var summary = DescribeSummary()
    let own = DescribedFiles.resolved(settings.output)
    let names = try InputFiles.expand(configuration.inputs, [.exports]).filter {
      PathName($0).last != descriptionName && DescribedFiles.resolved($0) != own
    }
    let bytes = try description(of: names, configuration, &summary)
    guard let bytes, summary.outcome == .done else { return summary }
    let output = OutputSet(
      settings.output == "-" ? OutputSet.Place.standardOutput : .file(settings.output), nil)
    try output.append(bytes, to: PathName(settings.output).last)
    summary.files = try output.commit()
    return summary
  }

  /// Describes what an export wrote, in a file beside it.
  static func describe(
    _ summary: inout RunSummary, _ configuration: Configuration
  ) throws(RunError) {
    var described = DescribeSummary()
    let names = summary.files.map(\.name).filter { DescribedFiles.mediaType(of: $0) != nil }
    let bytes = try description(of: names, configuration, &described)
    summary.report(described.diagnostics)
    guard let bytes, described.outcome == .done else { return }
    let output = OutputSet(configuration.target)
    try output.append(bytes, to: descriptionName)
    summary.files += try output.commit()
  }

  /// The description in Turtle, or nil where a file has errors.
  private static func description(
    of names: [String], _ configuration: Configuration, _ summary: inout DescribeSummary
  ) throws(RunError) -> [UInt8]? {
    let files = try DescribedFiles(names.sorted())
    var data = RDFData(Dataset(), configuration)
    for (name, syntax) in files.counted { summary.diagnostics += try data.read(name, syntax) }
    guard summary.outcome == .done else { return nil }
    let counts = DatasetCounts(
      data.dataset.quads, of: data.dataset.terms, base: configuration.base)
    let details = configuration.dataset ?? DatasetDetails()
    let description = DatasetDescription(
      counts, details, try files.distributions(), base: configuration.base, version: version,
      moment: configuration.moment)
    summary.statements = data.dataset.quads.count
    summary.described = names
    note(details, description, &summary)
    var dataset = Dataset()
    do throws(PublishingError) {
      try description.write(to: &dataset)
    } catch {
      throw RunError(.wrongUsage, error.diagnostic)
    }
    do throws(RDFIOError) {
      return try TurtleOutput.write(
        dataset.quads, of: dataset.terms, prefixes: DatasetDescription.prefixes
      ).bytes
    } catch {
      throw RunError(.failedInputOutput, error.diagnostic)
    }
  }

  private static func note(
    _ details: DatasetDetails, _ description: DatasetDescription, _ summary: inout DescribeSummary
  ) {
    if !details.missing.isEmpty {
      summary.diagnostics.append(
        Diagnostic(
          .note, file: nil,
          "the dataset is described by VoID alone; for DCAT, dataset in griot.yaml lacks "
            + details.missing.joined(separator: ", ")))
    }
    if !description.listsGraphs {
      summary.diagnostics.append(
        Diagnostic(
          .note, file: nil,
          "there are more than \(DatasetDescription.graphLimit) graphs; none is described by itself"
        ))
    }
  }
}
