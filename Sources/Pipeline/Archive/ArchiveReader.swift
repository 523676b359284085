/// Reads files of records in batches, file after file.
struct ArchiveReader {
  private let names: [String]
  private let configuration: Configuration
  private let shards: ShardedOutput?
  private var place = 0
  private var file: RecordFile?
  private var documents = 0
  /// A document that is too large for the batch it came with.
  private var held: DocumentUnit?
  private var stems: [String: String] = [:]

  /// How many bytes the files before the current one had.
  private var bytesBefore = 0

  /// How many bytes of the inputs, packed as they are, were read.
  var bytesRead: Int { bytesBefore + (file?.bytesRead ?? 0) }

  /// How many bytes of records make a batch.
  private static let batchSize = 1 << 16
  /// How many bytes a record has at least that is alone in its batch.
  private static let largeSize = 1 << 22

  init(_ names: [String], _ configuration: Configuration, _ shards: ShardedOutput?) {
    self.names = names
    self.shards = shards
    self.configuration = configuration
  }

  /// Whether a batch is one document that is better written as it is made.
  static func isLarge(_ units: [DocumentUnit]) -> Bool {
    guard units.count == 1, case .document(let document, _) = units[0] else { return false }
    return document.bytes.count >= largeSize
  }

  /// The next batch; nil at the end of the last file.
  ///
  /// - Throws: ``RunError`` with what the system says; what was read before it is lost.
  mutating func next() throws(RunError) -> [DocumentUnit]? {
    var units: [DocumentUnit] = []
    var size = 0
    while size < Self.batchSize, let unit = try nextUnit() {
      if case .document(let document, _) = unit {
        if document.bytes.count >= Self.largeSize, !units.isEmpty {
          held = unit
          break
        }
        size += document.bytes.count
      }
      units.append(unit)
    }
    return units.isEmpty ? nil : units
  }

  private mutating func nextUnit() throws(RunError) -> DocumentUnit? {
    if let unit = held {
      held = nil
      return unit
    }
    if file == nil { file = try open() }
    guard let file else { return nil }
    while let document = try file.next() {
      documents += 1
      guard let shards else { return .document(document, file.source) }
      let shard = shards.plan.shard(file: place - 1, offset: document.offset)
      let name = ShardPlan.name(shard)
      if !shards.isDone(name) { return .document(document, file.source.in(shard: name)) }
    }
    defer {
      bytesBefore += file.bytesRead
      self.file = nil
      documents = 0
    }
    return .end(file.source, documents: documents)
  }

  private mutating func open() throws(RunError) -> RecordFile? {
    guard place < names.count else { return nil }
    defer { place += 1 }
    let file = try RecordFile(names[place], configuration)
    guard let other = stems.updateValue(file.name, forKey: file.stem),
      configuration.target != .standardOutput, shards == nil
    else { return file }
    throw RunError(
      .wrongUsage, file: file.name,
      "its output would replace that of \(other), which has the same "
        + "name; export them to two folders")
  }
}
