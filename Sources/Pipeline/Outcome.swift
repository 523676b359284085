internal import PropertyGraph
public import RDF

/// How a run ended, as a program says it by its exit status.
public enum Outcome: Int32, Sendable {
  /// All is well.
  case done = 0
  /// The data is not valid.
  case invalidData = 1
  /// The command line or the configuration is wrong.
  case wrongUsage = 2
  /// Reading or writing failed.
  case failedInputOutput = 3
  /// A shape could not be evaluated.
  case notEvaluated = 4
}

/// Why a run cannot go on.
public struct RunError: Error, Sendable {
  /// How the run ends.
  public let outcome: Outcome
  /// What went wrong.
  public let diagnostic: Diagnostic

  /// Makes an error about a file, or about none.
  public init(_ outcome: Outcome, file: String?, _ message: String) {
    self.outcome = outcome
    diagnostic = Diagnostic(.error, file: file, message)
    isBrokenPipe = false
  }

  /// Whether the reader of standard output went away, which needs no word.
  public let isBrokenPipe: Bool

  /// What went wrong, as compilers print it.
  public var message: String { diagnostic.description }

  /// What went wrong, without its place.
  public var reason: String { diagnostic.message }

  static let brokenPipe = RunError(
    .failedInputOutput, Diagnostic(.error, file: "<stdout>", "the reader went away"),
    isBrokenPipe: true)

  init(_ outcome: Outcome, _ diagnostic: Diagnostic, isBrokenPipe: Bool = false) {
    self.outcome = outcome
    self.diagnostic = diagnostic
    self.isBrokenPipe = isBrokenPipe
  }
}

/// What a run did.
public struct RunSummary: Sendable {
  /// How many records were read.
  public internal(set) var articles = 0
  /// How many entities they have.
  public internal(set) var entities = 0
  /// How many events they have.
  public internal(set) var events = 0
  /// How many relations they have.
  public internal(set) var relations = 0
  /// How many records were left out for their errors, where the run went on without them.
  public internal(set) var rejected = 0
  /// How many shards of an archive were there already.
  public internal(set) var resumedShards = 0
  /// How many records are as they were in the export that this one goes on from.
  public internal(set) var unchanged = 0
  /// How many graphs are listed to be removed.
  public internal(set) var deletedGraphs = 0
  /// How many articles of the export that this one goes on from are gone.
  public internal(set) var goneArticles = 0
  /// What was compared across articles, or nil when nothing was.
  public internal(set) var across: AcrossSummary?
  /// How many groups of entities may be the same, and how many entities are in them; nil where they
  /// were not looked for.
  public internal(set) var duplicates: (groups: Int, entities: Int)?
  /// How many quads were made.
  public internal(set) var quads = 0
  /// How many claims are among them: statements with how they are put.
  public internal(set) var claims = 0
  /// What the data were held against, or nil when they were not.
  public internal(set) var validation: ValidationSummary?
  /// How many nodes were drawn.
  public internal(set) var nodes = 0
  /// How many edges were drawn.
  public internal(set) var edges = 0
  /// What graph files do not hold, each with its name.
  var reports: [(file: String, report: LossReport)] = []
  /// The files written, in order, each with its bytes.
  public internal(set) var files: [(name: String, bytes: Int)] = []
  /// The errors, warnings and notes, in order of input and place.
  public private(set) var diagnostics: [Diagnostic] = []
  /// The graphs that standard output, in a format without graph names, has no room for.
  public internal(set) var leftOut: Set<String> = []
  /// What of extractors' formats records have no place for, with how often it was there.
  public internal(set) var omissions: [String: Int] = [:]
  /// Whether Turtle was written by our own writer since raptor's would change a term.
  public internal(set) var usedOwnTurtle = false

  /// Hands out the errors, warnings and notes as compilers print them, in order of input and place.
  ///
  /// - Parameters:
  ///   - limit: how many notes are shown, for a large archive has one an article; the last line
  ///     then says how many there are beside them.
  ///   - body: what a line is handed to.
  public func forEachMessage(notes limit: Int, _ body: (String) -> Void) {
    var notes = 0
    for one in diagnostics {
      if one.severity == .note {
        notes += 1
        if notes > limit { continue }
      }
      body(one.description)
      for related in one.related { body(related.description) }
    }
    if notes > limit, limit > 0 { body("… and \(notes - limit) notes more") }
  }

  /// How many errors there are.
  public private(set) var errorCount = 0

  mutating func report(_ found: [Diagnostic]) {
    errorCount += found.count { $0.severity == .error }
    // Without a copy, for there can be hundreds of thousands.
    if diagnostics.isEmpty { diagnostics = found } else { diagnostics += found }
  }

  /// Adds what a part of the run did.
  mutating func add(_ part: RunSummary) {
    articles += part.articles
    entities += part.entities
    events += part.events
    relations += part.relations
    rejected += part.rejected
    unchanged += part.unchanged
    quads += part.quads
    claims += part.claims
    leftOut.formUnion(part.leftOut)
    usedOwnTurtle = usedOwnTurtle || part.usedOwnTurtle
    omissions.merge(part.omissions, uniquingKeysWith: +)
    if let counts = part.validation { validation?.add(counts) }
    report(part.diagnostics)
  }

  /// Adds what an earlier run made of a shard.
  mutating func add(_ shard: ShardEntry) {
    articles += shard.articles + shard.unchanged
    unchanged += shard.unchanged
    entities += shard.entities
    events += shard.events
    relations += shard.relations
    rejected += shard.rejected
    quads += shard.quads
    claims += shard.claims
    errorCount += shard.errors
  }

  /// The same of a record that is left out: what is to be said of it, and nothing of what it holds.
  var ofRejected: RunSummary {
    var summary = RunSummary()
    summary.articles = articles
    summary.rejected = 1
    summary.validation = validation
    summary.report(diagnostics)
    return summary
  }

  /// Whether a report holds what data fail by.
  public internal(set) var hasFailed = false

  /// How the run ended.
  public var outcome: Outcome {
    if validation?.isIncomplete == true { return .notEvaluated }
    return errorCount > 0 || hasFailed ? .invalidData : .done
  }
}

/// What data were held against.
public struct ValidationSummary: Sendable {
  /// How many shapes there are.
  public internal(set) var shapes: Int
  /// How many constraints they have.
  public internal(set) var constraints: Int
  /// How many axioms of the ontology there are.
  public internal(set) var axioms: Int
  /// How much was concluded before data were checked.
  public let entailment: Entailment
  /// What became of data that do not say what the ontology lets one expect.
  public let closedWorld: ClosedWorld
  /// How many pairs of a shape and a focus node were evaluated.
  public internal(set) var focusNodes = 0
  /// How many results are violations.
  public internal(set) var violations = 0
  /// How many results are warnings.
  public internal(set) var warnings = 0
  /// How many results are worth knowing and no more.
  public internal(set) var infos = 0
  /// Whether a shape could not be evaluated.
  public internal(set) var isIncomplete = false

  mutating func add(_ part: ValidationSummary) {
    focusNodes += part.focusNodes
    violations += part.violations
    warnings += part.warnings
    infos += part.infos
    isIncomplete = isIncomplete || part.isIncomplete
  }

  /// What data are held against, before any are.
  var withoutCounts: ValidationSummary {
    ValidationSummary(
      shapes: shapes, constraints: constraints, axioms: axioms, entailment: entailment,
      closedWorld: closedWorld)
  }
}
