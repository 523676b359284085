import Ontology
import RDF
import RDFIO
import Testing

@testable import Validation

/// What validation says, in its own words.
@Suite struct EngineTests {
  private static let prefixes = """
    @prefix : <http://e/> .
    @prefix owl: <http://www.w3.org/2002/07/owl#> .
    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    @prefix sh: <http://www.w3.org/ns/shacl#> .
    @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

    """

  private func validate(
    _ data: String, shapes: String = "", ontology: String = ""
  ) throws -> ValidationReport {
    let ontology = try read(ontology, blankNodes: "o")
    let shapes = try read(shapes, blankNodes: "s")
    var dataset = Dataset()
    let validator = try Validator(ontology: ontology, shapes: shapes, terms: &dataset.terms)
    try RDFReader.read(
      Array((Self.prefixes + data).utf8), file: "d.ttl", syntax: .turtle, into: &dataset)
    return validator.validate(dataset)
  }

  private func read(_ text: String, blankNodes: String) throws -> Dataset {
    var dataset = Dataset()
    try RDFReader.read(
      Array((Self.prefixes + text).utf8), file: "s.ttl", syntax: .turtle, blankNodes: blankNodes,
      into: &dataset)
    return dataset
  }

  /// One shape on `:x`, and its message about the data.
  @Test(arguments: [
    (
      "sh:class :C", ":x :p :y . :y a :D .", #"x: "p" is y of class "D"; expected one of class "C""#
    ),
    (
      "sh:datatype xsd:integer", #":x :p "1.5"^^xsd:integer ."#,
      #"x: "p" is "1.5", which is no well-formed integer"#
    ),
    (
      "sh:datatype xsd:integer", ":x :p :y .",
      #"x: "p" is y; expected a literal of datatype integer"#
    ),
    ("sh:nodeKind sh:IRI", ":x :p 1 .", #"x: "p" is "1" (integer); expected a thing with an IRI"#),
    ("sh:minCount 2", ":x :p :y .", #"x: "p" has 1 of at least 2 values: y"#),
    ("sh:minCount 1", ":x :q :y .", #"x: "p" is missing; expected at least 1"#),
    ("sh:maxCount 1", ":x :p :y , :z .", #"x: "p" has 2 values: y, z; expected at most 1"#),
    ("sh:pattern \"^a\"", ":x :p \"b\" .", #"x: "p" is "b"; expected a text that matches "^a""#),
    (
      "sh:in ( \"planned\" \"asserted\" )", ":x :p \"planed\" .",
      #"x: "p" is "planed"; expected one of "planned", "asserted"; did you mean "planned"?"#
    ),
    (
      "sh:hasValue 1", ":x :p 2 .",
      #"x: "p" is "2" (integer); expected "1" (integer) among its values"#
    ),
    (
      "sh:languageIn ( \"fr\" )", ":x :p \"a\"@en .",
      #"x: "p" is "a" (en); expected a text in fr"#
    ),
    (
      "sh:uniqueLang true", ":x :p \"a\"@en , \"b\"@en .",
      #"x: "p" has 2 texts in one language: "a" (en), "b" (en); expected at most 1 a language"#
    ),
    (
      "sh:lessThanOrEquals :q", ":x :p 3 ; :q 2 .",
      #"x: "p" is "3" (integer); expected at most "q", which is "2" (integer)"#
    ),
    (
      "sh:node [ sh:class :C ]", ":x :p :y .",
      #"x: "p" is y, which does not conform to the shape there; there y is y, which has no type; expected one of class "C""#
    ),
    (
      "sh:or ( [ sh:datatype xsd:date ] [ sh:class :C ] )", ":x :p 1 .",
      #"x: "p" is "1" (integer); expected at least one of 2 shapes to hold; there "1" (integer) is "1" (integer); expected a literal of datatype date; there "1" (integer) is "1" (integer), which has no type; expected one of class "C""#
    ),
    ("sh:minInclusive 3", ":x :p 2.5 .", #"x: "p" is "2.5" (decimal); expected at least 3"#),
    (
      "sh:maxLength 2", ":x :p \"abc\" .",
      #"x: "p" is "abc"; expected a text of at most 2 characters"#
    ),
    (
      "sh:message \"the name is wrong\"@en , \"le nom est faux\"@fr ; sh:class :C", ":x :p :y .",
      "x: the name is wrong"
    ),
  ])
  func sentence(_ constraint: String, _ data: String, _ message: String) throws {
    let report = try validate(
      data,
      shapes: ":S a sh:NodeShape ; sh:targetNode :x ; sh:property [ sh:path :p ; \(constraint) ] .")
    let results = report.results.filter { $0.component.hasPrefix(SH.namespace) }
    #expect(results.map(\.message) == [message])
    #expect(results.map(\.sourceName) == ["S"])
    #expect(report.faults == [])
  }

  @Test(arguments: [
    ("sh:property [ sh:path :p ; sh:minCount 1 ]", ":x :p :y ."),
    ("sh:property [ sh:path [ sh:inversePath :p ] ; sh:class :C ]", ":y :p :x ; a :C ."),
    ("sh:closed true ; sh:ignoredProperties ( :q )", ":x :q :y ."),
    ("sh:deactivated true ; sh:class :C ; sh:sparql []", ":x :q :y ."),
  ])
  func conforms(_ constraint: String, _ data: String) throws {
    let report = try validate(
      data, shapes: ":S a sh:NodeShape ; sh:targetNode :x ; \(constraint) .")
    #expect(report.results.filter { $0.component.hasPrefix(SH.namespace) } == [])
    #expect(report.faults == [])
  }

  /// What cannot be evaluated is said, and never taken for conforming.
  @Test(arguments: [
    ("sh:sparql []", "shape <http://e/S> has sh:sparql, which cannot be evaluated"),
    (
      "sh:minCout 1",
      #"shape <http://e/S> has sh:minCout, which cannot be evaluated; did you mean "minCount"?"#
    ),
    (
      "sh:property [ sh:path :p ; sh:minCount 1.5 ]",
      "a shape of <http://e/S> has an ill-formed sh:minCount; expected one whole number from 0 on"
    ),
    (
      "sh:property [ sh:path ( :p ) ]",
      "a shape of <http://e/S> has an ill-formed sh:path; expected one well-formed property path"
    ),
    (
      "sh:property [ sh:path :p ; sh:pattern \"(a\" ]",
      "a shape of <http://e/S> has an ill-formed sh:pattern; expected a regular expression; "
    ),
    (
      "sh:node :S",
      "shape <http://e/S> refers to itself, and SHACL leaves open what that means: <http://e/S> → <http://e/S>"
    ),
    (
      "sh:property [ sh:path :p ; sh:node :T ] . :T sh:not :S",
      "shape <http://e/S> refers to itself, and SHACL leaves open what that means: <http://e/S> → [ sh:path <http://e/p> ] → <http://e/T> → <http://e/S>"
    ),
    ("sh:rule []", "shape <http://e/S> has sh:rule, which cannot be evaluated"),
    (
      "sh:target [ a sh:SPARQLTarget ; sh:select \"\" ]",
      "shape <http://e/S> has sh:target, which cannot be evaluated"
    ),
    ("sh:expression []", "shape <http://e/S> has sh:expression, which cannot be evaluated"),
    ("sh:js []", "shape <http://e/S> has sh:js, which cannot be evaluated"),
    (
      "sh:property [ sh:path :p ; sh:values [ sh:path :q ] ]",
      "a shape of <http://e/S> has sh:values, which cannot be evaluated"
    ),
    (
      "sh:minCount 1",
      "shape <http://e/S> has an ill-formed sh:minCount; expected a path beside it, for only property shapes may have it"
    ),
    (
      "sh:message 1", "shape <http://e/S> has an ill-formed sh:message; expected a string"
    ),
    (
      "sh:property [ sh:path [ sh:inversePath :p , :q ] ]",
      "a shape of <http://e/S> has an ill-formed sh:path; expected one well-formed property path"
    ),
    (
      "sh:severity \"grave\"",
      "shape <http://e/S> has an ill-formed sh:severity; expected one of sh:Violation, sh:Warning, sh:Info, or another IRI"
    ),
    (
      "sh:closed false . <http://e/> sh:entailment <http://www.w3.org/ns/entailment/OWL-RL>",
      "the shapes of <http://e/> ask for the entailment regime <http://www.w3.org/ns/entailment/OWL-RL>, which cannot be carried out"
    ),
  ])
  func cannotBeEvaluated(_ constraint: String, _ fault: String) throws {
    let report = try validate(
      ":x :q :y .", shapes: ":S a sh:NodeShape ; sh:targetNode :x ; \(constraint) .")
    #expect(report.faults.count == 1)
    #expect(report.faults.first?.message.hasPrefix(fault) == true, "\(report.faults)")
    #expect(!report.conforms)
  }

  /// A fault of a file of shapes is shown where it stands.
  @Test func faultsHaveTheirPlace() throws {
    let text = """
      @prefix sh: <http://www.w3.org/ns/shacl#> .
      <http://e/S> a sh:NodeShape ;
        sh:property [ sh:path <http://e/é>, <http://e/p> ; sh:minCount "x" ] .
      """
    let ontology = try Ontology()
    var terms = TermTable()
    let file = Ontology.File(name: "own.ttl", bytes: Array(text.utf8))
    let validator = try Validator(ontology: ontology, shapes: [file], terms: &terms)
    #expect(
      validator.faults.map {
        [$0.file, $0.position?.line.description, $0.position?.column?.description]
      }
        == [["own.ttl", "3", "25"], ["own.ttl", "3", "66"]])
  }

  /// A component of the shapes' own is said of each shape that uses it, and of no other.
  @Test func ownComponentCannotBeEvaluated() throws {
    let component = """
      :C a sh:ConstraintComponent ; sh:parameter [ sh:path :limit ] .
      :Other a sh:NodeShape ; sh:targetNode :x .
      """
    let unused = try validate(":x :q :y .", shapes: component)
    #expect(unused.shapeResults == [] && unused.faults == [])
    let report = try validate(
      ":x :q :y .", shapes: component + " :S sh:targetNode :x ; sh:nodeKind sh:IRI ; :limit 1 .")
    #expect(
      report.faults.map(\.message) == [
        "shape <http://e/S> has <http://e/limit> of the constraint component <http://e/C>, "
          + "which cannot be evaluated"
      ])
  }

  /// A long chain of shapes is followed, and a longer one refused, without running out of stack.
  @Test func nestingIsLimited() throws {
    func chain(_ length: Int) -> String {
      (0..<length).map { ":S\($0) sh:node :S\($0 + 1) ." }.joined(separator: "\n")
        + ":S0 sh:targetNode :x . :S\(length) sh:nodeKind sh:IRI ."
    }
    let short = try validate(":x :q :y .", shapes: chain(200))
    #expect(short.faults == [] && short.shapeResults == [])
    let report = try validate(":x :q :y .", shapes: chain(20_000))
    #expect(!report.faults.isEmpty)
  }

  private static let ontology = """
    :A a owl:Class ; owl:disjointWith :B . :B a owl:Class . :AA a owl:Class ; rdfs:subClassOf :A .
    :p a owl:ObjectProperty ; rdfs:domain :A ; rdfs:range [ owl:unionOf ( :A :B ) ] .
    :pp a owl:ObjectProperty ; rdfs:subPropertyOf :p .
    :n a owl:DatatypeProperty , owl:FunctionalProperty ; rdfs:range xsd:integer .
    """

  @Test(arguments: [
    (":x a :AA , :A ; :p :y ; :n 1 . :y a :B .", []),
    (":x a :AA ; :n \"1\"^^xsd:byte .", []),
    (
      ":x a :Aa .",
      [#"x is not declared in the ontology as class <http://e/Aa>; did you mean "AA"?"#]
    ),
    (
      ":x :nn 1 .",
      [#"x: "nn" is not declared in the ontology as property <http://e/nn>; did you mean "n"?"#]
    ),
    (
      ":x a :B ; :p :x .",
      [
        #"x: "p" belongs to "A", and this is of class "B""#,
        #"x is both "A" and "B", which share no member"#,
      ]
    ),
    (":x :p :y . :y a :B .", [#"x: "p" belongs to "A", and this is of no class"#]),
    (":x a :A ; :pp :y .", [#"x: "pp" is y; expected one of class "A" or "B""#]),
    (":x a :A ; :n \"1\" .", [#"x: "n" is "1", which is no value of datatype integer"#]),
    (
      ":x a :A ; :n 1 , 2 .",
      [#"x: "n" is both "1" (integer) and "2" (integer); expected at most one value"#]
    ),
    (":x a :AA , :B .", [#"x is both "A" and "B", which share no member"#]),
  ])
  func axioms(_ data: String, _ messages: [String]) throws {
    let report = try validate(data, ontology: Self.ontology)
    #expect(report.results.map(\.message) == messages)
    #expect(report.results.allSatisfy { $0.component.hasPrefix(Ontology.namespace) })
  }

  /// A claim's triple has to make sense however it is put.
  @Test func claimsAreHeldAgainstTheOntology() throws {
    let report = try validate(
      """
      @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
      :x a :B . :y a :A . :c rdf:subject :x ; rdf:predicate :p ; rdf:object :y .
      """, ontology: Self.ontology)
    #expect(report.results.map(\.message) == [#"x: "p" belongs to "A", and this is of class "B""#])
  }
}
