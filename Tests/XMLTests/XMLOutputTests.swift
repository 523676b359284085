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
    ("a<b>&\"'", "a&lt;b&gt;&amp;&quot;'", "a&lt;b>&amp;\"'"), ("é😀", "é😀", "é😀"),
    ("a]]>]>", "a]]&gt;]&gt;", "a]]&gt;]>"),
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

  private func part(
    _ text: String, _ write: (inout XMLMarkup, [UInt8], Range<Int>) throws -> Void
  ) throws -> String {
    let bytes = Array("<&>\(text)<&>".utf8)
    var markup = XMLMarkup()
    try write(&markup, bytes, 3..<bytes.count - 3)
    return String(decoding: markup.written, as: UTF8.self)
  }

  /// Bytes are escaped as strings are, wherever in eight of them what needs it stands.
  @Test func bytesAreEscapedAsStringsAre() throws {
    for special in [
      "&", "<", ">", "]]>", "]>", "\r", "\n", "\t", "é", "\u{FFFD}", "\u{FB01}", "\u{EF}", "😀", "",
    ] {
      for before in 0..<10 {
        let text =
          String(repeating: "a", count: before) + special + String(repeating: "z", count: 9)
        var whole = XMLMarkup()
        try whole.text(text)
        let expected = String(decoding: whole.written, as: UTF8.self)
        let found = try part(text) { try $0.text($1, $2) }
        #expect(found == expected, "\(text)")
        let isPlain = !["&", "<", "]]>", "\r"].contains(special)
        let bytes = Array(text.utf8)
        #expect(XMLMarkup.needsEscape(bytes, bytes.indices) == !isPlain, "\(text)")
      }
    }
  }

  /// Parsers hand out an entity and a line end each by itself, and some readers keep the last piece.
  @Test(arguments: [
    ("plain > \t é", true), ("a & b", false), ("a\nb", false), ("a\rb", false), ("]]>", false),
    ("", true),
  ])
  func textsInPiecesAreTold(_ text: String, _ isWhole: Bool) throws {
    let bytes = Array(text.utf8)
    var markup = XMLMarkup()
    #expect(try markup.text(bytes, bytes.indices) == isWhole)
  }

  @Test func sectionsKeepLineEndsAsXMLReadsThem() throws {
    #expect(try part("a\r\nb\rc\n\r") { try $0.cdata($1, $2) } == "<![CDATA[a\nb\nc\n\n]]>")
    let bytes = Array("a & b".utf8)
    var markup = XMLMarkup()
    #expect(try markup.cdata(bytes, bytes.indices))
  }

  @Test func nameCharactersAreThoseOfXML() {
    let all = ["a", "Z", "0", "-", ".", "_", ":", "·", "é", "ß", "α", "😀", "\u{203F}"]
    for one in all { #expect(one.unicodeScalars.allSatisfy { $0.isNameCharacter }, "\(one)") }
    for one in [" ", "/", "&", "(", "%", "ª", "µ", "²", "×", "÷", "\u{37E}", "\u{2460}"] {
      #expect(!one.unicodeScalars.contains { $0.isNameCharacter }, "\(one)")
    }
  }

  @Test(arguments: ["\u{1}", "\u{0}", "\u{FFFE}", "\u{FFFF}", "\u{B}"])
  func bytesAreRefusedAsStringsAre(_ text: String) {
    for before in 0..<9 {
      let text = String(repeating: "a", count: before) + text
      #expect(throws: XMLError.self) { try part(text) { try $0.text($1, $2) } }
      #expect(throws: XMLError.self) { try part(text) { try $0.cdata($1, $2) } }
    }
  }

  @Test(arguments: [
    ("a & b", "<![CDATA[a & b]]>"), ("]]>", "<![CDATA[]]]]><![CDATA[>]]>"),
    ("]]]>]", "<![CDATA[]]]]]><![CDATA[>]]]>"), ("]>", "<![CDATA[]>]]>"),
  ])
  func sectionsEndWhereTheyShould(_ text: String, _ written: String) throws {
    #expect(try part(text) { try $0.cdata($1, $2) } == written)
  }

  @Test(arguments: [0, 9, 10, 99, 100, 1_000_000_007, Int.max])
  func numbersAreWritten(_ number: Int) {
    var markup = XMLMarkup()
    markup.number(number)
    #expect(markup.written == Array(String(number).utf8))
  }

  /// A document can be taken in parts.
  @Test func partsMakeTheWhole() throws {
    var output = try XMLOutput()
    try output.start("a")
    var markup = XMLMarkup()
    try markup.empty("b", [("c", "\"")])
    var parts: [UInt8] = []
    for _ in 0..<5000 {
      try output.write(markup)
      if output.waiting > 1000 { parts += output.take() }
    }
    let taken = parts.count
    try output.end()
    parts += try output.finish()
    let begin = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a>\n"
    let inner = String(repeating: "<b c=\"&quot;\"/>", count: 5000)
    #expect(taken > 1000 && String(decoding: parts, as: UTF8.self) == begin + inner + "</a>\n\n")
  }

  @Test(arguments: ["\u{1}", "\u{0}", "\u{FFFE}", "\u{B}"])
  func refusesWhatXMLCannotHold(_ text: String) throws {
    #expect(throws: XMLError.self) { try document("x\(text)") }
  }
}
