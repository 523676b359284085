/// The local names of SHACL's vocabulary, of its Advanced Features and JavaScript Extensions.
///
/// - SeeAlso: SHACL, appendix A.
enum SHACLNames {
  /// All of them, those of parts that are not evaluated too.
  static let all = Set(evaluated + ofOtherParts + ofReports)

  private static let evaluated = SH.allCases.map(\.rawValue)

  /// What a shape is not evaluated for when it has it.
  static let ofOtherParts = [
    "sparql", "target", "rule", "expression", "js", "values", "targetValidator",
    "annotationProperty",
    "annotationValue", "annotationVarName", "ask", "select", "construct", "update", "condition",
    "filterShape", "intersection", "union", "minus", "distinct", "exists", "if", "then", "else",
    "nodes", "count", "sum", "min", "max", "limit", "offset", "orderBy", "desc", "groupConcat",
    "separator", "this", "subject", "predicate", "object", "returnType", "parameter", "optional",
    "labelTemplate", "validator", "nodeValidator", "propertyValidator", "resultAnnotation",
    "namespace", "prefix", "jsFunctionName", "jsLibrary", "jsLibraryURL", "Function",
    "JSConstraint",
    "JSExecutable", "JSFunction", "JSLibrary", "JSRule", "JSTarget", "JSTargetType", "JSValidator",
    "NodeExpression", "Parameter", "Parameterizable", "PrefixDeclaration", "Rule", "Rules",
    "SPARQLAskExecutable", "SPARQLAskValidator", "SPARQLConstraint", "SPARQLConstructExecutable",
    "SPARQLExecutable", "SPARQLFunction", "SPARQLRule", "SPARQLSelectExecutable",
    "SPARQLSelectValidator", "SPARQLTarget", "SPARQLTargetType", "SPARQLUpdateExecutable",
    "Target", "TargetType", "TripleRule", "Validator", "ResultAnnotation",
  ]

  /// What a node needs only to have to be a shape that is not evaluated.
  static let ofUnevaluatedShapes = ["sparql", "target", "rule", "expression", "js", "values"]

  private static let ofReports =
    [
      "AbstractResult", "PropertyGroup", "Severity", "Shape", "NodeKind", "ValidationReport",
      "ValidationResult", "conforms", "detail", "focusNode", "result", "resultMessage",
      "resultPath",
      "resultSeverity", "shapesGraphWellFormed", "sourceConstraint", "sourceConstraintComponent",
      "sourceShape", "value",
    ]
    + SH.allCases.map { $0.rawValue.prefix(1).uppercased() + $0.rawValue.dropFirst() }
    .map { $0 + "ConstraintComponent" }
}
