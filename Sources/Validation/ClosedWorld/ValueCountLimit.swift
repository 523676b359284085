internal import RDF

/// How many values of a property the members of a class have.
///
/// - SeeAlso: OWL 2 Web Ontology Language, sections 8.3 and 8.5.
struct ValueCountLimit: Hashable, Sendable {
  /// What values count.
  enum Filler: Hashable, Sendable {
    case type(ClassExpression)
    case datatype(TermID)
  }

  let property: TermID
  /// Nil where all values count.
  let filler: Filler?
  var least = 0
  var most: Int?

  init(property: TermID, filler: Filler?) {
    self.property = property
    self.filler = filler
  }
}
