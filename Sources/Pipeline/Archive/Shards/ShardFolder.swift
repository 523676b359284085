internal import Foundation
internal import Publishing
internal import RDF

/// The folder in which shards stand until all are there, `.griot-shards` in the folder of output.
///
/// A shard that is done stays when the run is interrupted, so that ``init(_:begun:resumes:)`` can go
/// on with it. When all are there they are moved to the folder of output, and the manifest last: while
/// there is none, the folder is not whole.
final class ShardFolder {
  /// The folder that shards are written to.
  let path: String
  private let output: String
  private let lock: Int32
  private var entries: [String: ShardEntry] = [:]
  /// The folders that were made for this run.
  private var made: [String] = []

  private static let manifestName = "manifest.json"
  private static let begunName = "begun"
  private static let lockName = "lock"
  private static let entryEnding = ".entry"
  private static let rejectedEnding = ".rejected"
  private static let documentsInfix = ".of."

  /// Opens the folder, for one run at a time.
  ///
  /// - Parameters:
  ///   - output: the folder of output.
  ///   - begun: what tells inputs and settings from others.
  ///   - resumes: whether shards that are done are kept.
  /// - Throws: ``RunError`` with what the system says, and when what was begun there had other
  ///   inputs or settings.
  init(_ output: String, begun: String, resumes: Bool) throws(RunError) {
    self.output = output
    path = output.hasSuffix("/") ? output + ".griot-shards" : output + "/.griot-shards"
    made = try OutputSet.makeFolder(path)
    lock = unsafe open("\(path)/\(Self.lockName)", O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard lock >= 0 else { throw FileOutput.failure(path, "cannot be written into") }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      close(lock)
      throw RunError(
        .failedInputOutput, file: output, "another run is at work there; expected it to end first")
    }
    let names = try Self.names(in: path)
    if resumes, names.contains(Self.begunName) {
      guard try Self.bytes("\(path)/\(Self.begunName)") == Array(begun.utf8) else {
        close(lock)
        throw RunError(
          .wrongUsage, file: output,
          "what was begun there had other inputs or settings; expected the same, or no --resume")
      }
      for name in names where name.hasSuffix(Self.entryEnding) {
        guard
          let entry = try? JSONDecoder().decode(
            ShardEntry.self, from: Data(try Self.bytes("\(path)/\(name)"))),
          entry.files.allSatisfy({ isThere($0) })
        else { continue }
        entries[entry.name] = entry
      }
    } else {
      for name in names where name != Self.lockName { _ = unsafe unlink("\(path)/\(name)") }
      try put(Array(begun.utf8), Self.begunName)
    }
  }

  deinit { close(lock) }

