import RDF
import RDFIO
import Testing

@testable import Validation

/// Data that a rule finds wrong, and the like that it does not.
struct RuleCase: Sendable, CustomTestStringConvertible {
  /// The rule's name in a report.
  let rule: String
  /// The axiom in words, for docs/ontology-checks.md.
  let axiom: String
  /// The lowest level at which it is found.
  var level = EntailmentLevel.none
  let ontology: String
  let bad: String
  let good: String
  let message: String

  var testDescription: String { rule }

  static let prefixes = """
    @prefix : <http://e/> .
    @prefix owl: <http://www.w3.org/2002/07/owl#> .
    @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

    """

  static func validate(
    _ data: String, ontology: String, _ level: EntailmentLevel,
    closedWorld: ClosedWorldPolicy = .off, budget: Closure.Budget = Closure.Budget()
  ) throws -> ValidationReport {
    var schema = Dataset()
    try RDFReader.read(
      Array((prefixes + ontology).utf8), file: "o.ttl", syntax: .turtle, blankNodes: "o",
      into: &schema)
    var dataset = Dataset(tracing: .on)
    let empty = Dataset()
    let validator = try Validator(
      ontology: schema, shapes: empty, entailment: level, closedWorld: closedWorld, budget: budget,
      terms: &dataset.terms)
    try RDFReader.read(
      Array((prefixes + data).utf8), file: "d.ttl", syntax: .turtle, into: &dataset)
    return validator.validate(dataset)
  }

  private static func maximum(_ axiom: String, _ more: String = "") -> String {
    ":C rdfs:subClassOf [ owl:onProperty :p ; \(axiom) \(more) ] ."
  }

