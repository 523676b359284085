/// What a shard of an archive holds, as the manifest says it.
struct ShardEntry: Codable {
  /// A file of it.
  struct File: Codable {
    /// Its name in the folder of output.
    let name: String
    /// How many bytes it has.
    let bytes: Int
    /// The SHA-256 of these, in hexadecimal digits.
    let sha256: String
  }

  /// Its name, without what files add to it.
  let name: String
  /// How many records it was made from, those left out among them.
  var articles = 0
  /// How many records of its part of the input are as they were, and so not in it.
  var unchanged = 0
  /// How many of them were left out for their errors.
  var rejected = 0
  /// How many errors these have.
  var errors = 0
  /// How many entities it has.
  var entities = 0
  /// How many events it has.
  var events = 0
  /// How many relations it has.
  var relations = 0
  /// How many quads it has.
  var quads = 0
  /// How many claims are among them.
  var claims = 0
  /// Its files, in order.
  var files: [File] = []

  init(name: String) { self.name = name }

  /// Adds what a record is.
  mutating func add(_ part: RunSummary) {
    articles += part.articles - part.unchanged
    unchanged += part.unchanged
    rejected += part.rejected
    errors += part.errorCount
    entities += part.entities
    events += part.events
    relations += part.relations
    quads += part.quads
    claims += part.claims
  }
}
