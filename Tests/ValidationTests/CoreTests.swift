import RDF
import Testing

@testable import Validation

/// What the sections of SHACL say of one shape on `:x`, beyond the W3C's own tests.
@Suite struct CoreTests {
  /// A constraint on the values of `:p`, the data, and the results.
  @Test(arguments: [
    // 2.1.1: a shape that is deactivated; 2.1.5: only `true` is true.
    ("sh:uniqueLang \"1\"^^xsd:boolean", ":x :p \"a\"@fr , \"b\"@fr .", []),
    (
      "sh:uniqueLang true", ":x :p \"a\"@fr , \"b\"@FR , \"c\"@en , \"d\" , \"e\" .", ["UniqueLang"]
    ),
    (
      "sh:uniqueLang true", ":x :p \"a\"@fr , \"b\"@fr , \"c\"@fr , \"d\"@en , \"e\"@en .",
      ["UniqueLang", "UniqueLang"]
    ),
    ("sh:deactivated true ; sh:minCount 1", ":x :q 1 .", []),
    // 4.1.2: the datatype is the literal's own, and the form one of it.
    (
      "sh:datatype xsd:integer", ":x :p \"1\"^^xsd:int .",
      ["Datatype \"1\"^^<http://www.w3.org/2001/XMLSchema#int>"]
    ),
    ("sh:datatype rdf:langString", ":x :p \"a\"@fr , \"b\" .", ["Datatype \"b\""]),
    ("sh:datatype :own", ":x :p \"anything\"^^:own .", []),
    // 4.1.3
    (
      "sh:nodeKind sh:BlankNodeOrIRI", ":x :p [] , :y , 1 .",
      ["NodeKind \"1\"^^<http://www.w3.org/2001/XMLSchema#integer>"]
    ),
    // 4.2
    ("sh:minCount 0", ":x :q 1 .", []),
    ("sh:maxCount 0", ":x :p 1 .", ["MaxCount"]),
    // 4.3: what cannot be compared is a result.
    (
      "sh:minInclusive 1", ":x :p \"a\" , 0.5 , 1 , 1.0e0 .",
      ["MinInclusive \"0.5\"^^<http://www.w3.org/2001/XMLSchema#decimal>", "MinInclusive \"a\""]
    ),
    (
      "sh:maxExclusive \"2020-01-01T00:00:00Z\"^^xsd:dateTime",
      ":x :p \"2019-12-31T23:00:00-02:00\"^^xsd:dateTime .",
      ["MaxExclusive \"2019-12-31T23:00:00-02:00\"^^<http://www.w3.org/2001/XMLSchema#dateTime>"]
    ),
    (
      "sh:maxExclusive \"2020-01-01T00:00:00Z\"^^xsd:dateTime",
      ":x :p \"2019-12-31T23:00:00\"^^xsd:dateTime .",
      ["MaxExclusive \"2019-12-31T23:00:00\"^^<http://www.w3.org/2001/XMLSchema#dateTime>"]
    ),
    (
      "sh:minInclusive \"NaN\"^^xsd:double", ":x :p 1 .",
      ["MinInclusive \"1\"^^<http://www.w3.org/2001/XMLSchema#integer>"]
    ),
    // 4.4.1 and 4.4.2: IRIs have a length, blank nodes none; code points are counted.
    ("sh:minLength 10", ":x :p :abcd , <http://e/abcde> .", []),
    (
      "sh:maxLength 9", ":x :p :abc , \"é\u{301}\u{1F600}\" , [] .",
      ["MaxLength _:d1", "MaxLength <http://e/abc>"]
    ),
    ("sh:minLength 0", ":x :p [] .", ["MinLength _:d1"]),
    // 4.4.3
    ("sh:pattern \"^http\" ", ":x :p :y , \"http\" , \"\\nhttp\" .", ["Pattern \"\\nhttp\""]),
    ("sh:pattern \"^B\" ; sh:flags \"i\"", ":x :p \"bob\" , [] .", ["Pattern _:d1"]),
    // 4.4.4: ranges match by whole subtags, and * any tag.
    (
      "sh:languageIn ( \"fr\" \"en-GB\" )",
      ":x :p \"a\"@fr-ML , \"b\"@en-gb , \"c\"@en , \"d\"@fro , \"e\" .",
      ["LanguageIn \"c\"@en", "LanguageIn \"d\"@fro", "LanguageIn \"e\""]
    ),
    ("sh:languageIn ( \"*\" )", ":x :p \"a\"@fr , \"b\" .", ["LanguageIn \"b\""]),
    ("sh:languageIn ()", ":x :p \"a\"@fr .", ["LanguageIn \"a\"@fr"]),
    // 4.5.1: results both ways.
    (
      "sh:equals :q", ":x :p 1 , 2 ; :q 2 , 3 .",
      [
        "Equals \"1\"^^<http://www.w3.org/2001/XMLSchema#integer>",
        "Equals \"3\"^^<http://www.w3.org/2001/XMLSchema#integer>",
      ]
    ),
    (
      "sh:disjoint :q", ":x :p 1 , 2 ; :q 2.0 , 1 .",
      ["Disjoint \"1\"^^<http://www.w3.org/2001/XMLSchema#integer>"]
    ),
    // 4.5.3: a result for each pair that does not hold or cannot be compared.
    (
      "sh:lessThan :q", ":x :p 1 ; :q 1 , \"a\" , 2 .",
      [
        "LessThan \"1\"^^<http://www.w3.org/2001/XMLSchema#integer>",
        "LessThan \"1\"^^<http://www.w3.org/2001/XMLSchema#integer>",
      ]
    ),
    (
      "sh:lessThanOrEquals :q",
      ":x :p \"2020-01-01\"^^xsd:date ; :q \"2020-01-01\"^^xsd:date , \"2020-01-01T00:00:00\"^^xsd:dateTime .",
      ["LessThanOrEquals \"2020-01-01\"^^<http://www.w3.org/2001/XMLSchema#date>"]
    ),
    ("sh:lessThan :q", ":x :p :a ; :q :b .", ["LessThan <http://e/a>"]),
    // 4.6
    (
      "sh:xone ( [ sh:class :C ] [ sh:class :D ] )",
      ":x :p :y , :z , :w . :y a :C , :D . :z a :D .", ["Xone <http://e/w>", "Xone <http://e/y>"]
    ),
    ("sh:xone ( :T :T ) . :T sh:nodeKind sh:IRI", ":x :p :y .", ["Xone <http://e/y>"]),
    ("sh:or ()", ":x :p :y .", ["Or <http://e/y>"]),
    ("sh:and ()", ":x :p :y .", []),
    ("sh:not [ sh:not [ sh:class :C ] ]", ":x :p :y .", ["Not <http://e/y>"]),
    ("sh:not [ sh:deactivated true ; sh:class :C ]", ":x :p :y .", ["Not <http://e/y>"]),
    // 4.7.3: a value that fits a sibling counts for neither.
    (
      "sh:qualifiedValueShape [ sh:class :C ] ; sh:qualifiedMinCount 2",
      ":x :p :y , :z . :y a :C .", ["QualifiedMinCount"]
    ),
    (
      "sh:qualifiedValueShape [ sh:class :C ] ; sh:qualifiedMaxCount 0", ":x :p :y . :y a :C .",
      ["QualifiedMaxCount"]
    ),
    // 4.8
    ("sh:hasValue \"01\"^^xsd:integer", ":x :p 1 .", ["HasValue"]),
    (
      "sh:in ( 1 )", ":x :p \"01\"^^xsd:integer , \"1\"^^xsd:int .",
      [
        "In \"01\"^^<http://www.w3.org/2001/XMLSchema#integer>",
        "In \"1\"^^<http://www.w3.org/2001/XMLSchema#int>",
      ]
    ),
    ("sh:in ()", ":x :p 1 .", ["In \"1\"^^<http://www.w3.org/2001/XMLSchema#integer>"]),
  ])
  func ofValues(_ constraint: String, _ data: String, _ expected: [String]) throws {
    let (report, _) = try TestGraphs.validate(
      data,
      shapes: ":S sh:targetNode :x ; sh:property :P . :P sh:path :p ; \(constraint) .")
    #expect(report.faults == [])
    #expect(report.shapeResults == expected.sorted())
  }

