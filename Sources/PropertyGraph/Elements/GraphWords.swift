internal import Ontology

/// The names and keys of a graph.
struct GraphWords {
  var names: GraphNames
  var keys: GraphKeys

  init(_ ontology: Ontology, _ options: Projection.Options) {
    names = GraphNames(ontology, options)
    keys = GraphKeys(ontology, &names)
  }

  /// The key of a property's values.
  mutating func key(_ property: String) -> GraphKeyNumber {
    keys.number(names.attribute(property))
  }
}
