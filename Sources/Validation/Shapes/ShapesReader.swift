internal import RDF

/// Reads shapes from a graph and compiles them.
///
/// What it cannot compile it keeps as a fault; the shapes around it are still read, so that all
/// faults are found at once.
struct ShapesReader: ~Copyable {
  let graph: QuadIndex
  let vocabulary: ShapesVocabulary
  private(set) var shapes: [Shape] = []
  private(set) var faults: [ShapesFault] = []
  private var indices: [TermID: Int] = [:]
  private var depth = 0
  private let hierarchy: ClassHierarchy
  /// What a class is an instance of in the shapes graph.
  private let metaclasses: Set<TermID>
  /// The subjects that have a node as a value.
  private var above: [TermID: [TermID]] = [:]

  init(_ quads: [Quad], _ vocabulary: ShapesVocabulary) {
    for quad in quads { above[quad.object, default: []].append(quad.subject) }
    graph = QuadIndex(quads)
    self.vocabulary = vocabulary
    hierarchy = ClassHierarchy(quads, subClassOf: vocabulary.subClassOf)
    metaclasses = Set(
      hierarchy.descendants(vocabulary.rdfsClass) + hierarchy.descendants(vocabulary.owlClass))
  }

  // MARK: Shapes

  /// Reads all shapes of the graph.
  ///
  /// - SeeAlso: SHACL, section 2.1 (the nodes that are shapes).
  mutating func readAll(_ terms: borrowing TermTable) {
    var nodes = Set<TermID>()
    for type in [SH.nodeShape, .propertyShape] {
      for entry in graph.entries(predicate: .rdfType, object: vocabulary[type]) {
        nodes.insert(entry.quad.subject)
      }
    }
    let targets: [SH] = [.targetNode, .targetClass, .targetSubjectsOf, .targetObjectsOf]
    for predicate in targets + Self.parameters {
      for entry in graph.entries(predicate: vocabulary[predicate]) {
        nodes.insert(entry.quad.subject)
      }
    }
    for predicate in vocabulary.ofUnevaluatedShapes {
      for entry in graph.entries(predicate: predicate) { nodes.insert(entry.quad.subject) }
    }
    for node in nodes.sorted() { _ = shape(node, terms) }
    checkComponents()
    checkEntailment()
    dropWhatIsUnsure()
  }

  /// Whether a node was read as a shape.
  func isShape(_ node: TermID) -> Bool { indices[node] != nil }

  /// How many shapes may each refer to the next: both reading and evaluating them nest.
  private static let depthLimit = 500
  private static let parameters = ComponentList.all.flatMap { $0.parameters }

  /// The position of a shape, which is read when it has not been.
  mutating func shape(_ node: TermID, _ terms: borrowing TermTable) -> Int {
    if let index = indices[node] { return index }
    depth += 1
    defer { depth -= 1 }
    let index = shapes.count
    indices[node] = index
    shapes.append(Shape(node: node))
    guard depth <= Self.depthLimit else {
      faults.append(
        .illFormed(
          shape: node, parameter: .node,
          expected: "at most \(Self.depthLimit) shapes that each refer to the next"))
      return index
    }
    var shape = Shape(node: node)
    var isHeadRead = true
    do throws(ShapesFault) {
      shape.isDeactivated = try boolean(node, .deactivated, terms)
      guard !shape.isDeactivated else {
        shapes[index] = shape
        return index
      }
      try readHead(&shape, terms)
    } catch {
      faults.append(error)
      isHeadRead = false
    }
    for component in ComponentList.all {
      do throws(ShapesFault) {
        shape.constraints += try component.read(node, &self, terms)
      } catch {
        faults.append(error)
      }
    }
    // Without its path its constraints would be held against the wrong nodes.
    if !isHeadRead { shape.constraints = [] }
    shapes[index] = shape
    checkPathParameters(shape)
    checkTerms(node, terms)
    return index
  }

