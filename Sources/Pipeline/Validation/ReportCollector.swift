internal import Extraction
internal import RDF
internal import Validation

/// Gathers what a validation finds, each with its place.
struct ReportCollector {
  private(set) var entries: [ReportEntry] = []
  private(set) var faults: [Diagnostic] = []
  private(set) var shapesWarnings: [Diagnostic] = []
  var scope: ReportScope
  /// Of what is wrong with the input itself, of records and of files of RDF.
  var budgets: [ResultBudget]
  private var rules: [Rule: ReportRule] = [:]

  /// The positions in ``budgets``.
  enum Budget: Int, CaseIterable {
    case input, records, rdf
  }

  /// What the results of one constraint have in common.
  private struct Rule: Hashable {
    let budget: Budget
    let constraint: Int?
    let component: String
    let path: String?
  }

  init(_ settings: ReportSettings, inputs: [String]) {
    scope = ReportScope(version: Run.version, inputs: inputs)
    budgets = Budget.allCases.map { _ in
      ResultBudget(perConstraint: settings.maxPerConstraint, perSeverity: settings.maxResults)
    }
  }

  subscript(budget: Budget) -> ResultBudget {
    get { budgets[budget.rawValue] }
    set { budgets[budget.rawValue] = newValue }
  }

  /// Adds what could not be evaluated, each once.
  mutating func add(faults found: [Diagnostic]) {
    for fault in found where !faults.contains(fault) { faults.append(fault) }
  }

  /// Adds what is likely not meant in the shapes, each once.
  mutating func add(shapesWarnings found: [Diagnostic]) {
    for one in found where !shapesWarnings.contains(one) { shapesWarnings.append(one) }
  }

  /// Adds what is wrong with an input in itself.
  mutating func add(
    _ found: [Diagnostic], rule: String, place: (Diagnostic) -> ReportPlace
  ) {
    for one in found where one.severity != .note {
      let entry = ReportEntry(
        one, rule: rule, place: place(one), budget: Budget.input.rawValue, &budgets)
      if let entry { entries.append(entry) }
    }
  }

  /// Adds a result.
  ///
  /// - Parameters:
  ///   - result: the result.
  ///   - budget: what it was counted in.
  ///   - place: where it stands.
  ///   - source: where a quad of the data stands that explains it.
  ///   - shape: where its shape stands.
  mutating func add(
    _ result: ValidationResult, _ budget: Budget, at place: ReportPlace,
    source: (_ quad: Int, _ origin: SourceOffset) -> ReportPlace,
    shape: (TermID) -> (file: String?, position: SourcePosition?)
  ) {
    let key = Rule(
      budget: budget, constraint: result.constraint, component: result.component,
      path: result.path)
    let rule: ReportRule
    if let known = rules[key] {
      rule = known
    } else {
      let found: (file: String?, position: SourcePosition?) =
        result.shape.map(shape) ?? (nil, nil)
      rule = ReportRule(result, file: found.file, position: found.position)
      rules[key] = rule
    }
    var entry = ReportEntry(result, rule: rule, place: place, budget: budget.rawValue)
    for step in result.explanation {
      let place: ReportPlace? =
        switch step.source {
        case .data(let quad, let origin): source(quad, origin)
        case .ontology(let file, let position):
          ReportPlace(file: file, number: .max, position: position)
        case .concluded: nil
        }
      entry.explanation.append(ReportStep(step, place: place))
    }
    // What the ontology alone contradicts is about no quad of the data.
    if result.quad == nil, let last = entry.explanation.compactMap(\.place).last {
      entry.place = last
    }
    entries.append(entry)
  }

  /// Adds what an ontology contradicts in itself.
  mutating func add(ofOntology results: [ValidationResult], _ budget: Budget) {
    for result in results {
      add(result, budget, at: ReportPlace(file: nil, number: .max)) { _, _ in
        ReportPlace(file: nil, number: .max)
      } shape: { _ in
        (nil, nil)
      }
    }
  }

  /// All that was found, in order.
  func report(limit: Int?) -> Report {
    Report(
      entries, faults: faults, shapesWarnings: shapesWarnings, budgets: budgets, limit: limit,
      scope: scope)
  }
}

extension ReportPlace {
  /// A place of a record.
  init(_ offset: SourceOffset, _ file: String, number: Int, _ tracer: RecordTracer) {
    self.init(file: file, number: number, position: tracer.position(of: offset))
    guard offset != .unknown else { return }
    excerpt = SourceExcerpt(of: tracer.record.span, at: Int(offset.rawValue))
    let trace = tracer.trace(offset)
    article = trace.article
    recordPath = trace.path
    recordPointer = trace.pointer
    words = trace.words.map {
      Words(
        kind: $0.kind.rawValue, start: $0.start, end: $0.end, unit: $0.unit.rawValue,
        text: $0.text)
    }
  }

  /// The place of a message about a record.
  init(_ found: Diagnostic, number: Int, _ tracer: RecordTracer) {
    guard let position = found.position, let offset = tracer.offset(of: position) else {
      self.init(file: found.file, number: number, position: found.position)
      return
    }
    self.init(offset, found.file ?? "", number: number, tracer)
    self.file = found.file
    self.position = position
  }
}
