import RDF
import RDFIO
import Testing

@testable import Validation

/// What shapes see of what follows from the ontology.
@Suite struct EntailedShapesTests {
  private func messages(
    _ data: String, shape: String, ontology: String, _ level: EntailmentLevel
  ) throws -> [String] {
    func read(_ text: String, _ label: String, into dataset: inout Dataset) throws {
      let prefix = "@prefix sh: <http://www.w3.org/ns/shacl#> .\n"
      try RDFReader.read(
        Array((RuleCase.prefixes + prefix + text).utf8), file: "t.ttl", syntax: .turtle,
        blankNodes: label, into: &dataset)
    }
    var schema = Dataset()
    try read(ontology, "o", into: &schema)
    var shapes = Dataset()
    try read(":S a sh:NodeShape ; sh:targetNode :x ; \(shape) .", "s", into: &shapes)
    var dataset = Dataset(tracing: .on)
    let validator = try Validator(
      ontology: schema, shapes: shapes, entailment: level, closedWorld: .off,
      terms: &dataset.terms)
    try read(data, "d", into: &dataset)
    let report = validator.validate(dataset)
    #expect(report.faults == [])
    #expect(report.results.allSatisfy { ($0.quad ?? 0) < dataset.quads.count })
    return report.results.map(\.message)
  }

  private static let missing = #"x: "p" is missing; expected at least 1"#

  @Test(arguments: [
    (":q rdfs:subPropertyOf :p .", ":x :q :y .", EntailmentLevel.rdfs),
    (":r rdfs:subPropertyOf :q . :q owl:equivalentProperty :p .", ":x :r :y .", .rdfs),
    (":q owl:inverseOf :p .", ":y :q :x .", .owlRL),
    (":p owl:propertyChainAxiom ( :q :q ) .", ":x :q :y . :y :q :z .", .owlRL),
  ])
  func valuesThatFollow(_ ontology: String, _ data: String, _ from: EntailmentLevel) throws {
    var isReached = false
    for level in EntailmentLevel.allCases {
      isReached = isReached || level == from
      let found = try messages(
        data, shape: "sh:property [ sh:path :p ; sh:minCount 1 ]", ontology: ontology, level)
      #expect(found == (isReached ? [] : [Self.missing]), "at \(level.rawValue)")
    }
  }

  /// Superclasses by equivalence are seen; what a range makes of a value is not, below OWL 2 RL.
  @Test func classesThatFollow() throws {
    let shape = "sh:property [ sh:path :p ; sh:class :A ]"
    let equivalent = ":B owl:equivalentClass :A ."
    for level in EntailmentLevel.allCases {
      let found = try messages(":x :p :y . :y a :B .", shape: shape, ontology: equivalent, level)
      #expect(found.isEmpty == (level != .none), "at \(level.rawValue)")
      let ranged = try messages(
        ":x :p :y .", shape: shape, ontology: ":p rdfs:range :A .", level)
      #expect(ranged.isEmpty == (level == .owlRL), "at \(level.rawValue)")
    }
  }

  /// The names of one thing count once.
  @Test func namesOfOneThingCountOnce() throws {
    for level in EntailmentLevel.allCases {
      let found = try messages(
        ":x :p :y . :y owl:sameAs :z , :w .",
        shape: "sh:property [ sh:path :p ; sh:maxCount 1 ]", ontology: ":q owl:inverseOf :p .",
        level)
      #expect(found == [], "at \(level.rawValue)")
    }
  }

  /// A closed shape is about what is said.
  @Test func closedShapesAreAboutWhatIsSaid() throws {
    for level in EntailmentLevel.allCases {
      let found = try messages(
        ":x :q :y .",
        shape:
          "sh:closed true ; sh:property [ sh:path :q ] ; sh:not [ sh:path :p ; sh:minCount 5 ]",
        ontology: ":q rdfs:subPropertyOf :p .", level)
      #expect(found == [], "at \(level.rawValue)")
    }
  }
}
