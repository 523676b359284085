public import RDF
public import RDFIO

/// Why an ontology cannot be used.
public enum OntologyError: Error, Sendable {
  /// A file of it cannot be read as RDF.
  case unreadable(RDFIOError)
  /// It declares no class and no property.
  case empty(file: String)
}

extension OntologyError: CustomStringConvertible {
  /// The error as a message about its file.
  public var diagnostic: Diagnostic {
    switch self {
    case .unreadable(let error): error.diagnostic
    case .empty(let file):
      Diagnostic(
        .error, file: file,
        "no class and no property is declared here; expected an OWL ontology, with terms typed "
          + "owl:Class, owl:ObjectProperty or owl:DatatypeProperty")
    }
  }

  /// The error as compilers print it.
  public var description: String { diagnostic.description }
}
