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
  /// What quads depend on beside records, as a digest; nil where others made it.
  let settings: String?
  /// The list of all records; nil where others made the manifest.
  let documents: ShardEntry.File?
  /// The list of the graphs that are to be removed; nil where there are none.
  let deletedGraphs: ShardEntry.File?
  /// The SHA-256 of the manifest that this export goes on from; nil of a whole one.
  let since: String?
  /// How many records are as they were in that, and so are not in the shards.
  let unchanged: Int?
  /// The shards that have files, in order.
  let shards: [ShardEntry]

  init(
    _ shards: [ShardEntry], of count: Int, layout: BulkLayout?, beside: [BulkFile],
    settings: String, documents: ShardEntry.File, deletedGraphs: ShardEntry.File?, since: String?,
    unchanged: Int?
  ) {
    self.settings = settings
    self.documents = documents
    self.deletedGraphs = deletedGraphs
    self.since = since
    self.unchanged = unchanged
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
