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
  /// The subjects that have a node as a value.
  private var above: [TermID: [TermID]] = [:]

  init(_ quads: [Quad], _ vocabulary: ShapesVocabulary) {
    for quad in quads { above[quad.object, default: []].append(quad.subject) }
    graph = QuadIndex(quads)
    self.vocabulary = vocabulary
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
    for node in nodes.sorted() { _ = shape(node, terms) }
  }

  private static let parameters = ComponentList.all.flatMap { $0.parameters }

  /// The position of a shape, which is read when it has not been.
  mutating func shape(_ node: TermID, _ terms: borrowing TermTable) -> Int {
    if let index = indices[node] { return index }
    let index = shapes.count
    indices[node] = index
    shapes.append(Shape(node: node))
    var shape = Shape(node: node)
    do throws(ShapesFault) {
      shape.isDeactivated = try boolean(node, .deactivated, terms)
      guard !shape.isDeactivated else {
        shapes[index] = shape
        return index
      }
      try readHead(&shape, terms)
    } catch {
      faults.append(error)
    }
    for component in ComponentList.all {
      do throws(ShapesFault) {
        shape.constraints += try component.read(node, &self, terms)
      } catch {
        faults.append(error)
      }
    }
    shapes[index] = shape
    checkTerms(node, terms)
    return index
  }

  private func readHead(_ shape: inout Shape, _ terms: borrowing TermTable) throws(ShapesFault) {
    let node = shape.node
    shape.messages = objects(node, .message)
    shape.named = named(node, terms)
    shape.targets += objects(node, .targetNode).map { .node($0) }
    shape.targets += objects(node, .targetClass).map { .instances($0) }
    shape.targets += objects(node, .targetSubjectsOf).map { .subjects($0) }
    shape.targets += objects(node, .targetObjectsOf).map { .objects($0) }
    let types = graph.entries(subject: node, predicate: .rdfType).map(\.quad.object)
    if types.contains(vocabulary.rdfsClass) || types.contains(vocabulary.owlClass) {
      shape.targets.append(.instances(node))
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
    switch objects(node, .severity).first.map({ vocabulary.name(of: $0) }) {
    case nil, .some(.violation): shape.severity = .violation
    case .some(.warning): shape.severity = .warning
    case .some(.info): shape.severity = .info
    default:
      throw .illFormed(
        shape: node, parameter: .severity, expected: "sh:Violation, sh:Warning or sh:Info")
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
        terms.bytes[terms.spelling(of: predicate)].starts(with: namespace)
      else { continue }
      faults.append(.unsupported(shape: node, parameter: predicate))
    }
  }

  /// Finds constraint components that the shapes graph itself defines.
  mutating func checkComponents() {
    let declared = graph.entries(predicate: .rdfType, object: vocabulary[.constraintComponent])
    for entry in declared {
      faults.append(
        .unsupported(shape: entry.quad.subject, parameter: vocabulary[.constraintComponent]))
    }
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