  private func readHead(_ shape: inout Shape, _ terms: borrowing TermTable) throws(ShapesFault) {
    let node = shape.node
    shape.named = named(node, terms)
    for (parameter, iris) in [
      (SH.targetClass, objects(node, .targetClass)),
      (.targetSubjectsOf, objects(node, .targetSubjectsOf)),
      (.targetObjectsOf, objects(node, .targetObjectsOf)),
    ] {
      for iri in iris where terms.kind(of: iri) != .iri {
        throw .illFormed(shape: node, parameter: parameter, expected: "an IRI")
      }
    }
    shape.targets += objects(node, .targetNode).map { .node($0) }
    shape.targets += objects(node, .targetClass).map { .instances($0) }
    shape.targets += objects(node, .targetSubjectsOf).map { .subjects($0) }
    shape.targets += objects(node, .targetObjectsOf).map { .objects($0) }
    let types = graph.entries(subject: node, predicate: .rdfType).map(\.quad.object)
    if types.contains(where: { metaclasses.contains($0) }) {
      shape.targets.append(.instances(node))
    }
    shape.messages = objects(node, .message)
    for message in shape.messages
    where terms.datatype(of: message) != .xsdString && terms.language(of: message) == nil {
      throw .illFormed(shape: node, parameter: .message, expected: "a string")
    }
    let paths = objects(node, .path)
    if paths.count > 1 {
      throw .illFormed(shape: node, parameter: .path, expected: "exactly one path")
    }
    if let path = paths.first {
      shape.path = try self.path(path, of: node, terms)
    } else if types.contains(vocabulary[.propertyShape]) {
      throw .illFormed(
        shape: node, parameter: .path, expected: "a path, as each property shape has")
    }
    let severities = objects(node, .severity)
    guard severities.count <= 1, severities.allSatisfy({ terms.kind(of: $0) == .iri }) else {
      throw .illFormed(
        shape: node, parameter: .severity,
        expected: "one of sh:Violation, sh:Warning, sh:Info, or another IRI")
    }
    guard let severity = severities.first else { return }
    switch vocabulary.name(of: severity) {
    case .violation: shape.severity = .violation
    case .warning: shape.severity = .warning
    case .info: shape.severity = .info
    case nil where !terms.string(of: severity).hasPrefix(SH.namespace):
      shape.ownSeverity = severity
    default:
      throw .illFormed(
        shape: node, parameter: .severity,
        expected: "one of sh:Violation, sh:Warning, sh:Info, or another IRI")
    }
  }

  /// The nearest IRI above a node of the graph, or the node where there is none.
  private func named(_ node: TermID, _ terms: borrowing TermTable) -> TermID {
    var seen: Set = [node]
    var open = [node]
    while let next = open.popLast() {
      guard terms.kind(of: next) == .blankNode else { return next }
      for subject in above[next] ?? [] where seen.insert(subject).inserted { open.append(subject) }
    }
    return node
  }

  /// Finds the terms of SHACL that a shape uses and nothing here evaluates.
  private mutating func checkTerms(_ node: TermID, _ terms: borrowing TermTable) {
    let namespace = Array("<\(SH.namespace)".utf8)
    var last: TermID?
    for entry in graph.entries(subject: node) {
      let predicate = entry.quad.predicate
      guard predicate != last else { continue }
      last = predicate
      guard vocabulary.name(of: predicate) == nil,
        terms.bytes[terms.spelling(of: predicate)].starts(with: namespace),
        !isSwitchedOff(node, predicate, terms)
      else { continue }
      faults.append(.unsupported(shape: node, parameter: predicate))
    }
  }

  /// Finds the shapes that use a constraint component which the shapes graph itself defines.
  private mutating func checkComponents() {
    var components: [TermID] = []
    for type in hierarchy.descendants(vocabulary[.constraintComponent]) {
      components += graph.entries(predicate: .rdfType, object: type).map(\.quad.subject)
    }
    for component in components {
      for parameter in objects(component, .parameter) {
        for path in objects(parameter, .path) {
          for entry in graph.entries(predicate: path)
          where indices[entry.quad.subject].map({ shapes[$0].isDeactivated }) != true {
            let fault = ShapesFault.ownComponent(
              shape: entry.quad.subject, component: component, parameter: path)
            if !faults.contains(fault) { faults.append(fault) }
          }
        }
      }
    }
  }

  /// A regime that is not carried out here may change any answer.
  ///
  /// - SeeAlso: SHACL, section 3.3.
  private mutating func checkEntailment() {
    for entry in graph.entries(predicate: vocabulary[.entailment]) {
      faults.append(.entailment(graph: entry.quad.subject, regime: entry.quad.object))
    }
  }

