// Ontology
