internal import Ontology
internal import RDF

/// The names and keys of a graph.
struct GraphWords {
  var names: GraphNames
  var keys: GraphKeys
  var facts = TermFactTable()

  init(_ ontology: Ontology, _ options: Projection.Options) {
    names = GraphNames(ontology, options)
    keys = GraphKeys(ontology, &names)
  }

  /// The key of a property's values.
  mutating func key(_ property: String) -> GraphKeyNumber {
    keys.number(names.attribute(property))
  }

  /// What a class is called.
  mutating func typeName(of term: TermID) -> String { facts.typeName(of: term, &names) }

  /// A class as a CURIE.
  mutating func curie(ofClass term: TermID) -> String { facts.curie(of: term, names) }
}
