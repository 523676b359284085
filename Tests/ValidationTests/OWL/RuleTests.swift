import Foundation
import RDF
import RDFIO
import Testing

@testable import Ontology
@testable import Validation

/// Each rule finds what it is about, from its own level on, and nothing else.
@Suite struct RuleTests {
  @Test(arguments: RuleCase.inconsistencies)
  func isFound(_ one: RuleCase) throws {
    var isReached = false
    for level in EntailmentLevel.allCases {
      isReached = isReached || level == one.level
      let report = try RuleCase.validate(one.bad, ontology: one.ontology, level)
      let found = report.results.filter { $0.message == one.message }
      #expect(report.faults == [])
      if isReached {
        #expect(found.count == 1, "at \(level.rawValue): \(report.results.map(\.message))")
        #expect(found.allSatisfy { $0.family == .inconsistency && $0.severity == .violation })
        #expect(found.allSatisfy { !$0.explanation.isEmpty })
        #expect(found.first?.component == Ontology.namespace + one.rule)
      } else {
        #expect(report.results.map(\.message) == [], "at \(level.rawValue)")
      }
    }
  }

  @Test(arguments: RuleCase.inconsistencies)
  func isNotFoundInTheLike(_ one: RuleCase) throws {
    for level in EntailmentLevel.allCases {
      let report = try RuleCase.validate(one.good, ontology: one.ontology, level)
      #expect(report.results.map(\.message) == [], "at \(level.rawValue)")
    }
  }

  /// The axioms may stand in the data as well.
  @Test(arguments: RuleCase.inconsistencies)
  func axiomsMayStandInTheData(_ one: RuleCase) throws {
    let report = try RuleCase.validate(one.ontology + "\n" + one.bad, ontology: "", .owlRL)
    #expect(report.results.contains { $0.component == Ontology.namespace + one.rule })
    let other = try RuleCase.validate(one.ontology + "\n" + one.good, ontology: "", .owlRL)
    #expect(other.results.map(\.message) == [])
  }