  /// A node shape has none of the parameters that count or pair the values of a path.
  ///
  /// - SeeAlso: SHACL, section 2.2.
  private mutating func checkPathParameters(_ shape: Shape) {
    // That a property shape lacks its path is said elsewhere.
    guard objects(shape.node, .path).isEmpty,
      graph.entries(predicate: vocabulary[.property], object: shape.node).isEmpty,
      !graph.entries(predicate: .rdfType, object: vocabulary[.propertyShape])
        .contains(where: { $0.quad.subject == shape.node })
    else { return }
    let parameters: [SH] = [
      .minCount, .maxCount, .uniqueLang, .lessThan, .lessThanOrEquals, .qualifiedValueShape,
    ]
    for parameter in parameters where !objects(shape.node, parameter).isEmpty {
      faults.append(
        .illFormed(
          shape: shape.node, parameter: parameter,
          expected: "a path beside it, for only property shapes may have it"))
    }
  }

  /// Refuses shapes that refer to themselves, and takes out of all others what depends on a shape
  /// that cannot be evaluated.
  private mutating func dropWhatIsUnsure() {
    let cycles = ShapeCycles(shapes.map { $0.constraints.flatMap(\.references) })
    for cycle in cycles.cycles {
      faults.append(.recursion(cycle: cycle.map { shapes[$0].node }))
    }
    var isUnsure = [Bool](repeating: false, count: shapes.count)
    for fault in faults {
      if let index = indices[fault.shape] { isUnsure[index] = true }
    }
    for cycle in cycles.cycles { for index in cycle { isUnsure[index] = true } }
    var referring = [[Int]](repeating: [], count: shapes.count)
    for (index, shape) in shapes.enumerated() {
      for constraint in shape.constraints {
        for other in constraint.references { referring[other].append(index) }
      }
    }
    var open = shapes.indices.filter { isUnsure[$0] }
    while let next = open.popLast() {
      for index in referring[next] where !isUnsure[index] {
        isUnsure[index] = true
        open.append(index)
      }
    }
    for index in shapes.indices {
      shapes[index].constraints.removeAll { constraint in
        constraint.references.contains { other in
          cycles.isCyclic(from: index, to: other)
            || !type(of: constraint).sharesResults && isUnsure[other]
        }
      }
    }
  }

  /// Whether all values of a parameter are deactivated themselves, as sh:sparql's may be.
  private func isSwitchedOff(
    _ node: TermID, _ predicate: TermID, _ terms: borrowing TermTable
  ) -> Bool {
    guard vocabulary.isUnevaluated(predicate) else { return false }
    for entry in graph.entries(subject: node, predicate: predicate) {
      guard (try? boolean(entry.quad.object, .deactivated, terms)) == true else { return false }
    }
    return true
  }

  // MARK: Parameters

  func objects(_ node: TermID, _ predicate: SH) -> [TermID] {
    graph.entries(subject: node, predicate: vocabulary[predicate]).map(\.quad.object)
  }

  /// Whether a parameter is the literal `true`; `1` is another term.
  func boolean(_ node: TermID, _ parameter: SH, _ terms: borrowing TermTable) throws(ShapesFault)
    -> Bool
  {
    let values = objects(node, parameter)
    guard let value = values.first else { return false }
    guard values.count == 1, terms.datatype(of: value) == .xsdBoolean else {
      throw .illFormed(shape: node, parameter: parameter, expected: "true or false")
    }
    return terms.string(of: value) == "true"
  }

  /// A whole number from 0 on, or nil without one.
  func count(_ node: TermID, _ parameter: SH, _ terms: borrowing TermTable) throws(ShapesFault)
    -> Int?
  {
    let values = objects(node, parameter)
    guard let value = values.first else { return nil }
    guard values.count == 1, terms.kind(of: value) == .literal,
      terms.datatype(of: value) == .xsdInteger,
      let number = Int(terms.string(of: value)), number >= 0
    else {
      throw .illFormed(shape: node, parameter: parameter, expected: "one whole number from 0 on")
    }
    return number
  }

  /// The members of an RDF list.
  func list(
    _ head: TermID, of shape: TermID, _ parameter: SH
  ) throws(ShapesFault) -> [TermID] {
    var members: [TermID] = []
    var seen = Set<TermID>()
    var node = head
    while node != .rdfNil {
      let first = graph.entries(subject: node, predicate: .rdfFirst)
      let rest = graph.entries(subject: node, predicate: .rdfRest)
      guard seen.insert(node).inserted, first.count == 1, rest.count == 1,
        let member = first.first, let next = rest.first
      else {
        throw .illFormed(shape: shape, parameter: parameter, expected: "a well-formed list")
      }
      members.append(member.quad.object)
      node = next.quad.object
    }
    return members
  }
}
