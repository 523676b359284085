internal import RDF

/// The evaluation of shapes over one dataset.
///
/// No shape refers to itself: the reader takes such references out.
struct Evaluation {
  let graphs: DataGraphs
  let shapes: [Shape]
  private let plans: [ShapePlan]
  private(set) var findings: [Finding] = []
  private(set) var faults: [ShapesFault] = []
  /// How many pairs of a target shape and a focus node were evaluated.
  private(set) var focusCount = 0
  /// The targets that match nothing.
  private(set) var unmatched: [TargetPlace] = []
  /// What is known of shapes that others refer to.
  private var conforming: [TermVerdicts]
  private var patterns = PatternMemory()
  /// How many evaluations are under way of which only the answer counts.
  private var probes = 0
  private var hasProbeFailed = false
  private var detailDepth = 0
  private var detailCount = 0
  /// How deep nested results go, and how many one result has in all.
  private static let detailLimits = (depth: 12, count: 1_000)

  init(_ graphs: DataGraphs, _ shapes: [Shape], _ plans: [ShapePlan]) {
    self.graphs = graphs
    self.shapes = shapes
    self.plans = plans
    conforming = Array(repeating: TermVerdicts(), count: shapes.count)
  }

  /// Evaluates all shapes that have targets, each on its focus nodes.
  ///
  /// - SeeAlso: SHACL, section 3.4.
  mutating func run(_ terms: borrowing TermTable) {
    var absent: [TermID: [TargetPlace]] = [:]
    for index in shapes.indices where !shapes[index].targets.isEmpty {
      guard !shapes[index].isDeactivated else { continue }
      var seen = TermVerdicts()
      for (number, target) in shapes[index].targets.enumerated() {
        let nodes = target.focusNodes(graphs)
        let place = TargetPlace(shape: index, target: number)
        if nodes.isEmpty { unmatched.append(place) }
        if case .node(let node) = target, graphs.data.entries(subject: node).isEmpty {
          absent[node, default: []].append(place)
        }
        for node in nodes where seen[node] == nil {
          seen.set(node, true, of: terms.count)
          focusCount += 1
          evaluate(node, index, terms)
        }
      }
    }
    guard !absent.isEmpty else { return }
    for entry in graphs.data.all { absent[entry.quad.object] = nil }
    unmatched += absent.values.joined().sorted { ($0.shape, $0.target) < ($1.shape, $1.target) }
  }

  /// Evaluates one shape on one node and keeps what it finds.
  mutating func evaluate(_ node: TermID, _ index: Int, _ terms: borrowing TermTable) {
    let plan = plans[index]
    guard !plan.isDeactivated else { return }
    let values = plan.path?.values(of: node, in: graphs) ?? [node]
    var focus = FocusNode(
      node: node, values: values, place: ConstraintPlace(shape: index, constraint: 0))
    for number in plan.constraints.indices {
      focus.place.constraint = number
      plan.constraints[number].validate(focus, &self, terms)
      if probes > 0, hasProbeFailed { return }
    }
  }

  /// Whether a node conforms to a shape.
  ///
  /// - SeeAlso: SHACL, section 3.5.
  mutating func conforms(
    _ node: TermID, to index: Int, _ terms: borrowing TermTable
  ) -> Bool {
    if let known = conforming[index][node] { return known }
    let outer = hasProbeFailed
    probes += 1
    hasProbeFailed = false
    evaluate(node, index, terms)
    let holds = !hasProbeFailed
    probes -= 1
    hasProbeFailed = outer
    conforming[index].set(node, holds, of: terms.count)
    return holds
  }

  /// What shapes find on a node, which is not kept; nothing where only the answer counts.
  mutating func details(
    _ node: TermID, _ indices: [Int], _ terms: borrowing TermTable
  ) -> [Finding] {
    guard probes == 0, detailDepth < Self.detailLimits.depth else { return [] }
    if detailDepth == 0 { detailCount = 0 }
    guard detailCount < Self.detailLimits.count else { return [] }
    let before = findings.count
    detailDepth += 1
    for index in indices where !conforms(node, to: index, terms) { evaluate(node, index, terms) }
    detailDepth -= 1
    let found = Array(findings[before...])
    findings.removeSubrange(before...)
    detailCount += found.count
    return found
  }

  /// Whether a text matches a pattern; taken for matching, with a fault, when that cannot be told.
  mutating func matches(
    _ value: TermID, _ pattern: PatternConstraint, _ place: ConstraintPlace,
    _ terms: borrowing TermTable
  ) -> Bool {
    if let known = patterns.verdict(value, place, terms, pattern.pattern) { return known }
    let fault = ShapesFault.tooManySteps(shape: shapes[place.shape].node, value: value)
    if !faults.contains(where: { $0.shape == fault.shape }) { faults.append(fault) }
    return true
  }

  /// Keeps a finding about one value.
  mutating func report(_ focus: FocusNode, value: TermID? = nil, other: TermID? = nil) {
    report(
      Finding(
        focus: focus.node, place: focus.place, value: value, found: focus.values, other: other))
  }

  /// Keeps a warning about a value that conforms.
  mutating func doubt(_ focus: FocusNode, value: TermID) {
    guard probes == 0, detailDepth == 0 else { return }
    findings.append(
      Finding(
        focus: focus.node, place: focus.place, value: value, found: focus.values, isDoubt: true))
  }

  /// Keeps a finding.
  mutating func report(_ finding: @autoclosure () -> Finding) {
    if probes > 0 { hasProbeFailed = true } else { findings.append(finding()) }
  }
}
