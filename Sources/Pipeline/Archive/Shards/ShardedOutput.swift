internal import Extraction
internal import Foundation
internal import Mapping
internal import Ontology
internal import Publishing
internal import RDF

/// Writes an archive in shards, one after the other.
///
/// - SeeAlso: ``ShardPlan``; ``ShardFolder``; ``ArchiveManifest``.
final class ShardedOutput {
  /// Which document goes where.
  let plan: ShardPlan
  private let folder: ShardFolder
  private let configuration: Configuration
  private var current: (entry: ShardEntry, output: OutputSet)?
  /// The digest of what quads depend on beside records.
  private let settings: String
  /// The export that this one goes on from.
  let since: SinceIndex?

  /// Measures the input and opens the folder.
  ///
  /// - Throws: ``RunError`` when an input or the folder cannot be used.
  init(
    _ count: Int, in folder: String, _ names: [String], _ files: ModelFiles,
    _ configuration: Configuration
  ) throws(RunError) {
    self.configuration = configuration
    let settings = try Self.settings(files, configuration)
    self.settings = settings
    since = try configuration.since.map { (manifest) throws(RunError) in
      try Self.index(manifest, folder, settings)
    }
    plan = try ShardPlan(count, of: names, configuration)
    self.folder = try ShardFolder(
      folder, begun: try Self.begun(count, names, files, configuration, since),
      resumes: configuration.resumes)
  }

  /// What tells this run's inputs and settings from others'.
  private static func begun(
    _ count: Int, _ names: [String], _ files: ModelFiles, _ configuration: Configuration,
    _ since: SinceIndex?
  ) throws(RunError) -> String {
    var lines = [
      "griot \(Run.version)", "shards \(count)", "base \(configuration.base)",
      "formats \(configuration.formats.map(\.rawValue).joined(separator: ","))",
      "compression \(configuration.compression?.rawValue ?? "none")",
      "serializer \(configuration.lineSerializer.rawValue)",
      "validation \(configuration.gate == .validated) \(configuration.entailment.rawValue) "
        + configuration.closedWorld.rawValue, "errors \(configuration.onError.rawValue)",
      "texts \(configuration.texts ?? "")", "from \(configuration.inputSyntax?.rawValue ?? "")",
      "language \(configuration.extractors.language ?? "")",
      "offsets \(configuration.extractors.offsetUnit?.rawValue ?? "")",
      "layout \(configuration.layout?.rawValue ?? "none")",
    ]
    if let profile = configuration.extractors.profile {
      lines.append("profile \(Hash.sha256(try InputFiles.bytes(profile)))")
    }
    for file in files.ontology + files.shapes { lines.append("model \(Hash.sha256(file.bytes))") }
    if let since { lines.append("since \(since.sha256)") }
    if !files.identity.isTrivial { lines.append("identity \(files.identity.digest)") }
    for name in names {
      var status = stat()
      guard unsafe stat(name, &status) == 0 else {
        throw FileOutput.failure(name, "cannot be read")
      }
      lines.append(
        "input \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec) \(name)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The digest of what quads depend on beside records and which entities are one.
  ///
  /// - Throws: ``RunError`` when a profile cannot be read.
  private static func settings(
    _ files: ModelFiles, _ configuration: Configuration
  ) throws(RunError) -> String {
    var lines = [
      Run.version, configuration.base, "\(configuration.gate == .validated)",
      configuration.entailment.rawValue, configuration.closedWorld.rawValue,
      configuration.onError.rawValue, configuration.inputSyntax?.rawValue ?? "",
      configuration.extractors.language ?? "", configuration.extractors.offsetUnit?.rawValue ?? "",
    ]
    if let profile = configuration.extractors.profile {
      lines.append(Hash.sha256(try InputFiles.bytes(profile)))
    }
    for file in files.ontology + files.shapes { lines.append(Hash.sha256(file.bytes)) }
    lines.append(Hash.sha256(ShippedFiles.ontology))
    lines.append(Hash.sha256(ShippedFiles.shapes))
    return Hash.sha256(Array(lines.joined(separator: "\n").utf8))
  }

  /// - Throws: ``RunError`` when the manifest cannot be used.
  private static func index(
    _ manifest: String, _ folder: String, _ settings: String
  ) throws(RunError) -> SinceIndex {
    let index = try SinceIndex(manifest, settings: settings)
    let folders = [PathName(manifest).folder, folder].map {
      URL(fileURLWithPath: $0).resolvingSymlinksInPath().standardizedFileURL.path
    }
    guard folders[0] != folders[1] else {
      throw RunError(
        .wrongUsage, file: manifest,
        "stands in the folder of output, whose shards it names; expected -o with another folder")
    }
    return index
  }

  /// What is to be said of the export that this one goes on from.
  var notes: [Diagnostic] {
    guard let since, !since.isAlike else { return [] }
    return [
      Diagnostic(
        .note, file: since.manifest,
        "was made by another griot or with another base, ontology, shapes or checks; all records are "
          + "written")
    ]
  }

  /// How many shards were done before this run.
  var doneCount: Int { folder.done.count }

  /// Whether a shard was done before this run.
  func isDone(_ name: String) -> Bool { folder.done[name] != nil }

  /// The output of a shard; those before it get no more.
  ///
  /// - Throws: ``RunError`` when the one before it cannot be written.
  func output(of name: String) throws(RunError) -> OutputSet {
    if let current, current.entry.name == name { return current.output }
    try finishShard()
    let output = OutputSet(OutputSet.Place.folder(folder.path), configuration.compression)
    current = (ShardEntry(name: name), output)
    return output
  }

  /// Counts a record of the shard at hand.
  func count(_ part: RunSummary) { current?.entry.add(part) }

  private func finishShard() throws(RunError) {
    guard let (entry, output) = current else { return }
    current = nil
    try folder.finish(output, entry)
  }

  /// Puts all shards in the folder of output, the manifest last.
  ///
  /// - Returns: the files, each with its bytes, and what is to be removed.
  /// - Throws: ``RunError`` with what the system says.
  func publish() throws(RunError) -> (files: [(name: String, bytes: Int)], changes: GraphChanges) {
    try finishShard()
    return try folder.publish(
      plan.count, configuration.compression, layout: configuration.layout, settings: settings,
      since: since)
  }

  /// Adds to a summary what earlier runs did, and says so.
  func addWhatWasDone(to summary: inout RunSummary) {
    for entry in folder.done.values.sorted(by: { $0.name < $1.name }) {
      summary.add(entry)
      summary.resumedShards += 1
    }
  }

  /// Gives all shards up.
  func discard() {
    current = nil
    folder.discard()
  }
}
