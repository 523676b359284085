import RDF
import Testing

@Suite struct BaseIRITests {
  /// The examples of RFC 3986, sections 5.4.1 and 5.4.2.
  @Test(arguments: [
    ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
    ("/g", "http://a/g"), ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"),
    ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"), ("g#s", "http://a/b/c/g#s"),
    ("g?y#s", "http://a/b/c/g?y#s"), (";x", "http://a/b/c/;x"), ("g;x", "http://a/b/c/g;x"),
    ("g;x?y#s", "http://a/b/c/g;x?y#s"), ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"),
    ("./", "http://a/b/c/"), ("..", "http://a/b/"), ("../", "http://a/b/"),
    ("../g", "http://a/b/g"),
    ("../..", "http://a/"), ("../../", "http://a/"), ("../../g", "http://a/g"),
    ("../../../g", "http://a/g"), ("../../../../g", "http://a/g"), ("/./g", "http://a/g"),
    ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."), (".g", "http://a/b/c/.g"),
    ("g..", "http://a/b/c/g.."), ("..g", "http://a/b/c/..g"), ("./../g", "http://a/b/g"),
    ("./g/.", "http://a/b/c/g/"), ("g/./h", "http://a/b/c/g/h"), ("g/../h", "http://a/b/c/h"),
    ("g;x=1/./y", "http://a/b/c/g;x=1/y"), ("g;x=1/../y", "http://a/b/c/y"),
    ("g?y/./x", "http://a/b/c/g?y/./x"), ("g?y/../x", "http://a/b/c/g?y/../x"),
    ("g#s/./x", "http://a/b/c/g#s/./x"), ("g#s/../x", "http://a/b/c/g#s/../x"),
    ("http:g", "http:g"),
  ])
  func resolves(_ reference: String, _ expected: String) throws {
    let base = try #require(BaseIRI("http://a/b/c/d;p?q"))
    #expect(base.resolve(reference) == expected)
  }

  /// Bases without a path or an authority, and absolute references, which keep their dots.
  @Test(arguments: [
    ("http://a", "g", "http://a/g"), ("http://a", "", "http://a"),
    ("http://a?q", "#s", "http://a?q#s"),
    ("urn:a:b", "#s", "urn:a:b#s"), ("urn:a:b", "c", "urn:c"), ("file:///a/b", "c", "file:///a/c"),
    ("http://é/à", "ü", "http://é/ü"), ("http://a/b", "http://c/../d", "http://c/../d"),
  ])
  func resolvesAgainst(_ base: String, _ reference: String, _ expected: String) throws {
    #expect(try #require(BaseIRI(base)).resolve(reference) == expected)
  }

  @Test(arguments: ["", "a", "/a", "http://a b/"])
  func refusesBase(_ text: String) {
    #expect(BaseIRI(text) == nil)
  }

  @Test func findsPositions() throws {
    let text = Array("é\r\nb\rc\nd".utf8)
    func place(_ offset: UInt32) -> SourcePosition? {
      SourcePosition(of: SourceOffset(offset), in: text)
    }
    #expect(place(0) == SourcePosition(line: 1, column: 1))
    #expect(place(2) == SourcePosition(line: 1, column: 2))
    #expect(place(4) == SourcePosition(line: 2, column: 1))
    #expect(place(6) == SourcePosition(line: 3, column: 1))
    #expect(place(8) == SourcePosition(line: 4, column: 1))
    #expect(place(99) == nil)
    #expect(SourcePosition(of: .unknown, in: text) == nil)
  }
}
