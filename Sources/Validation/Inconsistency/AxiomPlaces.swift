internal import Ontology
internal import RDF

/// Where the statements of an ontology's files stand.
struct AxiomPlaces: Sendable {
  private let ontology: Ontology?

  init(_ ontology: Ontology?) { self.ontology = ontology }

  /// The file and position of a statement by its position among the ontology's quads.
  func place(ofQuad position: Int) -> (file: String?, position: SourcePosition?) {
    guard let place = ontology?.place(ofQuad: position) else { return (nil, nil) }
    return (place.file, place.position)
  }
}
