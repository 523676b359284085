internal import RDF

/// The evaluation of shapes over one dataset.
struct Evaluation {
  let graphs: DataGraphs
  let shapes: [Shape]
  private(set) var findings: [Finding] = []
  private(set) var faults: [ShapesFault] = []
  /// How many pairs of a target shape and a focus node were evaluated.
  private(set) var focusCount = 0
  private var conforming: Set<Pair> = []
  /// The shapes under evaluation, outermost first; they are few.
  private var open: [Pair] = []

  private struct Pair: Hashable {
    let shape: Int
    let node: TermID
  }

  init(_ graphs: DataGraphs, _ shapes: [Shape]) {
    self.graphs = graphs
    self.shapes = shapes
  }

  /// Evaluates all shapes that have targets, each on its focus nodes.
  ///
  /// - SeeAlso: SHACL, section 3.4.
  mutating func run(_ terms: borrowing TermTable) {
    for index in shapes.indices where !shapes[index].targets.isEmpty {
      guard !shapes[index].isDeactivated else { continue }
      var seen = Set<TermID>()
      for target in shapes[index].targets {
        for node in target.focusNodes(graphs) where seen.insert(node).inserted {
          focusCount += 1
          evaluate(node, index, terms)
        }
      }
    }
  }

  /// Evaluates one shape on one node and keeps what it finds.
  mutating func evaluate(_ node: TermID, _ index: Int, _ terms: borrowing TermTable) {
    let shape = shapes[index]
    guard !shape.isDeactivated else { return }
    let pair = Pair(shape: index, node: node)
    guard !open.contains(pair) else {
      let fault = ShapesFault.recursion(shape: shape.node)
      if !faults.contains(fault) { faults.append(fault) }
      return
    }
    open.append(pair)
    let values = shape.path?.values(of: node, in: graphs) ?? [node]
    var focus = FocusNode(
      node: node, values: values, place: ConstraintPlace(shape: index, constraint: 0))
    for (number, constraint) in shape.constraints.enumerated() {
      focus.place.constraint = number
      constraint.validate(focus, &self, terms)
    }
    open.removeLast()
  }

  /// Whether a node conforms to a shape.
  ///
  /// - SeeAlso: SHACL, section 3.5.
  mutating func conforms(
    _ node: TermID, to index: Int, _ terms: borrowing TermTable
  ) -> Bool {
    faultsOf(node, index, terms).isEmpty
  }

  /// What a shape finds on a node, which is not kept: empty when the node conforms.
  mutating func faultsOf(
    _ node: TermID, _ index: Int, _ terms: borrowing TermTable
  ) -> [Finding] {
    let pair = Pair(shape: index, node: node)
    if conforming.contains(pair) { return [] }
    let before = findings.count
    evaluate(node, index, terms)
    let found = Array(findings[before...])
    findings.removeSubrange(before...)
    if found.isEmpty, open.isEmpty || faults.isEmpty { conforming.insert(pair) }
    return found
  }

  /// Keeps a finding about one value.
  mutating func report(_ focus: FocusNode, value: TermID? = nil, other: TermID? = nil) {
    findings.append(
      Finding(
        focus: focus.node, place: focus.place, value: value, found: focus.values, other: other))
  }

  /// Keeps a finding.
  mutating func report(_ finding: Finding) { findings.append(finding) }
}
