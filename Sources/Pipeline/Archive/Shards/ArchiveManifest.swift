internal import Publishing

/// What an archive's shards hold, in `manifest.json`, which is put last.
struct ArchiveManifest: Codable {
  /// The version of griot that made it.
  let griot: String
  /// How many shards were asked for; those without records have no files.
  let shardCount: Int
  /// How many records there were, those left out among them.
  let articles: Int
  /// How many of them were left out for their errors.
  let rejected: Int
  /// How many quads there are.
  let quads: Int
  /// The store that the folder is laid out for, or nil.
  let layout: String?
  /// The files beside the shards that loading takes, or nil.
  let beside: [String]?
  /// The shards that have files, in order.
  let shards: [ShardEntry]

  init(
    _ shards: [ShardEntry], of count: Int, layout: BulkLayout?, beside: [BulkFile]
  ) {
    griot = Run.version
    shardCount = count
    articles = shards.reduce(0) { $0 + $1.articles }
    rejected = shards.reduce(0) { $0 + $1.rejected }
    quads = shards.reduce(0) { $0 + $1.quads }
    self.layout = layout?.rawValue
    self.beside = layout == nil ? nil : beside.map(\.name)
    self.shards = shards
  }
}
