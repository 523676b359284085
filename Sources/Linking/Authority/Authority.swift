/// Something that knows things by name and gives them IRIs.
///
/// Candidates of two authorities with one ``namespace`` are compared with each other; of others,
/// each has its own match.
public protocol Authority: AnyObject {
  /// What it is called, in tables and provenance.
  var name: String { get }
  /// What the IRIs of its things begin with.
  var namespace: String { get }

  /// The things that entities may be, in the order of the entities; an entity's are in no order.
  ///
  /// - Throws: ``LinkingError`` that names the authority and what it was asked.
  func candidates(for subjects: [LinkSubject]) throws(LinkingError) -> [[AuthorityItem]]

  /// What is known of a thing by its IRI, or nil.
  ///
  /// - Throws: ``LinkingError``.
  func item(_ iri: String) throws(LinkingError) -> AuthorityItem?
}
