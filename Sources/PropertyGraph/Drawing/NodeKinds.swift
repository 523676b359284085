internal import Ontology

/// Tells the kinds of nodes, by their types.
struct NodeKinds {
  let ontology: Ontology

  func kind(of node: GraphNode) -> ViewKind {
    if node.values.text("labelV") == "Claim" { return .claim }
    let types = node.values.value("types")?.texts ?? []
    return ViewKind(
      types: types.map { ontology.classNamed($0)?.iri ?? $0 },
      hasStatus: node.values.value("status") != nil, ontology: ontology)
  }
}
