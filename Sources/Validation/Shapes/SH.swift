internal import RDF

/// The terms of SHACL Core that are read, by local name.
///
/// - SeeAlso: SHACL, appendix A.
enum SH: String, CaseIterable, Sendable {
  case nodeShape = "NodeShape"
  case propertyShape = "PropertyShape"
  case constraintComponent = "ConstraintComponent"
  case path, inversePath, alternativePath, zeroOrMorePath, oneOrMorePath, zeroOrOnePath
  case targetNode, targetClass, targetSubjectsOf, targetObjectsOf
  case severity, message, deactivated
  case violation = "Violation"
  case warning = "Warning"
  case info = "Info"
  case kindIRI = "IRI"
  case kindBlankNode = "BlankNode"
  case kindLiteral = "Literal"
  case kindBlankNodeOrIRI = "BlankNodeOrIRI"
  case kindBlankNodeOrLiteral = "BlankNodeOrLiteral"
  case kindIRIOrLiteral = "IRIOrLiteral"
  case `class`, datatype, nodeKind, minCount, maxCount
  case minExclusive, minInclusive, maxExclusive, maxInclusive
  case minLength, maxLength, pattern, flags, languageIn, uniqueLang
  case equals, disjoint, lessThan, lessThanOrEquals
  case not, and, or, xone, node, property
  case qualifiedValueShape, qualifiedMinCount, qualifiedMaxCount, qualifiedValueShapesDisjoint
  case closed, ignoredProperties, hasValue, `in`
  case parameter
  case name, description, order, group, defaultValue
  case declare, prefixes, shapesGraph, suggestedShapesGraph, entailment

  static let namespace = "http://www.w3.org/ns/shacl#"

  var iri: String { Self.namespace + rawValue }
}

/// The numbers that the terms of shapes have in one table.
struct ShapesVocabulary: Sendable {
  private let ids: [SH: TermID]
  private let names: [TermID: SH]
  let subClassOf: TermID
  let rdfsClass: TermID
  let owlClass: TermID
  private let unevaluated: Set<TermID>

  init(_ terms: inout TermTable) throws(TermError) {
    var ids: [SH: TermID] = [:]
    for term in SH.allCases { ids[term] = try terms.iri(term.iri) }
    self.ids = ids
    names = Dictionary(ids.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    subClassOf = try terms.iri(Namespace.rdfs + "subClassOf")
    rdfsClass = try terms.iri(Namespace.rdfs + "Class")
    owlClass = try terms.iri(Namespace.owl + "Class")
    var unevaluated = Set<TermID>()
    for name in SHACLNames.ofUnevaluatedShapes {
      unevaluated.insert(try terms.iri(SH.namespace + name))
    }
    self.unevaluated = unevaluated
  }

  subscript(term: SH) -> TermID { ids[term] ?? .defaultGraph }

  /// The terms that make a node a shape which is not evaluated.
  var ofUnevaluatedShapes: [TermID] { unevaluated.sorted() }

  func isUnevaluated(_ term: TermID) -> Bool { unevaluated.contains(term) }

  /// The SHACL term of a number, or nil of another.
  func name(of term: TermID) -> SH? { names[term] }
}
