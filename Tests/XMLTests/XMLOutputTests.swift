import Testing

@testable import XML

@Suite struct XMLOutputTests {
  private func document(_ text: String) throws -> String {
    var output = try XMLOutput()
    try output.start("a", [("b", text)])
    var markup = XMLMarkup()
    try markup.open("c", [("d", text)])
    try markup.text(text)
    markup.close("c")
    try output.write(markup)
    try output.end()
    return String(decoding: try output.finish(), as: UTF8.self)
  }

  @Test(arguments: [
    ("a<b>&\"'", "a&lt;b&gt;&amp;&quot;'", "a&lt;b&gt;&amp;\"'"), ("é😀", "é😀", "é😀"),
  ])
  func escapes(_ text: String, _ attribute: String, _ content: String) throws {
    let found = try document(text)
    #expect(found.contains("<a b=\"\(attribute)\">"))
    #expect(found.contains("<c d=\"\(attribute)\">\(content)</c>"))
  }

  /// Line ends in attributes would be read as spaces, a carriage return as a line end.
  @Test func keepsLineEnds() throws {
    let found = try document("a\n\tb\rc")
    #expect(found.contains("<c d=\"a&#10;&#9;b&#13;c\">a\n\tb&#13;c</c>"))
  }

  @Test(arguments: ["\u{1}", "\u{0}", "\u{FFFE}", "\u{B}"])
  func refusesWhatXMLCannotHold(_ text: String) throws {
    #expect(throws: XMLError.self) { try document("x\(text)") }
  }
}