  private static func names(in folder: String) throws(RunError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      throw FileOutput.failure(folder, "cannot be read")
    }
  }

  private static func bytes(_ name: String) throws(RunError) -> [UInt8] {
    let descriptor = try FileInput.open(name)
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    while case let part = try FileInput.read(descriptor, upTo: 1 << 20, name: name), !part.isEmpty {
      bytes += part
    }
    return bytes
  }

  /// Whether a file of a shard is where it was put, or where it goes in the end.
  private func isThere(_ file: ShardEntry.File) -> Bool {
    [path, output].contains { folder in
      var status = stat()
      return unsafe stat("\(folder)/\(file.name)", &status) == 0 && status.st_size == file.bytes
    }
  }

  /// Writes a file of the folder's own.
  private func put(_ bytes: [UInt8], _ name: String) throws(RunError) {
    let file = try StagedFile("\(path)/\(name)")
    try file.append(bytes)
    try file.finish()
    try TemporaryNames.shared.uninterrupted { (names) throws(RunError) in try file.place(&names) }
    try file.syncFolder()
  }

  /// The shards that were done before this run.
  var done: [String: ShardEntry] { entries }

  /// Gives a shard's files their names.
  ///
  /// - Throws: ``RunError`` with what the system says.
  func finish(_ shard: OutputSet, _ entry: ShardEntry) throws(RunError) {
    var entry = entry
    for (name, count) in try shard.commit() {
      let last = PathName(name).last
      let kept: String
      if last.hasPrefix(RejectedRecords.name) {
        kept = "\(path)/\(entry.name)\(Self.rejectedEnding)"
      } else if last.hasPrefix(GraphChanges.documentsName) {
        kept = "\(path)/\(entry.name)\(Self.documentsInfix)\(last)"
      } else {
        entry.files.append(
          ShardEntry.File(name: last, bytes: count, sha256: try FileHash.sha256(of: name)))
        continue
      }
      guard unsafe rename(name, kept) == 0 else {
        throw FileOutput.failure(kept, "cannot get its name")
      }
    }
    try put(Self.json(entry), entry.name + Self.entryEnding)
    entries[entry.name] = entry
  }

  private static func json(_ value: some Encodable) throws(RunError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(value)) + [0x0A]
    } catch {
      throw RunError(.failedInputOutput, file: manifestName, "cannot be written: \(error)")
    }
  }

  /// Moves all shards to the folder of output, and puts the manifest last.
  ///
  /// What an older manifest names and this one does not is removed.
  ///
  /// - Parameters:
  ///   - count: how many shards were asked for.
  ///   - compression: how files are packed.
  ///   - layout: the store that the folder is laid out for, or nil.
  ///   - settings: the digest of what quads depend on beside records.
  ///   - since: the export that this one goes on from.
  /// - Returns: the files, each with its bytes, and what is to be removed.
  /// - Throws: ``RunError`` with what the system says; a run with `resumes` then ends the work.
  func publish(
    _ count: Int, _ compression: ExportCompression?, layout: BulkLayout?, settings: String,
    since: SinceIndex?
  ) throws(RunError) -> (files: [(name: String, bytes: Int)], changes: GraphChanges) {
    let all = entries.values.sorted { $0.name < $1.name }
    let shards = all.filter { $0.articles > 0 }
    let parts = shards.flatMap(\.files)
    let beside = layout?.files(for: parts.map { BulkPart(name: $0.name, sha256: $0.sha256) }) ?? []
    var files = parts.map { (name: $0.name, bytes: $0.bytes) }
    for file in beside {
      let bytes = Array(file.text.utf8)
      try put(bytes, file.name)
      files.append((file.name, bytes.count))
    }
    let ending = compression.map { ".\($0.rawValue)" } ?? ""
    if let rejected = try gatherRejected(shards, RejectedRecords.name + ending) {
      files.append(rejected)
    }
    let (documents, changes) = try gatherDocuments(all, compression, since)
    files.append((documents.name, documents.bytes))
    var deleted: ShardEntry.File?
    if since != nil || !changes.changes.isEmpty {
      let file = try self.file(GraphChanges.deletedName, changes.table)
      files.append((file.name, file.bytes))
      deleted = file
    }
    let manifest = ArchiveManifest(
      shards, of: count, layout: layout, beside: beside, settings: settings, documents: documents,
      deletedGraphs: deleted, since: since?.sha256,
      unchanged: since.map { _ in all.reduce(0) { $0 + $1.unchanged } })
    try put(Self.json(manifest), Self.manifestName)
    let old = oldNames().subtracting(files.map(\.name))
    try TemporaryNames.shared.uninterrupted { (temporary) throws(RunError) in
      for folder in made { temporary.remove(folder + "/") }
      _ = unsafe unlink("\(output)/\(Self.manifestName)")
      for name in old { _ = unsafe unlink("\(output)/\(name)") }
      for file in files { try move(file.name) }
      try move(Self.manifestName)
      remove()
    }
    var status = stat()
    let name = "\(output)/\(Self.manifestName)"
    let size = unsafe stat(name, &status) == 0 ? Int(status.st_size) : 0
    let placed = (files + [(Self.manifestName, size)]).map { (pathInOutput($0.name), $0.bytes) }
    return (placed, changes)
  }

  /// The records of all shards, in one file, and the graphs that are to be removed.
  private func gatherDocuments(
    _ all: [ShardEntry], _ compression: ExportCompression?, _ since: SinceIndex?
  ) throws(RunError) -> (file: ShardEntry.File, changes: GraphChanges) {
    let ending = compression.map { ".\($0.rawValue)" } ?? ""
    let last = GraphChanges.documentsName + ending
    var parts: [String] = []
    for entry in all {
      let name = "\(path)/\(entry.name)\(Self.documentsInfix)\(last)"
      if unsafe access(name, F_OK) == 0 { parts.append(name) }
    }
    var changes = GraphChanges(since)
    for part in parts {
      try SinceIndex.forEachRow(of: part) { row, _ throws(RunError) in changes.add(row) }
    }
    let file = try StagedFile("\(path)/\(last)", compression)
    for part in parts {
      try SinceIndex.forEachRow(of: part) { row, line throws(RunError) in
        let finished = changes.finished(row)
        try file.append(
          finished.replacedBy == row.replacedBy ? line + [0x0A] : finished.jsonLine)
      }
    }
    try changes.compare()
    try file.finish()
    try TemporaryNames.shared.uninterrupted { (names) throws(RunError) in try file.place(&names) }
    try file.syncFolder()
    let sha256 = try FileHash.sha256(of: "\(path)/\(last)")
    return (ShardEntry.File(name: last, bytes: file.count, sha256: sha256), changes)
  }

  private func file(_ name: String, _ bytes: [UInt8]) throws(RunError) -> ShardEntry.File {
    try put(bytes, name)
    let sha256 = try FileHash.sha256(of: "\(path)/\(name)")
    return ShardEntry.File(name: name, bytes: bytes.count, sha256: sha256)
  }

  private func pathInOutput(_ name: String) -> String {
    output.hasSuffix("/") ? output + name : "\(output)/\(name)"
  }

  /// Moves a file, unless an earlier run has.
  private func move(_ name: String) throws(RunError) {
    let target = pathInOutput(name)
    guard unsafe rename("\(path)/\(name)", target) != 0, errno != ENOENT else { return }
    throw FileOutput.failure(target, "cannot get its name")
  }

  /// The records of all shards that are left out, in one file.
  private func gatherRejected(
    _ shards: [ShardEntry], _ name: String
  ) throws(RunError) -> (name: String, bytes: Int)? {
    guard shards.contains(where: { $0.rejected > 0 }) else { return nil }
    var bytes: [UInt8] = []
    for shard in shards where shard.rejected > 0 {
      bytes += try Self.bytes("\(path)/\(shard.name)\(Self.rejectedEnding)")
    }
    try put(bytes, name)
    return (name, bytes.count)
  }

  /// The files that the manifest names that stands there.
  private func oldNames() -> Set<String> {
    guard let bytes = try? Self.bytes(pathInOutput(Self.manifestName)),
      let old = try? JSONDecoder().decode(ArchiveManifest.self, from: Data(bytes))
    else { return [] }
    // A manifest is data: what it names has to be a file of that folder.
    let lists = [old.documents, old.deletedGraphs].compactMap(\.self)
    let names = (old.shards.flatMap(\.files) + lists).map(\.name) + (old.beside ?? [])
    return Set(names.filter { !$0.contains("/") })
  }

  /// Removes the folder with all that is in it.
  private func remove() {
    for name in (try? Self.names(in: path)) ?? [] { _ = unsafe unlink("\(path)/\(name)") }
    _ = unsafe rmdir(path)
  }

  /// Gives the work up: nothing is left of it.
  func discard() {
    remove()
    for folder in made.reversed() { _ = unsafe rmdir(folder) }
  }
}