  /// Rules that make triples, by a class that what they make is disjoint with.
  @Test(arguments: [
    ("prp-symp", ":p a owl:SymmetricProperty ; rdfs:domain :A .", ":y :p :x ."),
    (
      "prp-trp",
      ":p a owl:TransitiveProperty . :A owl:equivalentClass [ owl:onProperty :p ; owl:hasValue :z ] .",
      ":x :p :y . :y :p :z ."
    ),
    ("prp-inv1", ":p owl:inverseOf :q . :q rdfs:domain :A .", ":y :p :x ."),
    ("prp-inv2", ":q owl:inverseOf :p . :q rdfs:domain :A .", ":y :p :x ."),
    ("prp-spo2", ":r owl:propertyChainAxiom ( :p :q ) ; rdfs:domain :A .", ":x :p :y . :y :q :z ."),
    ("prp-fp", ":p a owl:FunctionalProperty .", ":y :p :x , :z . :z a :A ."),
    ("prp-ifp", ":p a owl:InverseFunctionalProperty .", ":x :p :y . :z :p :y ; a :A ."),
    ("prp-key", ":K owl:hasKey ( :p ) .", ":x a :K ; :p 1 . :z a :K , :A ; :p 1 ."),
    ("prp-eqp1", ":p owl:equivalentProperty :q . :q rdfs:domain :A .", ":x :p :y ."),
    ("eq-rep-s", "", ":z a :A ; owl:sameAs :x ."),
    ("eq-rep-o", ":p rdfs:range :A .", ":y :p :z . :z owl:sameAs :x ."),
    ("eq-rep-p", ":p owl:sameAs :q . :q rdfs:domain :A .", ":x :p :y ."),
    ("eq-trans", "", ":x owl:sameAs :y . :y owl:sameAs :z . :z a :A ."),
    ("cls-int1", ":A owl:intersectionOf ( :C :D ) .", ":x a :C , :D ."),
    ("cls-int2", ":C owl:intersectionOf ( :A :D ) .", ":x a :C ."),
    ("cls-uni", ":A owl:unionOf ( :C :D ) .", ":x a :C ."),
    (
      "cls-svf1", ":A owl:equivalentClass [ owl:onProperty :p ; owl:someValuesFrom :C ] .",
      ":x :p :y . :y a :C ."
    ),
    (
      "cls-svf1 of a datatype",
      ":A owl:equivalentClass [ owl:onProperty :p ; owl:someValuesFrom xsd:decimal ] .", ":x :p 1 ."
    ),
    (
      "cls-svf2", ":A owl:equivalentClass [ owl:onProperty :p ; owl:someValuesFrom owl:Thing ] .",
      ":x :p :y ."
    ),
    (
      "cls-avf", ":C rdfs:subClassOf [ owl:onProperty :p ; owl:allValuesFrom :A ] .",
      ":y a :C ; :p :x ."
    ),
    (
      "cls-hv1", ":C rdfs:subClassOf [ owl:onProperty :p ; owl:hasValue :z ] . :p rdfs:domain :A .",
      ":x a :C ."
    ),
    ("cls-hv2", ":A owl:equivalentClass [ owl:onProperty :p ; owl:hasValue :z ] .", ":x :p :z ."),
    (
      "cls-maxc2", ":C rdfs:subClassOf [ owl:onProperty :p ; owl:maxCardinality 1 ] .",
      ":y a :C ; :p :x , :z . :z a :A ."
    ),
    (
      "cls-maxqc3",
      ":C rdfs:subClassOf [ owl:onProperty :p ; owl:maxQualifiedCardinality 1 ; owl:onClass :D ] .",
      ":y a :C ; :p :x , :z . :z a :A , :D . :x a :D ."
    ),
    (
      "cls-maxqc4",
      ":C rdfs:subClassOf [ owl:onProperty :p ; owl:maxQualifiedCardinality 1 ; owl:onClass owl:Thing ] .",
      ":y a :C ; :p :x , :z . :z a :A ."
    ),
    ("cls-oo", ":A owl:oneOf ( :x :y ) .", ":x :p :y ."),
    ("cls-thing", "owl:Thing rdfs:subClassOf :A .", ":x :p :y ."),
    (
      "scm-svf1",
      ":C rdfs:subClassOf [ owl:onProperty :p ; owl:someValuesFrom :D ] . :D rdfs:subClassOf :E . :A owl:equivalentClass [ owl:onProperty :p ; owl:someValuesFrom :E ] .",
      ":x a :C ."
    ),
    (
      "scm-svf2",
      ":C rdfs:subClassOf [ owl:onProperty :p ; owl:someValuesFrom :D ] . :p rdfs:subPropertyOf :q . :A owl:equivalentClass [ owl:onProperty :q ; owl:someValuesFrom :D ] .",
      ":x a :C ."
    ),
    (
      "scm-avf1",
      ":C rdfs:subClassOf [ owl:onProperty :p ; owl:allValuesFrom :D ] . :D rdfs:subClassOf :E . :A owl:equivalentClass [ owl:onProperty :p ; owl:allValuesFrom :E ] .",
      ":x a :C ."
    ),
    (
      "scm-avf2",
      ":C rdfs:subClassOf [ owl:onProperty :q ; owl:allValuesFrom :D ] . :p rdfs:subPropertyOf :q . :A owl:equivalentClass [ owl:onProperty :p ; owl:allValuesFrom :D ] .",
      ":x a :C ."
    ),
    (
      "scm-hv",
      ":C rdfs:subClassOf [ owl:onProperty :p ; owl:hasValue :z ] . :p rdfs:subPropertyOf :q . :A owl:equivalentClass [ owl:onProperty :q ; owl:hasValue :z ] .",
      ":x a :C ."
    ),
  ])
  func concludes(_ rule: String, _ ontology: String, _ data: String) throws {
    let schema = ":A owl:disjointWith :B .\n" + ontology
    let message = #"x is both "A" and "B", which share no member"#
    let report = try RuleCase.validate(":x a :B .\n" + data, ontology: schema, .owlRL)
    #expect(report.results.map(\.message).contains(message), "\(report.results.map(\.message))")
    let alone = try RuleCase.validate(data, ontology: schema, .owlRL)
    #expect(alone.results.map(\.message) == [])
  }

  // MARK: Explanations

