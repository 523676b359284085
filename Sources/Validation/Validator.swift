public import Ontology
public import RDF
public import RDFIO

/// Holds datasets against shapes and the axioms of an ontology.
///
/// It is compiled once, over the numbers of one table of terms; it then serves every dataset whose
/// table began as that one did.
///
/// Results are of three families: of shapes, of axioms that the data contradict, and of axioms that
/// they do not live up to when what is not said is taken for missing.
///
/// - SeeAlso: SHACL, section 3; OWL 2 Profiles, section 4.3 (OWL 2 RL).
public struct Validator: Sendable {
  /// How many shapes there are.
  public var shapeCount: Int { shapes.count }
  /// How many constraints they have.
  public var constraintCount: Int { shapes.map(\.constraints.count).reduce(0, +) }
  /// How many axioms data are held against.
  public var axiomCount: Int { axioms.map { $0.count + inconsistencies.axiomCount } ?? 0 }
  /// What the shapes ask for that cannot be evaluated, with its place in the file of shapes; with
  /// any, nothing conforms.
  public let faults: [Diagnostic]
  /// What is likely not meant in the files of shapes, with its place.
  public private(set) var warnings: [Diagnostic]
  /// The language that messages of shapes are shown in where they have it, else English.
  public var language = "en"

  /// What the ontology contradicts in itself; it is no part of what ``validate(_:)`` returns.
  public private(set) var ontologyResults: [ValidationResult] = []
  /// How much is concluded before data are checked.
  public let entailment: EntailmentLevel

  let shapes: [Shape]
  /// The classes whose members have at most one value of a property, by the ontology.
  var ontologySingleValues: [(owner: TermID, property: TermID)] {
    guard let axioms, closedWorld != .off else { return [] }
    return axioms.limits.keys.sorted().flatMap { owner in
      (axioms.limits[owner] ?? []).filter { $0.most == 1 && $0.filler == nil }
        .map { (owner, $0.property) }
    }
  }
  private let plans: [ShapePlan]
  /// Nil where there is no ontology: no term then needs to be declared.
  private let axioms: Axioms?
  let vocabulary: ShapesVocabulary
  let places: ShapePlaces
  private let ontology: QuadIndex
  private let classes: ClassHierarchy
  private let subClassOf: TermID
  private let axiomPlaces: AxiomPlaces
  private let inconsistencies: InconsistencyCheck
  private let closedWorld: ClosedWorldPolicy

  /// Compiles an ontology and files of shapes.
  ///
  /// - Parameters:
  ///   - ontology: whose axioms are held, and whose individuals and classes shapes see; nil for
  ///     none.
  ///   - files: the shapes.
  ///   - entailment: how much is concluded before data are checked.
  ///   - closedWorld: what becomes of data that do not say what the ontology lets one expect.
  ///   - terms: the table of the datasets that will be validated.
  /// - Throws: ``RDFIOError`` when a file of shapes cannot be read.
  public init(
    ontology: Ontology?, shapes files: [Ontology.File], entailment: EntailmentLevel = .rdfs,
    closedWorld: ClosedWorldPolicy = .error, terms: inout TermTable
  ) throws(RDFIOError) {
    var graph = Dataset(tracing: .on)
    var starts: [Int] = []
    for (number, file) in files.enumerated() {
      starts.append(graph.quads.count)
      try RDFReader.read(
        file.bytes, file: file.name, syntax: RDFSyntax(fileName: file.name) ?? .turtle,
        blankNodes: "s\(number)-", into: &graph)
    }
    do throws(TermError) {
      if let ontology {
        try self.init(
          ontology: ontology.dataset, places: AxiomPlaces(ontology), shapes: graph, of: files,
          starts: starts, entailment: entailment, closedWorld: closedWorld, terms: &terms)
      } else {
        try self.init(
          ontology: Dataset(), shapes: graph, of: files, starts: starts, entailment: entailment,
          closedWorld: closedWorld, terms: &terms)
      }
      // Who names no shapes misses none.
      if files.isEmpty { warnings = [] }
    } catch {
      throw .term(error, file: files.first?.name ?? "griot.ttl", position: nil)
    }
  }