  /// Of each rule that ends in an inconsistency one, and more where it has several sides.
  static let inconsistencies: [RuleCase] = [
    RuleCase(
      rule: "cax-dw", axiom: "owl:disjointWith", ontology: ":A owl:disjointWith :B .",
      bad: ":x a :A , :B .", good: ":x a :A . :y a :B .",
      message: #"x is both "A" and "B", which share no member"#),
    RuleCase(
      rule: "cax-dw", axiom: "owl:disjointWith of superclasses", level: .rdfs,
      ontology: ":AA rdfs:subClassOf :A . :BB rdfs:subClassOf :B . :A owl:disjointWith :B .",
      bad: ":x a :AA , :BB .", good: ":x a :AA , :A .",
      message: #"x is both "A" and "B", which share no member"#),
    RuleCase(
      rule: "cax-dw", axiom: "owl:disjointWith of what a domain and a range give", level: .rdfs,
      ontology: ":p rdfs:domain :A . :q rdfs:range :B . :A owl:disjointWith :B .",
      bad: ":x :p :y . :z :q :x .", good: ":x :p :y . :x :q :z .",
      message: #"x is both "A" and "B", which share no member"#),
    RuleCase(
      rule: "cax-dw", axiom: "owl:disjointWith of equivalent classes", level: .rdfs,
      ontology: ":A owl:disjointWith :B . :BB owl:equivalentClass :B .",
      bad: ":x a :A , :BB .", good: ":x a :BB , :B .",
      message: #"x is both "A" and "B", which share no member"#),
    RuleCase(
      rule: "cax-dw", axiom: "owl:disjointWith of a member of an intersection", level: .rdfs,
      ontology: ":A owl:disjointWith :B . :I owl:intersectionOf ( :A :C ) .",
      bad: ":x a :I , :B .", good: ":x a :I , :C .",
      message: #"x is both "A" and "B", which share no member"#),
    RuleCase(
      rule: "cax-dw", axiom: "owl:disjointWith of what a superproperty's domain gives",
      level: .rdfs,
      ontology: ":p rdfs:subPropertyOf :q . :q rdfs:domain :A . :A owl:disjointWith :B .",
      bad: ":x :p :y ; a :B .", good: ":x :p :y ; a :A .",
      message: #"x is both "A" and "B", which share no member"#),
    RuleCase(
      rule: "cax-adc", axiom: "owl:AllDisjointClasses, owl:disjointUnionOf",
      ontology: "[] a owl:AllDisjointClasses ; owl:members ( :A :B :C ) .",
      bad: ":x a :A , :C .", good: ":x a :A . :y a :C .",
      message: #"x is both "A" and "C", which share no member"#),
    RuleCase(
      rule: "cax-adc", axiom: "owl:disjointUnionOf",
      ontology: ":D owl:disjointUnionOf ( :A :B ) .",
      bad: ":x a :A , :B .", good: ":x a :A , :D .",
      message: #"x is both "A" and "B", which share no member"#),
    RuleCase(
      rule: "cls-com", axiom: "owl:complementOf", ontology: ":A owl:complementOf :B .",
      bad: ":x a :A , :B .", good: ":x a :A .",
      message: #"x is both "A" and "B", of which one is what the other is not"#),
    RuleCase(
      rule: "cls-nothing2", axiom: "owl:Nothing", ontology: "",
      bad: ":x a owl:Nothing .", good: ":x a owl:Thing .",
      message: "x is of a class that has no members"),
    RuleCase(
      rule: "cls-nothing2", axiom: "owl:Nothing above a class", level: .rdfs,
      ontology: ":A rdfs:subClassOf owl:Nothing .", bad: ":x a :A .", good: ":x a :B .",
      message: "x is of a class that has no members"),
    RuleCase(
      rule: "cls-maxc1", axiom: "owl:maxCardinality 0", level: .rdfs,
      ontology: maximum("owl:maxCardinality 0"),
      bad: ":x a :C ; :p :y .", good: ":x a :C ; :q :y .",
      message: #"x: "p" is y; expected none"#),
    RuleCase(
      rule: "cls-maxqc1", axiom: "owl:maxQualifiedCardinality 0", level: .rdfs,
      ontology: maximum("owl:maxQualifiedCardinality 0", "; owl:onClass :D"),
      bad: ":x a :C ; :p :y . :y a :D .", good: ":x a :C ; :p :y . :y a :E .",
      message: #"x: "p" is y; expected none"#),
    RuleCase(
      rule: "cls-maxqc2", axiom: "owl:maxQualifiedCardinality 0 of owl:Thing", level: .rdfs,
      ontology: maximum("owl:maxQualifiedCardinality 0", "; owl:onClass owl:Thing"),
      bad: ":x a :C ; :p :y .", good: ":x a :D ; :p :y .",
      message: #"x: "p" is y; expected none"#),
    RuleCase(
      rule: "griot-max", axiom: "owl:maxCardinality above 1, values said to be different",
      level: .rdfs, ontology: maximum("owl:maxCardinality 2"),
      bad: ":x a :C ; :p :a , :b , :c . [] a owl:AllDifferent ; owl:members ( :a :b :c ) .",
      good: ":x a :C ; :p :a , :b , :c .",
      message: #"x: "p" has more than 2 different values; expected at most 2"#),
    RuleCase(
      rule: "dt-diff", axiom: "owl:FunctionalProperty, two literals",
      ontology: ":p a owl:FunctionalProperty .", bad: ":x :p 1 , 2 .",
      good: ":x :p 1 , 1.0 , \"01\"^^xsd:integer .",
      message: #"x: "p" is both "1" (integer) and "2" (integer); expected at most one value"#),
    RuleCase(
      rule: "dt-diff", axiom: "owl:maxCardinality 1, two literals", level: .rdfs,
      ontology: maximum("owl:maxCardinality 1"), bad: ":x a :C ; :p \"a\" , \"b\" .",
      good: ":x a :C ; :p \"a\" .",
      message: #"x: "p" is both "a" and "b"; expected at most one value"#),
    RuleCase(
      rule: "dt-not-type", axiom: "rdfs:range of a datatype", level: .rdfs,
      ontology: ":p rdfs:range xsd:byte .", bad: ":x :p 300 .",
      good: ":x :p 30 , \"7\"^^xsd:decimal .",
      message: #"x: "p" is "300" (integer), which is no value of datatype byte"#),
    RuleCase(
      rule: "dt-not-type", axiom: "a literal of its own datatype",
      ontology: ":p a owl:FunctionalProperty .", bad: ":x :p \"hier\"^^xsd:date .",
      good: ":x :p \"2024-11-01\"^^xsd:date .",
      message: #"x: "p" is "hier" (date), which is no well-formed date"#),
    RuleCase(
      rule: "dt-not-type", axiom: "owl:allValuesFrom a datatype", level: .owlRL,
      ontology: maximum("owl:allValuesFrom xsd:integer"), bad: ":x a :C ; :p \"a\" .",
      good: ":x a :C ; :p 1 .",
      message: #"x: "p" is "a", which is no value of datatype integer"#),
    RuleCase(
      rule: "prp-irp", axiom: "owl:IrreflexiveProperty",
      ontology: ":p a owl:IrreflexiveProperty .", bad: ":x :p :x .", good: ":x :p :y .",
      message: #"x: "p" leads back to the thing itself; expected another"#),
    RuleCase(
      rule: "prp-irp", axiom: "owl:IrreflexiveProperty and owl:TransitiveProperty", level: .owlRL,
      ontology: ":p a owl:IrreflexiveProperty , owl:TransitiveProperty .",
      bad: ":x :p :y . :y :p :x .", good: ":x :p :y . :y :p :z .",
      message: #"x: "p" leads back to the thing itself; expected another"#),
    RuleCase(
      rule: "prp-asyp", axiom: "owl:AsymmetricProperty",
      ontology: ":p a owl:AsymmetricProperty .", bad: ":x :p :y . :y :p :x .",
      good: ":x :p :y . :y :p :z .",
      message: #"x: "p" leads to y and back; expected one way only"#),
    RuleCase(
      rule: "prp-asyp", axiom: "owl:AsymmetricProperty and owl:inverseOf", level: .owlRL,
      ontology: ":p a owl:AsymmetricProperty . :q owl:inverseOf :p .",
      bad: ":x :p :y . :x :q :y .", good: ":x :p :y . :y :q :x .",
      message: #"x: "p" leads to y and back; expected one way only"#),
    RuleCase(
      rule: "prp-pdw", axiom: "owl:propertyDisjointWith",
      ontology: ":p owl:propertyDisjointWith :q .", bad: ":x :p :y ; :q :y .",
      good: ":x :p :y ; :q :z .",
      message: #"x: "p" and "q" are both y; expected one of them at most"#),
    RuleCase(
      rule: "prp-pdw", axiom: "owl:propertyDisjointWith of a superproperty", level: .rdfs,
      ontology: ":p owl:propertyDisjointWith :q . :pp rdfs:subPropertyOf :p .",
      bad: ":x :pp :y ; :q :y .", good: ":x :pp :y ; :p :y .",
      message: #"x: "p" and "q" are both y; expected one of them at most"#),
    RuleCase(
      rule: "prp-adp", axiom: "owl:AllDisjointProperties",
      ontology: "[] a owl:AllDisjointProperties ; owl:members ( :p :q :r ) .",
      bad: ":x :p :y ; :r :y .", good: ":x :p :y ; :r :z .",
      message: #"x: "p" and "r" are both y; expected one of them at most"#),
    RuleCase(
      rule: "prp-npa1", axiom: "owl:NegativePropertyAssertion, owl:targetIndividual",
      ontology: """
        [] owl:sourceIndividual :x ; owl:assertionProperty :p ; owl:targetIndividual :y .
        """, bad: ":x :p :y .", good: ":x :p :z .",
      message: #"x: "p" is y, which is said not to be"#),
    RuleCase(
      rule: "prp-npa2", axiom: "owl:NegativePropertyAssertion, owl:targetValue",
      ontology: "[] owl:sourceIndividual :x ; owl:assertionProperty :p ; owl:targetValue 1 .",
      bad: ":x :p 1 .", good: ":x :p 2 .",
      message: #"x: "p" is "1" (integer), which is said not to be"#),
    RuleCase(
      rule: "eq-diff1", axiom: "owl:sameAs and owl:differentFrom", ontology: "",
      bad: ":x owl:sameAs :y . :y owl:differentFrom :x .", good: ":x owl:sameAs :y .",
      message: "x is the same as y and is not"),
    RuleCase(
      rule: "eq-diff1", axiom: "owl:sameAs of the same thing", level: .rdfs,
      ontology: "", bad: ":x owl:sameAs :y , :z . :y owl:differentFrom :z .",
      good: ":x owl:sameAs :y . :y owl:differentFrom :z .",
      message: "y is the same as z and is not"),
    RuleCase(
      rule: "eq-diff1", axiom: "owl:FunctionalProperty, values said to be different",
      ontology: ":p a owl:FunctionalProperty .",
      bad: ":x :p :y , :z . :y owl:differentFrom :z .", good: ":x :p :y , :z .",
      message: #"x: "p" is both y and z, which are not the same; expected at most one value"#),
    RuleCase(
      rule: "eq-diff1", axiom: "owl:hasKey, things said to be different", level: .owlRL,
      ontology: ":C owl:hasKey ( :p :q ) .",
      bad: ":x a :C ; :p 1 ; :q 2 . :y a :C ; :p 1 ; :q 2 . :x owl:differentFrom :y .",
      good: ":x a :C ; :p 1 ; :q 2 . :y a :C ; :p 1 ; :q 3 . :x owl:differentFrom :y .",
      message: "x is the same as y and is not"),
    RuleCase(
      rule: "eq-diff2", axiom: "owl:AllDifferent, owl:members",
      ontology: "[] a owl:AllDifferent ; owl:members ( :x :y :z ) .", bad: ":x owl:sameAs :z .",
      good: ":x owl:sameAs :w .", message: "x is the same as z and is not"),
    RuleCase(
      rule: "eq-diff3", axiom: "owl:AllDifferent, owl:distinctMembers",
      ontology: "[] a owl:AllDifferent ; owl:distinctMembers ( :x :y :z ) .",
      bad: ":x owl:sameAs :z .", good: ":x owl:sameAs :w .",
      message: "x is the same as z and is not"),
    RuleCase(
      rule: "griot-svf-nothing", axiom: "owl:someValuesFrom owl:Nothing", level: .rdfs,
      ontology: maximum("owl:someValuesFrom owl:Nothing"), bad: ":x a :C .", good: ":x a :D .",
      message: #"x: "p" cannot have a value, and a class of the thing needs one"#),
    RuleCase(
      rule: "griot-bottom", axiom: "owl:bottomObjectProperty, owl:bottomDataProperty",
      ontology: "", bad: ":x owl:bottomObjectProperty :y .", good: ":x owl:topObjectProperty :y .",
      message: #"x: "bottomObjectProperty" has a value, though it is the property of nothing"#),
    RuleCase(
      rule: "griot-thing", axiom: "owl:Thing below owl:Nothing", ontology: "",
      bad: "owl:Thing rdfs:subClassOf owl:Nothing .", good: ":A rdfs:subClassOf owl:Nothing .",
      message: "Thing is a class without members, though there are things"),
  ]

  private static let classes = """
    :A a owl:Class . :B a owl:Class . :AA a owl:Class ; rdfs:subClassOf :A .
    :p a owl:ObjectProperty . :q a owl:ObjectProperty ; rdfs:subPropertyOf :p .
    :n a owl:DatatypeProperty .

    """

  private static func limited(_ restriction: String) -> String {
    classes + ":C a owl:Class ; rdfs:subClassOf [ owl:onProperty :p ; \(restriction) ] ."
  }

  /// Of each closed-world check one, and more where it has several sides.
  static let closedWorld: [RuleCase] = [
    RuleCase(
      rule: "UnknownTerm", axiom: "a class is declared", ontology: classes, bad: ":x a :Ab .",
      good: ":x a :AA .",
      message: #"x is not declared in the ontology as class <http://e/Ab>; did you mean "A"?"#),
    RuleCase(
      rule: "UnknownTerm", axiom: "a property is declared", ontology: classes, bad: ":x :m 1 .",
      good: ":x :n 1 .",
      message:
        #"x: "m" is not declared in the ontology as property <http://e/m>; did you mean "n"?"#),
    RuleCase(
      rule: "DeprecatedTerm", axiom: "owl:deprecated",
      ontology: classes + ":D a owl:Class ; owl:deprecated true .", bad: ":x a :D .",
      good: ":x a :A .", message: #"x is "D", which is deprecated"#),
    RuleCase(
      rule: "Domain", axiom: "rdfs:domain", ontology: classes + ":p rdfs:domain :A .",
      bad: ":x a :B ; :p :y .", good: ":x a :AA ; :p :y .",
      message: #"x: "p" belongs to "A", and this is of class "B""#),
    RuleCase(
      rule: "Domain", axiom: "rdfs:domain of a superproperty",
      ontology: classes + ":p rdfs:domain :A .", bad: ":x :q :y .", good: ":x a :A ; :q :y .",
      message: #"x: "q" belongs to "A", and this is of no class"#),
    RuleCase(
      rule: "Range", axiom: "rdfs:range", ontology: classes + ":p rdfs:range :A .",
      bad: ":x :p :y . :y a :B .", good: ":x :p :y . :y a :A .",
      message: #"x: "p" is y of class "B"; expected one of class "A""#),
    RuleCase(
      rule: "Range", axiom: "rdfs:range of a datatype",
      ontology: classes + ":n rdfs:range xsd:integer .", bad: ":x :n 1.0 .", good: ":x :n 1 .",
      message: #"x: "n" is "1.0" (decimal); expected a well-formed integer"#),
    RuleCase(
      rule: "FunctionalProperty", axiom: "owl:FunctionalProperty, different names",
      ontology: classes + ":p a owl:FunctionalProperty .", bad: ":x :p :y , :z .",
      good: ":x :p :y .",
      message: #"x: "p" has 2 values: y, z; expected at most 1, for it is functional"#),
    RuleCase(
      rule: "Cardinality", axiom: "owl:minCardinality",
      ontology: limited("owl:minCardinality 2"), bad: ":x a :C ; :p :y .",
      good: ":x a :C ; :p :y ; :q :z .",
      message: #"x: "p" has 1 value: y; expected at least 2, for this is "C""#),
    RuleCase(
      rule: "Cardinality", axiom: "owl:maxCardinality",
      ontology: limited("owl:maxCardinality 1"), bad: ":x a :C ; :p :y , :z .",
      good: ":x a :C ; :p :y . :w :p :y , :z .",
      message: #"x: "p" has 2 values: y, z; expected at most 1, for this is "C""#),
    RuleCase(
      rule: "Cardinality", axiom: "owl:cardinality", ontology: limited("owl:cardinality 1"),
      bad: ":x a :C .", good: ":x a :C ; :q :y .",
      message: #"x: "p" has 0 values; expected at least 1, for this is "C""#),
    RuleCase(
      rule: "Cardinality", axiom: "owl:minQualifiedCardinality",
      ontology: limited("owl:minQualifiedCardinality 1 ; owl:onClass :A"),
      bad: ":x a :C ; :p :y . :y a :B .", good: ":x a :C ; :p :y . :y a :AA .",
      message: #"x: "p" has 0 values of class "A"; expected at least 1, for this is "C""#),
    RuleCase(
      rule: "Cardinality", axiom: "owl:maxQualifiedCardinality",
      ontology: limited("owl:maxQualifiedCardinality 1 ; owl:onClass :A"),
      bad: ":x a :C ; :p :y , :z . :y a :A . :z a :A .",
      good: ":x a :C ; :p :y , :z . :y a :A . :z a :B .",
      message: #"x: "p" has 2 values of class "A": y, z; expected at most 1, for this is "C""#),
    RuleCase(
      rule: "Cardinality", axiom: "owl:qualifiedCardinality of a datatype",
      ontology: limited("owl:qualifiedCardinality 1 ; owl:onDataRange xsd:integer"),
      bad: ":x a :C ; :p 1.5 .", good: ":x a :C ; :p 1 , 1.5 .",
      message: #"x: "p" has 0 values of datatype integer; expected at least 1, for this is "C""#),
    RuleCase(
      rule: "Cardinality", axiom: "owl:maxCardinality within an intersection",
      ontology: classes + """
        :C a owl:Class ; owl:equivalentClass [
          owl:intersectionOf ( :A [ owl:onProperty :p ; owl:maxCardinality 1 ] ) ] .
        """, bad: ":x a :C ; :p :y , :z .", good: ":x a :A ; :p :y , :z .",
      message: #"x: "p" has 2 values: y, z; expected at most 1, for this is "C""#),
  ]
}
