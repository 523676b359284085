import Testing

@testable import Validation

/// What is said of shapes graphs that can be evaluated, and are likely not meant so.
@Suite struct LintTests {
  @Test(arguments: [
    (
      ":S a sh:NodeShap ; sh:targetNode :x ; sh:nodeKind sh:IRI .",
      ["SHACL has no term sh:NodeShap; did you mean \"NodeShape\"?"]
    ),
    (
      ":S sh:targetNode :x ; sh:nodeKind sh:IRI . <http://e/> sh:prefxes :y .",
      ["SHACL has no term sh:prefxes; did you mean \"prefixes\"?"]
    ),
    (
      ":S sh:targetNode :x ; sh:nodeKind sh:IRI ; <http://www.w3.org/ns/shacl/class> :C .",
      [
        "<http://www.w3.org/ns/shacl/class> is not in SHACL's namespace; did you mean \"http://www.w3.org/ns/shacl#\"?"
      ]
    ),
    (
      ":S a sh:NodeShape ; sh:nodeKind sh:IRI . :T sh:targetNode :x ; sh:node [ sh:class :C ] .",
      ["shape <http://e/S> is never used: it has no target, and no shape refers to it"]
    ),
    (
      ":S sh:targetNode :x ; sh:nodeKind sh:IRI ; sh:flags \"i\" .",
      ["shape <http://e/S> has sh:flags, which says nothing without sh:pattern"]
    ),
    (
      ":S sh:targetNode :x ; sh:nodeKind sh:IRI ; sh:ignoredProperties ( :p ) .",
      ["shape <http://e/S> has sh:ignoredProperties, which says nothing without sh:closed"]
    ),
    (
      ":S sh:targetNode :x ; sh:nodeKind sh:IRI ; sh:property [ sh:path :p ; sh:qualifiedMinCount 1 ] .",
      [
        "a shape of <http://e/S> has sh:qualifiedMinCount, which says nothing without sh:qualifiedValueShape"
      ]
    ),
    (":x :p :y .", ["there is no shape in the files of shapes"]),
    (
      ":S sh:targetClass :C , :D ; sh:nodeKind sh:IRI .",
      [
        "shape <http://e/S> is held against nothing by sh:targetClass <http://e/D>, for the data have no such instance"
      ]
    ),
    (
      ":S sh:targetNode :x , :y , :z ; sh:nodeKind sh:IRI .",
      [
        "shape <http://e/S> is held against nothing by sh:targetNode <http://e/z>, for the data have no such node"
      ]
    ),
    (
      ":S sh:targetNode :z ; sh:nodeKind sh:IRI . :T sh:targetNode :z ; sh:nodeKind sh:IRI .",
      [
        "shape <http://e/S> is held against nothing by sh:targetNode <http://e/z>, for the data have no such node",
        "shape <http://e/T> is held against nothing by sh:targetNode <http://e/z>, for the data have no such node",
      ]
    ),
    (
      ":S sh:targetSubjectsOf :q ; sh:nodeKind sh:IRI .",
      [
        "shape <http://e/S> is held against nothing by sh:targetSubjectsOf <http://e/q>, for the data have no such statement"
      ]
    ),
    (
      ":D a rdfs:Class , sh:NodeShape ; sh:nodeKind sh:IRI .",
      [
        "shape <http://e/D> is held against nothing by class <http://e/D>, for the data have no such instance"
      ]
    ),
    (
      """
      :S a sh:NodeShape ; sh:targetNode :x ; sh:property :P ; sh:name "s" ; sh:order 1 ;
        sh:group :G ; sh:description "d" .
      :P a sh:PropertyShape ; sh:path :p ; sh:defaultValue 1 . :G a sh:PropertyGroup .
      """, []
    ),
  ])
  func warns(_ shapes: String, _ warnings: [String]) throws {
    let (report, found) = try TestGraphs.validate(":x a :C ; :p :y .", shapes: shapes)
    #expect(report.faults == [])
    #expect(found == warnings)
  }
}