  /// Compiles an ontology and shapes; blank nodes of one label are one node.
  init(
    ontology: borrowing Dataset, places axiomPlaces: AxiomPlaces = AxiomPlaces(nil),
    shapes graph: borrowing Dataset, of files: [Ontology.File] = [], starts: [Int] = [],
    entailment: EntailmentLevel = .rdfs, closedWorld: ClosedWorldPolicy = .error,
    budget: Closure.Budget = Closure.Budget(), terms: inout TermTable
  ) throws(TermError) {
    let ontologyQuads = try Self.intern(ontology, &terms)
    let shapeQuads = try Self.intern(graph, &terms)
    let vocabulary = try ShapesVocabulary(&terms)
    let index = QuadIndex(ontologyQuads)
    self.ontology = index
    self.entailment = entailment
    self.closedWorld = closedWorld
    self.axiomPlaces = axiomPlaces
    inconsistencies = InconsistencyCheck(
      ontologyQuads, index, entailment, try OWLTerms(&terms),
      visible: Set(shapeQuads.map(\.object)), budget: budget, terms)
    classes = ClassHierarchy(
      ontologyQuads + inconsistencies.ontology.concluded(vocabulary.subClassOf),
      subClassOf: vocabulary.subClassOf)
    subClassOf = vocabulary.subClassOf
    axioms = ontologyQuads.isEmpty ? nil : try Axioms(ontologyQuads, &terms)
    var reader = ShapesReader(shapeQuads, vocabulary)
    reader.readAll(terms)
    shapes = reader.shapes
    plans = shapes.map { ShapePlan($0) }
    self.vocabulary = vocabulary
    places = ShapePlaces(files, starts: starts, shapeQuads, of: graph)
    var faults: [Diagnostic] = []
    for fault in reader.faults {
      faults.append(Self.diagnostic(fault, vocabulary, places, shapes, terms))
    }
    if let last = inconsistencies.ontology.exhaustedAt {
      let place = axiomPlaces.place(ofQuad: inconsistencies.ontology.firstSaid(last).index)
      faults.append(
        Exhaustion(level: entailment, quad: nil, origin: .unknown)
          .diagnostic(file: place.file, position: place.position))
    }
    self.faults = faults
    var warnings: [Diagnostic] = []
    for warning in reader.warnings(terms) {
      warnings.append(Self.diagnostic(warning, vocabulary, places, shapes, terms))
    }
    let imports = try terms.iri(Namespace.owl + "imports")
    for quad in shapeQuads where quad.predicate == imports {
      let place = places.place(of: quad.subject, imports)
      warnings.append(
        Diagnostic(
          .warning, file: place.file, position: place.position,
          "owl:imports of \(terms.spelled(quad.object)) is not followed; expected its file with "
            + "--shapes, if it is wanted"))
    }
    self.warnings = warnings
    let empty = QuadIndex([])
    let graphs = DataGraphs(data: empty, said: empty, ontology: index, classes: classes)
    let words = Words(graphs: graphs)
    var budget = ResultBudget()
    ontologyResults = Inconsistencies(inconsistencies.ontology, words, axiomPlaces)
      .results(of: terms, &budget) { _ in .unknown }
  }

  private static func intern(
    _ dataset: borrowing Dataset, _ terms: inout TermTable
  ) throws(TermError) -> [Quad] {
    var numbers: [TermID] = []
    for index in 0..<dataset.terms.count {
      numbers.append(try terms.intern(TermID(rawValue: UInt32(index)), of: dataset.terms))
    }
    return dataset.quads.map { quad in
      Quad(
        numbers[Int(quad.subject.rawValue)], numbers[Int(quad.predicate.rawValue)],
        numbers[Int(quad.object.rawValue)])
    }
  }

  /// Validates the union of a dataset's graphs.
  public func validate(_ dataset: borrowing Dataset) -> ValidationReport {
    var budget = ResultBudget()
    return validate(dataset, &budget)
  }