  /// The chain has each triple with its line, before what follows from it.
  @Test func chainLeadsToTheSource() throws {
    let ontology = try Ontology(
      files: [
        Ontology.File(
          name: "ships.ttl",
          bytes: Array(
            (RuleCase.prefixes + """
              :Tanker a owl:Class ; rdfs:subClassOf :Vessel ; rdfs:label "tanker" .
              :Vessel a owl:Class ; owl:disjointWith :Port .
              :Port a owl:Class .
              :berth a owl:ObjectProperty ; rdfs:domain :Port .
              """).utf8))
      ])
    var dataset = Dataset(tracing: .on)
    let validator = try Validator(ontology: ontology, shapes: [], terms: &dataset.terms)
    #expect(validator.ontologyResults == [])
    let text = RuleCase.prefixes + ":a a :Tanker .\n:a :berth :b .\n"
    try RDFReader.read(Array(text.utf8), file: "d.ttl", syntax: .turtle, into: &dataset)
    let report = validator.validate(dataset)
    let found = try #require(report.results.first { $0.family == .inconsistency })
    #expect(found.message == #"a is both "Vessel" and "Port", which share no member"#)
    #expect(SourcePosition(of: found.origin, in: Array(text.utf8))?.line == 7)
    let steps = found.explanation.map { step in
      switch step.source {
      case .data(_, let origin):
        let place = SourcePosition(of: origin, in: Array(text.utf8))
        return "d.ttl:\(place?.line ?? 0):\(place?.column ?? 0) \(step.text)"
      case .ontology(let file, let position):
        return "\(file ?? ""):\(position?.line ?? 0):\(position?.column ?? 0) \(step.text)"
      case .concluded(let rule, let premises): return "\(rule) \(premises) \(step.text)"
      }
    }
    #expect(
      steps == [
        #"d.ttl:7:11 a: "berth" is b"#,
        #"ships.ttl:9:43 what has "berth" is "Port""#,
        #"prp-dom [0, 1] a is "Port""#,
        #"d.ttl:6:6 a is "tanker""#,
        #"ships.ttl:6:39 each "tanker" is "Vessel""#,
        #"cax-sco [3, 4] a is "Vessel""#,
        #"ships.ttl:7:40 "Vessel" and "Port" share no member"#,
      ])
  }

  /// A contradiction of the ontology by itself is said once, not with each dataset.
  @Test func ontologyContradictsItself() throws {
    let ontology = try Ontology(
      files: [
        Ontology.File(
          name: "own.ttl",
          bytes: Array(
            (RuleCase.prefixes
              + ":A a owl:Class ; owl:disjointWith :B . :B a owl:Class .\n:x a :A , :B .").utf8))
      ])
    var dataset = Dataset()
    let validator = try Validator(ontology: ontology, shapes: [], terms: &dataset.terms)
    #expect(
      validator.ontologyResults.map(\.message)
        == [#"x is both "A" and "B", which share no member"#])
    #expect(validator.validate(dataset).results == [])
  }

  @Test func shippedOntologyIsConsistent() throws {
    let ontology = try Ontology()
    for level in EntailmentLevel.allCases {
      var terms = TermTable()
      let validator = try Validator(
        ontology: ontology, shapes: [], entailment: level, terms: &terms)
      #expect(validator.ontologyResults.map(\.message) == [])
      #expect(validator.faults == [])
    }
  }

  // MARK: Bounds

  /// What grows without end is cut off, and said.
  @Test func budgetEndsInAFault() throws {
    var data = ":n0 :p :n1 .\n"
    for number in 1..<60 { data += ":n\(number) :p :n\(number + 1) .\n" }
    let schema = ":p a owl:TransitiveProperty ."
    var budget = Closure.Budget()
    budget.triples = 1_000
    let cut = try RuleCase.validate(data, ontology: schema, .owlRL, budget: budget)
    #expect(cut.exhaustion?.quad != nil)
    #expect(!cut.conforms)
    budget.triples = 100_000
    #expect(try RuleCase.validate(data, ontology: schema, .owlRL, budget: budget).conforms)
    budget.matches = 1_000
    #expect(try !RuleCase.validate(data, ontology: schema, .owlRL, budget: budget).conforms)
  }

  /// Where no axiom is, nothing is concluded, kept or reported.
  @Test func withoutAxiomsNothingIsDone() throws {
    var dataset = Dataset()
    let empty = Dataset()
    let validator = try Validator(ontology: empty, shapes: empty, terms: &dataset.terms)
    let data = RuleCase.prefixes + ":x a :A , :B ; :p 1 , \"hier\"^^xsd:date ."
    try RDFReader.read(Array(data.utf8), file: "d.ttl", syntax: .turtle, into: &dataset)
    #expect(validator.validate(dataset).results.map(\.message) == [])
  }
}
