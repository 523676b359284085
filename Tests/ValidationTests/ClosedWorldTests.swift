import Ontology
import RDF
import RDFIO
import Testing

@testable import Validation

/// What is expected of data by what they do not say.
@Suite struct ClosedWorldTests {
  @Test(arguments: RuleCase.closedWorld)
  func isFound(_ one: RuleCase) throws {
    for level in EntailmentLevel.allCases {
      let report = try RuleCase.validate(
        one.bad, ontology: one.ontology, level, closedWorld: .error)
      #expect(report.results.map(\.message) == [one.message], "at \(level.rawValue)")
      #expect(report.results.first?.family == .closedWorld)
      #expect(report.results.first?.component == Ontology.namespace + one.rule)
      #expect(report.results.first?.origin != .unknown)
    }
  }

  @Test(arguments: RuleCase.closedWorld)
  func isNotFoundInTheLike(_ one: RuleCase) throws {
    for level in EntailmentLevel.allCases {
      let report = try RuleCase.validate(
        one.good, ontology: one.ontology, level, closedWorld: .error)
      #expect(report.results.map(\.message) == [], "at \(level.rawValue)")
    }
  }

  @Test(arguments: RuleCase.closedWorld)
  func policyDecides(_ one: RuleCase) throws {
    let off = try RuleCase.validate(one.bad, ontology: one.ontology, .rdfs, closedWorld: .off)
    #expect(off.results.map(\.message) == [])
    let warn = try RuleCase.validate(one.bad, ontology: one.ontology, .rdfs, closedWorld: .warn)
    #expect(warn.results.map(\.severity) == [.warning])
  }

  /// What is an inconsistency is not said a second time.
  @Test(arguments: [
    (":p a owl:DatatypeProperty , owl:FunctionalProperty .", ":x :p 1 , 2 ."),
    (":p a owl:DatatypeProperty ; rdfs:range xsd:integer .", ":x :p \"a\" ."),
    (
      """
      :p a owl:ObjectProperty .
      :C a owl:Class ; rdfs:subClassOf [ owl:onProperty :p ; owl:maxCardinality 0 ] .
      """, ":x a :C ; :p :y ."
    ),
  ])
  func inconsistenciesAreSaidOnce(_ ontology: String, _ data: String) throws {
    let report = try RuleCase.validate(data, ontology: ontology, .rdfs, closedWorld: .error)
    #expect(report.results.map(\.family) == [.inconsistency])
  }
}
