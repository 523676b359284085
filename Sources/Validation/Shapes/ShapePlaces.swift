internal import Ontology
internal import RDF

/// Where the statements of the files of shapes stand.
struct ShapePlaces: Sendable {
  private let files: [Ontology.File]
  /// For each file how many quads the ones before it gave.
  private let starts: [Int]
  private let quads: [Quad]
  private let origins: [SourceOffset]

  /// Takes the quads in the numbers of the data's table, with the origins of the same graph.
  init(
    _ files: [Ontology.File], starts: [Int], _ quads: [Quad], of graph: borrowing Dataset
  ) {
    self.files = files
    self.starts = starts
    self.quads = quads
    origins = quads.indices.map { graph.origin(of: $0) }
  }

  /// Where a term stands as the predicate or the value of a statement about a node, else as above.
  func place(
    of subject: TermID, saying term: TermID?
  ) -> (file: String?, position: SourcePosition?) {
    let own = quads.first { $0.subject == subject && ($0.predicate == term || $0.object == term) }
    return place(of: subject, own?.predicate)
  }

  /// Where a value of a parameter stands, else where the first thing is said of the shape.
  func place(
    of shape: TermID, _ parameter: TermID?
  ) -> (file: String?, position: SourcePosition?) {
    let own = quads.firstIndex { $0.subject == shape && $0.predicate == parameter }
    guard let index = own ?? quads.firstIndex(where: { $0.subject == shape }),
      let number = starts.lastIndex(where: { $0 <= index })
    else { return (files.count == 1 ? files.first?.name : nil, nil) }
    let file = files[number]
    return (file.name, SourcePosition(of: origins[index], in: file.bytes))
  }
}
