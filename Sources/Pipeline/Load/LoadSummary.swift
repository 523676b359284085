internal import JSON
public import Publishing
public import RDF

/// What a load did.
public struct LoadSummary: Sendable {
  /// What was, or would be, done with a graph.
  public struct Step: Sendable {
    /// What was done.
    public enum Deed: String, Sendable {
      /// What the graph held was replaced.
      case replace
      /// Statements were added to it.
      case add
      /// It was there already, as the journal says.
      case skip
      /// It was removed, for the inputs lack it.
      case delete
    }

    /// The graph.
    public let graph: GraphName
    /// What was done.
    public let deed: Deed
    /// How many statements went there.
    public let statements: Int
  }

  /// The store, as the user named it.
  public internal(set) var store: String
  /// What kind of store it is.
  public internal(set) var kind: StoreKind?
  /// What kind of store it is, in a word.
  public var kindName: String { (kind ?? .generic).rawValue }
  /// Whether the store was changed, or it is only said what would be.
  public internal(set) var mode = LoadSettings.Mode.load
  /// What was done, in order; of a load of many graphs only counted.
  public internal(set) var steps: [Step] = []
  /// How many graphs were replaced or added to.
  public internal(set) var graphs = 0
  /// How many statements were sent.
  public internal(set) var statements = 0
  /// How many graphs were there already.
  public internal(set) var skipped = 0
  /// How many graphs were removed.
  public internal(set) var deleted = 0
  /// How many seconds sending took.
  public internal(set) var seconds = 0.0
  /// How many statements came back, or nil where none were asked for.
  public internal(set) var verified: Int?
  /// The errors, warnings and notes.
  public internal(set) var diagnostics: [Diagnostic] = []
  /// How the inputs were read, where they are records.
  public internal(set) var records: RunSummary?

  /// How a load ended that could not go on.
  var failure: Outcome?

  init(store: String) {
    self.store = store
  }

  /// How the load ended.
  public var outcome: Outcome {
    if let failure { return failure }
    if let records, records.outcome != .done { return records.outcome }
    return diagnostics.contains { $0.severity == .error } ? .invalidData : .done
  }

  /// Hands out the messages, as compilers print them.
  public func forEachMessage(notes limit: Int, _ body: (String) -> Void) {
    records?.forEachMessage(notes: limit, body)
    for one in diagnostics where one.severity != .note || limit > 0 { body(one.description) }
  }

  /// Hands out the messages, each as one JSON object.
  public func forEachJSONMessage(_ body: (String) -> Void) {
    records?.forEachJSONMessage(body)
    for one in diagnostics { body(one.json) }
  }

  /// The summary as one JSON object.
  public var json: String {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("summary")
    writer.beginObject()
    writer.key("store")
    writer.value(store)
    if let kind {
      writer.key("kind")
      writer.value(kind.rawValue)
    }
    writer.key("dryRun")
    writer.value(mode == .dryRun)
    for (name, count) in [
      ("graphs", graphs), ("statements", statements), ("skipped", skipped), ("deleted", deleted),
    ] {
      writer.key(name)
      writer.value(count)
    }
    if let verified {
      writer.key("verified")
      writer.value(verified)
    }
    writer.key("outcome")
    writer.value(Int(outcome.rawValue))
    writer.endObject()
    writer.endObject()
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