  /// Validates the union of a dataset's graphs, and makes no more results than a budget allows.
  public func validate(
    _ dataset: borrowing Dataset, _ budget: inout ResultBudget
  ) -> ValidationReport {
    var hierarchy = classes
    let said = QuadIndex(dataset)
    let closure = inconsistencies.close(dataset, said)
    let concluded = closure?.concluded(dataset.terms) ?? []
    let data = concluded.isEmpty ? said : QuadIndex(dataset.quads, and: concluded)
    if !data.entries(predicate: subClassOf).isEmpty {
      hierarchy = ClassHierarchy(
        data.all.map(\.quad) + ontology.all.map(\.quad)
          + inconsistencies.ontology.concluded(subClassOf), subClassOf: subClassOf)
    }
    let graphs = DataGraphs(data: data, said: said, ontology: ontology, classes: hierarchy)
    let words = Words(graphs: graphs)
    var evaluation = Evaluation(graphs, shapes, plans)
    evaluation.run(dataset.terms)
    var results: [ValidationResult] = []
    for finding in evaluation.findings {
      let severity = finding.isDoubt ? .warning : shapes[finding.place.shape].severity
      guard let constraint = budget.take(.constraint(finding.place), severity) else { continue }
      var made = result(finding, words, dataset)
      made.constraint = constraint
      results.append(made)
    }
    if let closure {
      results += Inconsistencies(closure, words, axiomPlaces)
        .results(of: dataset.terms, &budget) { dataset.origin(of: $0) }
    }
    if closedWorld != .off, let axioms {
      let asSaid = DataGraphs(data: said, said: said, ontology: ontology, classes: hierarchy)
      let statements = Statements(asSaid, but: closure?.contradictions ?? [])
      for check in AxiomCheckList.all {
        for finding in check.run(statements, axioms, words, dataset.terms) {
          let severity = self.severity(of: finding)
          guard let constraint = budget.take(.axiom(check.component), severity) else { continue }
          var made = result(finding, check.component, words, dataset)
          made.constraint = constraint
          results.append(made)
        }
      }
    }
    results.sort(by: Self.precedes)
    var faults = self.faults
    for fault in evaluation.faults {
      faults.append(Self.diagnostic(fault, vocabulary, places, shapes, dataset.terms))
    }
    var exhaustion: Exhaustion?
    if let closure, let last = closure.exhaustedAt {
      let quad = closure.firstQuad(last)
      exhaustion = Exhaustion(
        level: entailment, quad: quad, origin: quad.map { dataset.origin(of: $0) } ?? .unknown)
    }
    return ValidationReport(
      results: results, faults: faults, focusCount: evaluation.focusCount,
      unmatchedTargets: evaluation.unmatched, exhaustion: exhaustion)
  }

  private static func precedes(_ left: ValidationResult, _ right: ValidationResult) -> Bool {
    if left.origin != right.origin { return left.origin < right.origin }
    if left.severity != right.severity { return left.severity > right.severity }
    // What says itself comes before what a chain leads to.
    if left.explanation.isEmpty != right.explanation.isEmpty { return left.explanation.isEmpty }
    return (left.message, left.component, left.source) < (
      right.message, right.component, right.source
    )
  }

  /// griot's own component of literals that are well formed, and likely not meant.
  private static let doubt = Ontology.namespace + "DoubtfulLiteral"

  // MARK: Results

  private func result(
    _ finding: Finding, _ words: Words, _ dataset: borrowing Dataset
  ) -> ValidationResult {
    let shape = shapes[finding.place.shape]
    let constraint = shape.constraints[finding.place.constraint]
    let path = finding.path ?? shape.path
    let quad = Self.quad(finding.focus, path, finding.value, words.graphs, dataset)
    var result = ValidationResult(
      severity: finding.isDoubt ? .warning : shape.severity,
      focusNode: dataset.terms.spelled(finding.focus),
      focusLabel: words.label(finding.focus, dataset.terms),
      path: path.map { Self.text($0, dataset.terms) },
      value: finding.value.map { dataset.terms.spelled($0) },
      component: finding.isDoubt
        ? Self.doubt : SH.namespace + type(of: constraint).component + "ConstraintComponent",
      source: dataset.terms.spelled(shape.node),
      sourceName: dataset.terms.kind(of: shape.named) == .iri
        ? dataset.terms.localName(of: shape.named) : dataset.terms.spelled(shape.named),
      message: sentence(finding, words, dataset.terms),
      origin: quad.map { dataset.origin(of: $0) } ?? .unknown)
    result.quad = quad
    result.ownSeverity = finding.isDoubt ? nil : shape.ownSeverity.map { dataset.terms.spelled($0) }
    result.shape = shape.node
    result.pathStructure = path?.result(dataset.terms)
    for message in shape.messages { result.shapeMessages.append(dataset.terms.spelled(message)) }
    result.shapeMessages.sort()
    for detail in finding.detail { result.details.append(self.result(detail, words, dataset)) }
    return result
  }

