internal import Ontology
internal import RDF

/// The prefixes that document syntaxes are written with.
enum Prefixes {
  static let all: [(name: String, namespace: String)] = [
    ("griot", Ontology.namespace),
    ("rdf", Namespace.rdf),
    ("rdfs", Namespace.rdfs),
    ("owl", Namespace.owl),
    ("xsd", Namespace.xsd),
    ("edtf", Namespace.edtf),
    ("dc", "http://purl.org/dc/elements/1.1/"),
    ("dcterms", "http://purl.org/dc/terms/"),
    ("oa", "http://www.w3.org/ns/oa#"),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("schema", "https://schema.org/"),
    ("sem", "http://semanticweb.cs.vu.nl/2009/11/sem/"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
  ]
}
