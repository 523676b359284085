internal import Ontology

/// Tells the kinds of nodes, by their types.
struct NodeKinds {
  let ontology: Ontology

  func kind(of node: GraphNode) -> ViewKind { node.kind }
}
