import RDF
import RDFIO
import Testing

@Suite struct RDFXMLTests {
  private func write(_ lines: String) throws -> String {
    var dataset = Dataset()
    try RaptorReader.read(
      Array(lines.utf8), file: "a.ttl", syntax: .turtle, into: &dataset)
    return String(
      decoding: try RDFXMLOutput.write(
        dataset.quads, of: dataset.terms, prefixes: [("e", "http://e/")]), as: UTF8.self)
  }

  @Test func groupsWhatIsSaid() throws {
    let text = try write("<http://e/s> a <http://e/C> ; <http://e/p> \"é <&>\"@fr .")
    #expect(text.contains("<e:C rdf:about=\"http://e/s\">"))
    #expect(text.contains("<e:p xml:lang=\"fr\">é &lt;&amp;&gt;</e:p>"))
  }

  /// Each would be dropped or changed by the serialiser or its readers.
  @Test(arguments: [
    ("<http://e/s> <http://e/123> 1 .", "<http://e/123>"),
    ("<http://e/s> <http://e/p/> 1 .", "<http://e/p/>"),
    ("<http://e/s> <http://e/p#> 1 .", "<http://e/p#>"),
    ("<http://e/s> <http://e/p(1)> 1 .", "<http://e/p(1)>"),
    (
      "<http://e/s> <http://www.w3.org/1999/02/22-rdf-syntax-ns#li> 1 .",
      "<http://www.w3.org/1999/02/22-rdf-syntax-ns#li>"
    ),
    ("<http://e/s> <\(Namespace.rdf)about> 1 .", "<\(Namespace.rdf)about>"),
    (
      "<http://e/s> <http://www.w3.org/XML/1998/namespacelang> 1 .",
      "<http://www.w3.org/XML/1998/namespacelang>"
    ),
    (
      "<http://e/s> <http://www.w3.org/2000/xmlns/a> 1 .", "<http://www.w3.org/2000/xmlns/a>"
    ),
    ("<http://e/s> <http://e/\u{10400}> 1 .", "<http://e/\u{10400}>"),
    ("<http://e/s> <http://e/p> \"a\\u0001\" .", #""a\u0001""#),
    (
      "<http://e/s> <http://e/p> \"<b/>\"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral> .",
      #""<b/>"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral>"#
    ),
  ])
  func refuses(_ lines: String, _ term: String) throws {
    let error = #expect(throws: RDFIOError.self) { try write(lines) }
    guard case .unwritable(let found, _, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(found == term)
  }

  @Test(arguments: [
    "<http://e/s> <http://e/p1> 1 .", "<http://e/s> <http://e/1p> \"1.50\"^^<http://e/d> .",
    "<http://e/s> <http://e/été> \"a\\nb\\r\\tc\" .",
    "_:a <http://e/p> _:b . _:b <http://e/p> _:a .",
    "_:1 <http://e/p> _:_1 . _:_1 <http://e/q> 1 .",
    "<http://e/s> a <\(Namespace.rdf)li> .", "<http://e/s> a <http://e/?> .",
    "<http://e/s> a <tel:+33-1> .", "<http://e/s> a <http://e/\u{10400}> .",
    "<http://e/s> a <http://www.w3.org/2000/xmlns/a> .", "<http://e/s> a <http://e/a/../b> .",
    "<http://e/s> a \"http://e/C\" .",
    "<http://e/a/../b> <http://e/p> <http://e/\u{E9}> .",
    "<http://e/s> <http://e/p> \"1\"^^<http://www.w3.org/2001/XMLSchema#double> .",
  ])
  func holds(_ lines: String) throws {
    #expect(try write(lines).contains("rdf:RDF"))
  }
}