  /// Whole shapes graphs.
  @Test(arguments: [
    // 2.1.3.3: a class that is a shape is its own target, through subclasses too.
    (
      ":C a rdfs:Class , sh:NodeShape ; sh:property [ sh:path :p ; sh:minCount 1 ] .",
      ":x a :D . :D rdfs:subClassOf :C .", ["MinCount"]
    ),
    (
      ":M rdfs:subClassOf rdfs:Class . :C a :M , sh:NodeShape ; sh:nodeKind sh:BlankNode .",
      ":x a :C .", ["NodeKind <http://e/x>"]
    ),
    // 2.1.3: one focus node, however many targets name it; literals may be one.
    (
      ":S sh:targetNode :x ; sh:targetSubjectsOf :p ; sh:targetObjectsOf :p ; sh:nodeKind sh:BlankNode .",
      ":x :p :x , 1 .",
      ["NodeKind \"1\"^^<http://www.w3.org/2001/XMLSchema#integer>", "NodeKind <http://e/x>"]
    ),
    (
      ":S sh:targetNode 5 ; sh:minInclusive 6 .", ":x :p :x .",
      ["MinInclusive \"5\"^^<http://www.w3.org/2001/XMLSchema#integer>"]
    ),
    // 4.8.1: ignored properties, and those of paths that are no IRIs do not count as the shape's.
    (
      ":S sh:targetNode :x ; sh:closed true ; sh:ignoredProperties ( rdf:type ) ; sh:property [ sh:path :p ] , [ sh:path [ sh:inversePath :q ] ] .",
      ":x a :C ; :p 1 ; :q 2 .", ["Closed \"2\"^^<http://www.w3.org/2001/XMLSchema#integer>"]
    ),
    // 4.7.3, sibling shapes.
    (
      """
      :Hand sh:targetNode :x ;
        sh:property [ sh:path :digit ; sh:qualifiedValueShape [ sh:class :Thumb ] ;
          sh:qualifiedValueShapesDisjoint true ; sh:qualifiedMinCount 1 ] ,
        [ sh:path :digit ; sh:qualifiedValueShape [ sh:class :Finger ] ;
          sh:qualifiedValueShapesDisjoint true ; sh:qualifiedMinCount 1 ] .
      """, ":x :digit :a . :a a :Thumb , :Finger .", ["QualifiedMinCount", "QualifiedMinCount"]
    ),
    // 3.4.2: sh:property below sh:property, on each value.
    (
      ":S sh:targetNode :x ; sh:property [ sh:path :p ; sh:property [ sh:path :q ; sh:minCount 1 ] ] .",
      ":x :p :a , :b . :a :q 1 .", ["MinCount"]
    ),
    // 2.3.1: paths.
    (
      ":S sh:targetNode :x ; sh:property [ sh:path ( :p [ sh:zeroOrMorePath [ sh:alternativePath ( :q [ sh:inversePath :r ] ) ] ] ) ; sh:class :C ] .",
      ":x :p :a . :a :q :b . :c :r :b . :c a :C .", ["Class <http://e/a>", "Class <http://e/b>"]
    ),
    (
      ":S sh:targetNode :x ; sh:property [ sh:path [ sh:oneOrMorePath :p ] ; sh:maxCount 1 ] .",
      ":x :p :y . :y :p :x .", ["MaxCount"]
    ),
    (
      ":S sh:targetNode :x ; sh:property [ sh:path [ sh:zeroOrOnePath :p ] ; sh:nodeKind sh:Literal ] .",
      ":x :p :x .", ["NodeKind <http://e/x>"]
    ),
    (
      ":S sh:targetNode :x ; sh:property [ sh:path [ sh:inversePath ( :p :q ) ] ; sh:hasValue :y ] .",
      ":y :p :z . :z :q :x .", []
    ),
  ])
  func ofGraphs(_ shapes: String, _ data: String, _ expected: [String]) throws {
    let (report, _) = try TestGraphs.validate(data, shapes: shapes)
    #expect(report.faults == [])
    #expect(report.shapeResults == expected.sorted())
  }

