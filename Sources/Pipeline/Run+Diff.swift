internal import Crypto
internal import Foundation
internal import JSON
internal import RDF
internal import RDFIO

/// How a difference is written.
public enum DifferenceFormat: String, CaseIterable, Sendable {
  /// Grouped by subject, with labels and short names.
  case people
  /// Lines of RDF Patch, for stores.
  case patch
}

/// How two RDF files differ.
public struct DifferenceSummary: Sendable {
  /// How many quads only the first has.
  public let removed: Int
  /// How many quads only the second has.
  public let added: Int

  /// Whether the two say the same.
  public var isEmpty: Bool { removed == 0 && added == 0 }

  /// How a program says by its exit status that they differ.
  public var outcome: Outcome { isEmpty ? .done : .invalidData }

  /// The summary as one JSON object.
  public var json: String {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("summary")
    writer.beginObject()
    for (name, count) in [
      ("removed", removed), ("added", added), ("outcome", Int(outcome.rawValue)),
    ] {
      writer.key(name)
      writer.value(count)
    }
    writer.endObject()
    writer.endObject()
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

extension Run {
  /// Compares two RDF files, blank nodes and all, and writes on standard output how they differ.
  ///
  /// A file's ending says its syntax. Both files are held in memory.
  ///
  /// - Throws: ``RunError`` when a file cannot be read or is not of its syntax, when its blank nodes
  ///   cannot be told apart, or when the difference cannot be written.
  public static func diff(
    _ old: String, _ new: String, format: DifferenceFormat
  ) throws(RunError) -> DifferenceSummary {
    let before = try dataset(old)
    let after = try dataset(new)
    let digest = DigestAlgorithm(name: "SHA-256") { Array(SHA256.hash(data: $0)) }
    let difference: DatasetDifference
    do throws(DifferenceError) {
      difference = try DatasetDifference(
        from: before, to: after, canonicalizer: Canonicalizer(digest: digest))
    } catch {
      switch error {
      case .canonicalization(_, let side):
        throw RunError(.notEvaluated, file: side == .old ? old : new, error.description)
      case .term: throw RunError(.failedInputOutput, file: nil, error.description)
      }
    }
    var output: [UInt8] = []
    switch format {
    case .people: DifferenceText.append(difference, prefixes: Prefixes.all, to: &output)
    case .patch: DifferencePatch.append(difference, to: &output)
    }
    try FileOutput.write(output, to: STDOUT_FILENO, name: "<stdout>")
    return DifferenceSummary(removed: difference.removed.count, added: difference.added.count)
  }

  private static func dataset(_ name: String) throws(RunError) -> Dataset {
    guard let syntax = RDFSyntax(fileName: PathName(name).last) else {
      throw RunError(
        .wrongUsage, file: name,
        "its name does not say its syntax; expected one that ends in .nt, .nq, .ttl, .trig or .rdf")
    }
    let bytes = try InputFiles.bytes(name)
    var dataset = Dataset()
    do throws(RDFIOError) {
      try RDFReader.read(bytes, file: name, syntax: syntax, into: &dataset)
    } catch {
      throw RunError(.failedInputOutput, error.diagnostic(in: name))
    }
    return dataset
  }
}