  private func severity(of finding: AxiomFinding) -> Severity {
    closedWorld == .warn ? min(finding.severity, .warning) : finding.severity
  }

  private func result(
    _ finding: AxiomFinding, _ component: String, _ words: Words, _ dataset: borrowing Dataset
  ) -> ValidationResult {
    let terms = words.name(finding.focus, dataset.terms)
    let path = finding.path.map { $0 == .rdfType ? "" : words.term($0, dataset.terms) + " " } ?? ""
    var result = ValidationResult(
      severity: severity(of: finding),
      focusNode: dataset.terms.spelled(finding.focus),
      focusLabel: words.label(finding.focus, dataset.terms),
      path: finding.path.map { dataset.terms.spelled($0) },
      pathStructure: finding.path.map { .predicate(dataset.terms.spelled($0)) },
      value: finding.value.map { dataset.terms.spelled($0) },
      component: Ontology.namespace + component, source: finding.axiom,
      sourceName: "closed world",
      message: path.isEmpty
        ? "\(terms) \(finding.sentence)" : "\(terms): \(path)\(finding.sentence)",
      origin: finding.position.map { dataset.origin(of: Int($0)) } ?? .unknown)
    result.quad = finding.position.map { Int($0) }
    result.family = .closedWorld
    return result
  }

  /// The shape's own message where it has one, else what the constraint says; after it why nested
  /// shapes do not hold.
  private func sentence(
    _ finding: Finding, _ words: Words, _ terms: borrowing TermTable, depth: Int = 0
  ) -> String {
    let shape = shapes[finding.place.shape]
    let focus = words.name(finding.focus, terms)
    if !finding.isDoubt, let own = message(of: shape, terms) {
      return "\(focus): \(terms.string(of: own))"
    }
    let constraint = shape.constraints[finding.place.constraint]
    if constraint is NodeConstraint, finding.value == finding.focus, !finding.detail.isEmpty {
      var texts: [String] = []
      for detail in finding.detail.prefix(depth < 4 ? 16 : 0) {
        texts.append(sentence(detail, words, terms, depth: depth + 1))
      }
      return texts.joined(separator: "; ")
    }
    let said = constraint.sentence(finding, words, terms)
    let path = (finding.path ?? shape.path).map { words.path($0, terms) + " " } ?? ""
    var text = path.isEmpty ? "\(focus) \(said)" : "\(focus): \(path)\(said)"
    for detail in finding.detail.prefix(depth < 3 ? 4 : 0) {
      text += "; there \(sentence(detail, words, terms, depth: depth + 1))"
    }
    return text
  }

  /// The quad that a value came from; without one, the first thing said of its focus node.
  private static func quad(
    _ focus: TermID, _ path: PropertyPath?, _ value: TermID?, _ graphs: DataGraphs,
    _ dataset: borrowing Dataset
  ) -> Int? {
    var entries: [QuadIndex.Entry] = []
    switch path {
    case .predicate(let predicate):
      entries = Array(graphs.data.entries(subject: focus, predicate: predicate))
    case .inverse(.predicate(let predicate)):
      entries = Array(graphs.data.entries(predicate: predicate, object: focus))
    case .some(let path):
      // The last step of the path, whichever it was.
      guard let value else { break }
      for predicate in path.predicates {
        entries += graphs.data.entries(predicate: predicate, object: value)
      }
      guard entries.isEmpty else { break }
      for predicate in path.predicates {
        entries += graphs.data.entries(subject: value, predicate: predicate)
      }
    case nil: break
    }
    if let value {
      let own = entries.filter { $0.quad.object == value || $0.quad.subject == value }
      if !own.isEmpty { entries = own }
    }
    if let last = entries.map(\.position).max() { return Int(last) }
    var first: Int?
    for entry in graphs.data.entries(subject: focus) {
      let quad = Int(entry.position)
      if let known = first, dataset.origin(of: known) <= dataset.origin(of: quad) { continue }
      first = quad
    }
    return first
  }

  /// Where a shape stands in the files of shapes.
  public func place(
    ofShape shape: TermID
  ) -> (file: String?, position: SourcePosition?) {
    places.place(of: shape, nil)
  }
}
