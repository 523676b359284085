public import RDF

/// One thing that is wrong with the data.
///
/// - SeeAlso: SHACL, section 3.6.2.
public struct ValidationResult: Hashable, Sendable {
  /// How grave it is.
  public let severity: Severity
  /// The shape's sh:severity, as N-Triples writes it, where that is none of SHACL's own three; the
  /// result is then counted as a violation.
  public var ownSeverity: String?
  /// The focus node: its IRI or blank node as N-Triples writes it.
  public let focusNode: String
  /// The label of the focus node, if it has one.
  public let focusLabel: String?
  /// The path from the focus node to the value, as a SPARQL property path; nil without one.
  public let path: String?
  /// The same path with its structure; nil without one.
  public var pathStructure: ResultPath?
  /// The value, as N-Triples writes it; nil where the result is about no single one.
  public let value: String?
  /// The IRI of the constraint component, or of griot's check of an axiom.
  public let component: String
  /// The shape as N-Triples writes it, or the axiom in words.
  public let source: String
  /// The name of the shape with an IRI that the source is or belongs to; `inconsistency` or
  /// `closed world` of an axiom.
  public let sourceName: String
  /// What is wrong and what was expected, in one line.
  public let message: String
  /// All sh:message values of the shape, as N-Triples writes them, by language.
  public var shapeMessages: [String] = []
  /// Why nested shapes do not hold: of sh:node, sh:and, sh:or, sh:xone and qualified shapes.
  ///
  /// - SeeAlso: SHACL, section 3.6.2.5 (sh:detail).
  public var details: [ValidationResult] = []
  /// Where in the document the value came from, or the focus node where there is no value.
  public let origin: SourceOffset
  /// The position in ``Dataset/quads`` of the quad that it is about, or nil where none is.
  public var quad: Int?
  /// The number of its constraint, in ``ResultBudget``; nil of a nested result.
  public var constraint: Int?
  /// The shape's number in the table of the data; nil of an axiom.
  public var shape: TermID?
  /// What it was found against.
  public var family = Family.shapes
  /// Of an inconsistency the chain of triples that leads to it; empty of others.
  public var explanation: [ExplanationStep] = []

  /// What data are held against.
  public enum Family: String, Sendable {
    /// The shapes.
    case shapes
    /// The axioms of the ontology, by what follows from the data: they contradict each other.
    case inconsistency
    /// The axioms of the ontology, where what is not said does not hold.
    case closedWorld
  }
}

/// What a validation found.
///
/// - SeeAlso: SHACL, section 3.6.1.
public struct ValidationReport: Sendable {
  /// The results by place, gravity and shape; the same for the same data.
  public let results: [ValidationResult]
  /// Why some shapes could not be evaluated; the data then do not conform.
  public let faults: [Diagnostic]
  /// How many pairs of a shape and a focus node were evaluated.
  public let focusCount: Int
  /// The targets that matched nothing in these data.
  public var unmatchedTargets: [TargetPlace] = []

  /// Why not all was checked against the ontology; nil where all was.
  public var exhaustion: Exhaustion?

  /// Whether everything was evaluated and nothing is wrong.
  public var conforms: Bool { results.isEmpty && faults.isEmpty && exhaustion == nil }
}