  /// 3.6.2.2: the path of a result is the shape's, with its structure.
  @Test func pathsKeepTheirStructure() throws {
    let (report, _) = try TestGraphs.validate(
      ":x :p :y .",
      shapes: """
        :S sh:targetNode :x ; sh:property
          [ sh:path ( :p [ sh:alternativePath ( [ sh:inversePath :q ] [ sh:zeroOrOnePath :r ] ) ] ) ;
            sh:nodeKind sh:Literal ] .
        """)
    #expect(
      report.ofShapes.first?.pathStructure
        == .sequence([
          .predicate("<http://e/p>"),
          .alternative([
            .inverse(.predicate("<http://e/q>")), .zeroOrOne(.predicate("<http://e/r>")),
          ]),
        ]))
  }

  /// 2.1.5: any IRI is a severity; one that is not SHACL's counts as a violation.
  @Test func severities() throws {
    let (report, _) = try TestGraphs.validate(
      ":x :p :y .",
      shapes: """
        :S sh:targetNode :x ; sh:severity sh:Info ; sh:nodeKind sh:Literal .
        :T sh:targetNode :x ; sh:severity :Grave ; sh:nodeKind sh:Literal .
        """)
    #expect(report.ofShapes.map(\.severity) == [.violation, .info])
    #expect(report.ofShapes.map(\.ownSeverity) == ["<http://e/Grave>", nil])
  }

  /// 3.6.2.5: why nested shapes do not hold, all the way down.
  @Test func detailsAreNested() throws {
    let (report, _) = try TestGraphs.validate(
      ":x :p :y . :y :q \"a\" .",
      shapes: """
        :S sh:targetNode :x ; sh:property [ sh:path :p ; sh:node :T ] .
        :T sh:property [ sh:path :q ; sh:or ( [ sh:datatype xsd:integer ] [ sh:minLength 2 ] ) ] .
        """)
    let node = try #require(report.ofShapes.first)
    #expect(report.ofShapes.count == 1)
    #expect(node.component == SH.namespace + "NodeConstraintComponent")
    #expect(node.details.map(\.component) == [SH.namespace + "OrConstraintComponent"])
    #expect(node.details.first?.focusNode == "<http://e/y>")
    #expect(
      node.details.first?.details.map(\.component) == [
        SH.namespace + "DatatypeConstraintComponent", SH.namespace + "MinLengthConstraintComponent",
      ])
  }

  @Test func detailsOfCountsSayWhyValuesDoNotCount() throws {
    let (report, _) = try TestGraphs.validate(
      ":x :p :y , :z . :z a :C .",
      shapes: """
        :S sh:targetNode :x ; sh:property
          [ sh:path :p ; sh:qualifiedValueShape [ sh:class :C ] ; sh:qualifiedMinCount 2 ] .
        """)
    #expect(report.ofShapes.first?.details.map(\.value) == ["<http://e/y>"])
  }

  /// Shapes that share shapes make a number of ways that doubles with each level.
  @Test(.timeLimit(.minutes(1))) func detailsAreLimited() throws {
    let levels = (0..<40).map { level in
      ":S\(level) sh:and ( :A\(level) :B\(level) ) . "
        + ":A\(level) sh:node :S\(level + 1) . :B\(level) sh:node :S\(level + 1) ."
    }
    let (report, _) = try TestGraphs.validate(
      ":x :p :y .",
      shapes: levels.joined(separator: "\n")
        + ":S0 sh:targetNode :x . :S40 sh:nodeKind sh:Literal .")
    #expect(report.shapeResults == ["And <http://e/x>"])
  }

  @Test(arguments: [
    ("fr", "la faute"), ("fr-ML", "la faute"), ("en", "the fault"), ("de", "the fault"),
    ("pt", "a falha"),
  ])
  func messagesAreOfTheReadersLanguage(_ language: String, _ message: String) throws {
    let (report, _) = try TestGraphs.validate(
      ":x :p :y .",
      shapes: """
        :S sh:targetNode :x ; sh:nodeKind sh:Literal ;
          sh:message "la faute"@fr , "the fault"@en , "a falha"@pt-br .
        """, language: language)
    #expect(report.ofShapes.map(\.message) == ["x: \(message)"])
    #expect(
      report.ofShapes.first?.shapeMessages
        == ["\"a falha\"@pt-br", "\"la faute\"@fr", "\"the fault\"@en"])
  }

  /// A pattern and a text that take too long together are said, and nothing then conforms.
  @Test(.timeLimit(.minutes(1))) func patternsHaveABudget() throws {
    let text = String(repeating: "a", count: 200_000)
    let (report, _) = try TestGraphs.validate(
      ":x :p \"\(text)\" .",
      shapes: ":S sh:targetNode :x ; sh:property [ sh:path :p ; sh:pattern \"(a?){4000}b\" ] .")
    #expect(!report.conforms)
    #expect(report.ofShapes == [])
    #expect(
      report.faults.map(\.message) == [
        "a shape of <http://e/S> has a sh:pattern that takes too long over a text "
          + "of 200000 characters; expected a smaller pattern"
      ])
  }

  /// The cases that engines are known to get wrong, beside the well-formed ones.
  @Test(arguments: [
    ("date", "hier", false), ("date", "2015-13-45", false), ("dateTime", "2015-01-01", false),
    ("integer", "douze", false), ("decimal", "1,5", false), ("boolean", "oui", false),
    ("gYear", "15", false), ("double", "1e", false), ("byte", "300", false),
    ("nonNegativeInteger", "-1", false), ("language", "fr_FR!", false), ("duration", "1d", false),
    ("date", "2015-12-31", true), ("integer", "12", true), ("anyURI", "http://e/a", true),
  ])
  func illFormedLiterals(_ name: String, _ text: String, _ isValid: Bool) throws {
    let (report, _) = try TestGraphs.validate(
      ":x :p \"\(text)\"^^xsd:\(name) .",
      shapes: ":S sh:targetNode :x ; sh:property [ sh:path :p ; sh:datatype xsd:\(name) ] .")
    #expect(report.ofShapes.map(\.severity) == (isValid ? [] : [.violation]))
  }

  /// XML Schema allows any text as xsd:anyURI; a space in one is said, and is no violation.
  @Test func doubtfulReferenceIsAWarning() throws {
    let (report, _) = try TestGraphs.validate(
      ":x :p \"a b\"^^xsd:anyURI .",
      shapes: """
        :S sh:targetNode :x ; sh:property [ sh:path :p ; sh:datatype xsd:anyURI ] .
        :T sh:targetNode :x ; sh:not [ sh:property [ sh:path :p ; sh:datatype xsd:anyURI ] ] .
        """)
    #expect(report.shapeResults == ["Not <http://e/x>"])
    let doubts = report.results.filter { $0.component.hasSuffix("#DoubtfulLiteral") }
    #expect(doubts.map(\.severity) == [.warning])
    #expect(
      doubts.map(\.message) == [
        #"x: "p" is "a b", which is no IRI; expected one, though anyURI allows any text"#
      ])
  }
}
