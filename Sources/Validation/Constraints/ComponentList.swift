/// The constraint components that are evaluated.
///
/// - SeeAlso: SHACL, section 4.
enum ComponentList {
  static let all: [any Constraint.Type] = [
    ClassConstraint.self, DatatypeConstraint.self, NodeKindConstraint.self,
    MinCountConstraint.self, MaxCountConstraint.self,
    MinExclusiveConstraint.self, MinInclusiveConstraint.self,
    MaxExclusiveConstraint.self, MaxInclusiveConstraint.self,
    MinLengthConstraint.self, MaxLengthConstraint.self, PatternConstraint.self,
    LanguageInConstraint.self, UniqueLangConstraint.self,
    EqualsConstraint.self, DisjointConstraint.self,
    LessThanConstraint.self, LessThanOrEqualsConstraint.self,
    NotConstraint.self, AndConstraint.self, OrConstraint.self, XoneConstraint.self,
    NodeConstraint.self, PropertyConstraint.self,
    QualifiedMinCountConstraint.self, QualifiedMaxCountConstraint.self,
    ClosedConstraint.self, HasValueConstraint.self, InConstraint.self,
  ]
}
