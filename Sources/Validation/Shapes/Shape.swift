internal import RDF

/// A node or property shape, ready to be evaluated.
///
/// - SeeAlso: SHACL, sections 2.2 and 2.3.
struct Shape: Sendable {
  /// The node that stands for it in the shapes graph.
  let node: TermID
  /// The shape with an IRI that it is part of, or itself.
  var named: TermID
  /// Where its value nodes are; nil for a node shape, whose value node is the focus node.
  var path: PropertyPath?
  var targets: [Target] = []
  var constraints: [any Constraint] = []
  var severity: Severity = .violation
  /// Its sh:severity where that is none of SHACL's own three.
  var ownSeverity: TermID?
  /// Its sh:message values.
  var messages: [TermID] = []
  var isDeactivated = false

  init(node: TermID) {
    self.node = node
    named = node
  }
}

/// Which nodes a shape is evaluated on.
///
/// - SeeAlso: SHACL, section 2.1.3.
enum Target: Hashable, Sendable {
  case node(TermID)
  case instances(TermID)
  case subjects(TermID)
  case objects(TermID)

  /// What asks for it, nil of a class that is a shape itself, and its value.
  func parameter(of shape: TermID) -> (SH?, TermID) {
    switch self {
    case .node(let node): (.targetNode, node)
    case .instances(let type): (type == shape ? nil : .targetClass, type)
    case .subjects(let predicate): (.targetSubjectsOf, predicate)
    case .objects(let predicate): (.targetObjectsOf, predicate)
    }
  }

  /// The nodes of the data that are meant; the ontology beside it has none.
  func focusNodes(_ graphs: DataGraphs) -> [TermID] {
    switch self {
    case .node(let node): return [node]
    case .instances(let type):
      var found: [TermID] = []
      for one in graphs.classes.descendants(type) {
        found += graphs.data.entries(predicate: .rdfType, object: one).map(\.quad.subject)
      }
      return found
    case .subjects(let predicate):
      return graphs.data.entries(predicate: predicate).map(\.quad.subject)
    case .objects(let predicate):
      return graphs.data.entries(predicate: predicate).map(\.quad.object)
    }
  }
}
