import Extraction
import RDF
import Testing

/// Where a YAML record is wrong, and what is said of it.
@Suite struct YAMLRecordTests {
  static let head = "griot: 1\nsource: {id: a, language: fr}\n"

  private func messages(_ bytes: [UInt8], firstLine: Int = 1) -> [String] {
    RecordReader().read(bytes, file: "r.yaml", firstLine: firstLine, syntax: .yaml).diagnostics
      .filter { $0.severity == .error }.map(\.description)
  }

  private func messages(_ text: String) -> [String] { messages(Array(text.utf8)) }

  @Test(arguments: [
    ("entites: []", #"3:1: error: unknown key "entites" in a record; did you mean "entities"?"#),
    ("entities: {}", "3:11: error: entities is an object; expected an array"),
    ("entities:\n- type: P", #"4:3: error: an entity has no "id""#),
    (
      "entities:\n- {id: x, type: P, label: {é: x}}",
      #"4:28: error: "é" is not a language tag; expected one such as fr or fr-ML (BCP 47)"#
    ),
    (
      "entities:\n- {id: x, type: P}\n- id: \"x\"\n  type: P",
      #"5:7: error: the id "x" is given to two items of the record"#
    ),
    (
      "entities:\n- id: x\n  type: P\n  named: no",
      "6:10: error: named is a string; expected true or false"
    ),
    (
      "events:\n- id: v\n  type: T\n  status: no",
      #"6:11: error: unknown status "no"; expected one of asserted, planned, possible, reported, denied"#
    ),
    (
      "events:\n- id: v\n  type: T\n  status: asserted\n  date: 2024-02-30",
      "7:9: error: date: there is no such date as 2024-02-30"
    ),
    (
      "events:\n- id: v\n  type: T\n  status: asserted\n  confidence: # high\n    !!int 2",
      "8:5: error: confidence is 2; expected a number from 0 to 1"
    ),
  ])
  func brokenRecord(_ rest: String, _ message: String) {
    #expect(messages(Self.head + rest + "\n") == ["r.yaml:" + message])
  }

  /// Columns count code points, so that an accent of two bytes and an emoji of four are one each.
  @Test func columnsAreCodePoints() {
    #expect(
      messages(Self.head + "entities: [{id: x, type: P, label: \"é\u{1F54A}\", mentions: 1}]")
        == ["r.yaml:3:52: error: mentions is a number; expected an array"])
  }

  @Test func spanIsHeldAgainstTheText() {
    let text = """
      griot: 1
      source:
        id: a
        language: fr
        text: |
          La Minusma
          a quitté le Mali
      entities:
      - id: x
        type: P
        mentions:
        - {start: 3, end: 10, text: Minusma}
        - start: 3
          end: 11
          text: Minusma

      """
    #expect(
      messages(text) == [
        "r.yaml:13:12: error: \"Minusma\" does not stand at 3-11, where \"Minusma\\u{a}\" does; "
          + "it stands at 3-10"
      ])
  }

  @Test(arguments: [
    (
      "griot: 1\nsource\n",
      #"2:1: error: a line of a mapping without ":"; expected a key, ":" and its value"#
    ),
    (
      "griot: 1\nsource:\n  id: x\n language: fr\n",
      #"4:2: error: "l" in the mapping that began at line 1, column 1; expected a key in the same column as its first"#
    ),
    ("griot: 1\nsource:\n\tid: x\n", "3:1: error: a tab in the indentation; expected spaces"),
    ("griot: 1\nsource: |\n\tx\n", "3:1: error: a tab in the indentation; expected spaces"),
    (
      "- a\nb: c\n",
      #"2:1: error: "b" in the list that began at line 1, column 1; expected "- " in the same column as its first"#
    ),
    ("griot: 'x' y\n", #"1:12: error: "y" after the end of a value; expected a new line"#),
    (
      "griot: a: b\n",
      #"1:9: error: ":" where no key can be; expected quotes around a text that holds ": ", or the key on a line of its own"#
    ),
    (
      "griot: - a\n",
      #"1:8: error: "-" where no list can begin; expected a line of its own, or quotes if it is text"#
    ),
    (
      "griot: [1 2\n",
      #"2:1: error: the end of the document in the list that began at line 1, column 8; expected "," or "]""#
    ),
    (
      "griot: {a: 1\nb: 2\n",
      #"2:2: error: ":" in the mapping that began at line 1, column 8; expected "," or "}""#
    ),
    ("griot: [\n", "2:1: error: the end of the document where a value was expected"),
    (
      "griot: 'x\n",
      "2:1: error: the document ends inside a text in quotes that began at line 1, column 8"
    ),
    (
      "griot: \"x",
      "1:10: error: the document ends inside a text in quotes that began at line 1, column 8"
    ),
    (
      #"griot: "\q""#,
      #"1:9: error: an unknown escape in the text in double quotes that began at line 1, column 8; expected one of YAML's, such as \" \\ \n \t \u00E9, or single quotes, in which \ is itself"#
    ),
    (
      #"griot: "\uD83D\uDE00""#,
      #"1:11: error: an escape of half a character or of none; expected the character itself, or one escape with all its digits, such as \U0001F54A"#
    ),
    (
      #"griot: "\xZ1""#,
      #"1:11: error: "Z" in an escape of a character; expected hexadecimal digits: two after \x, four after \u, eight after \U"#
    ),
    (
      "griot: @x\n",
      #"1:8: error: "@" cannot begin a text without quotes; expected quotes around it"#
    ),
    (
      "griot: **x**\n",
      #"1:8: error: "*" cannot begin a text without quotes; expected quotes around it"#
    ),
    (
      "griot: !x!y z\n",
      "1:8: error: a tag of an unknown kind; expected no tag, or one of !!str, !!int, !!float, !!bool, !!null, !!seq and !!map"
    ),
    (
      "griot: |x\n",
      #"1:9: error: "x" at the end of a line that opens a block; expected nothing more in this line"#
    ),
    (
      "{griot: 1}\n{griot: 1}\n",
      #"2:1: error: "{" after the end of the record; expected nothing more, or "---" on a line of its own before the next record"#
    ),
    (
      "%YAML 1.1\n---\ngriot: 1\n",
      "1:1: error: the text says that it is YAML 1.1, where no, 012 and 12:30 are not what they are in 1.2; expected %YAML 1.2, or no such line"
    ),
    (
      "%YAML 2.0\n---\na: 1\n",
      "1:1: error: the text says that it is of another YAML than 1.2; expected %YAML 1.2, or no such line"
    ),
    (
      "%FOO x\n---\na: 1\n",
      #"1:5: error: a line that begins with "%" and is no directive; expected %YAML 1.2, or no such line"#
    ),
    ("", "1:1: error: the document is empty: there is no record in it"),
    ("---\n# no more\n", "1:1: error: the document is empty: there is no record in it"),
    ("%YAML 1.2\n", "1:1: error: the document is empty: there is no record in it"),
    ("~\n", "1:1: error: a record is null; expected an object"),
    ("text\n", "1:1: error: a record is a string; expected an object"),
  ])
  func brokenSyntax(_ text: String, _ message: String) {
    #expect(messages(text) == ["r.yaml:" + message])
  }

  @Test(arguments: [
    ("a: 1\nb: 2\na: 3\n", "3:1", "a", "line 1, column 1"),
    ("x:\n  é: 1\n  'é': 2\n", "3:3", "é", "line 2, column 3"),
    ("[{k: 1, \"k\": 2}]", "1:9", "k", "line 1, column 3"),
    ("b: 1\na: 1\nb: 2\na: 2\na: 3\n", "4:1", "a", "line 2, column 1"),
    ("x: {c: 1}\ny:\n- c: 1\n  d: {c: 1}\n  c: 2\n", "5:3", "c", "line 3, column 3"),
    // Where the first cannot be renamed in its place, it is shown itself.
    ("'': 1\n'': 2\n", "1:1", "", "line 1, column 1"),
  ])
  func duplicateKey(_ text: String, _ place: String, _ key: String, _ first: String) {
    #expect(
      messages(text) == [
        "r.yaml:\(place): error: the key \"\(key)\" stands twice in one mapping, first at \(first)"
      ])
  }

  @Test(arguments: [
    ("1: x", "the key 1 is a number; expected a text, which needs quotes here"),
    ("true: x", "the key true is a boolean; expected a text, which needs quotes here"),
    ("~: x", "the key ~ is null; expected a text, which needs quotes here"),
    ("[a]: x", "a key is a list or a mapping; expected a text"),
    ("{a: b}: x", "a key is a list or a mapping; expected a text"),
    ("<<: {a: b}", #"a record has no merge key "<<"; expected the members themselves"#),
  ])
  func keyThatIsNoText(_ key: String, _ message: String) {
    #expect(messages("griot: 1\n\(key)\n") == ["r.yaml:2:1: error: \(message)"])
  }

  @Test func directivesStandBeforeTheRecordAlone() {
    let text = "# c\n\n%YAML 1.2 # c\n---\n" + Self.head + "extractor:\n  name: |\n   %YAML 1.1\n"
    #expect(messages(text).isEmpty)
    #expect(messages(Self.head + "extractor:\n  name: |\n   %YAML 1.1\n").isEmpty)
    #expect(
      messages("# c\n\n%YAML\t1.1\n---\n" + Self.head).first?.hasPrefix("r.yaml:3:1:") == true)
  }

  @Test func keysInQuotesAreTexts() {
    #expect(messages(Self.head + "'1': x\n").first?.contains("unknown key \"1\"") == true)
    #expect(messages(Self.head + "'<<': x\n").first?.contains("unknown key \"<<\"") == true)
    #expect(messages(Self.head + "no: x\n").first?.contains("unknown key \"no\"") == true)
  }

  private static let aliases =
    "error: a record has no anchors and aliases (\"&\" and \"*\" before a name); "
    + "expected the value itself in each place, or quotes if it is text"

  @Test(arguments: [
    ("source: &s {id: a}\nentities: [*s]\n", "1:9"), ("source: [*s]\n", "1:10"),
    ("source: &s {id: a}\n", "1:9"), ("&k source: 1\n", "1:1"), ("source: !!str &s a\n", "1:9"),
  ])
  func anchorsAndAliases(_ text: String, _ place: String) {
    #expect(messages(text) == ["r.yaml:\(place): \(Self.aliases)"])
  }

  /// 3 times 4 to the 29th texts, as a value and as a key, which Yams would compare whole.
  @Test(arguments: ["", "? *a29\n: 1\n", "? [{*a29 : 1}]\n: 1\n", "? *a29\n: 1\n\tx"])
  func billionLaughs(_ end: String) {
    var text = "a0: &a0 [x, x, x]\n"
    for level in 1..<30 {
      let below = Array(repeating: "*a\(level - 1)", count: 4).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(below)]\n"
    }
    #expect(messages(text + end) == ["r.yaml:2:10: \(Self.aliases)"])
    let tagged = text.replacing("&a0 ", with: "&a0 !!seq ")
    #expect(messages(tagged + end) == ["r.yaml:1:5: \(Self.aliases)"])
  }

  /// What looks like anchors and aliases in a text is text.
  @Test func textsKeepTheirSigns() throws {
    let words = Array(repeating: "*a", count: 20).joined(separator: " ")
    let text = Self.head + "entities:\n- id: x\n  type: P\n  label: int b = &a; \(words)\n"
    let record = try #require(
      RecordReader().read(Array(text.utf8), file: "r.yaml", syntax: .yaml).record)
    let label = try #require(record.entities.first?.labels.first)
    #expect(record.string(label.text) == "int b = &a; \(words)")
  }

  @Test(
    arguments: [
      ([0x61, 0x3A, 0x20, 0xFF], "1:4: error: the byte 0xFF is not UTF-8"),
      ([0xC3, 0xA9, 0x3A, 0x20, 0xC3], "1:4: error: the byte 0xC3 is not UTF-8"),
      ([0x61, 0x3A, 0x20, 0xED, 0xA0, 0x80], "1:4: error: the byte 0xED is not UTF-8"),
      ([0xFF, 0xFE, 0x61, 0x00], "1:1: error: the text is UTF-16 or UTF-32; expected UTF-8"),
      ([0x00, 0x61], "1:1: error: the text is UTF-16 or UTF-32; expected UTF-8"),
    ] as [([UInt8], String)])
  func brokenEncoding(_ bytes: [UInt8], _ message: String) {
    #expect(messages(bytes) == ["r.yaml:" + message])
  }

  /// Characters that YAML forbids, or that YAML 1.1 takes for line breaks, would be lost.
  @Test(arguments: [
    ("\0", "U+0000", "\\x00"), ("\u{1}", "U+0001", "\\x01"), ("\u{7F}", "U+007F", "\\x7F"),
    ("\u{85}", "U+0085", "\\x85"), ("\u{9F}", "U+009F", "\\x9F"), ("\u{2028}", "U+2028", "\\u2028"),
    ("\u{2029}", "U+2029", "\\u2029"), ("\u{FEFF}", "U+FEFF", "\\uFEFF"),
    ("\u{FFFE}", "U+FFFE", "\\uFFFE"),
  ])
  func characterThatNeedsAnEscape(_ character: String, _ name: String, _ escape: String) {
    #expect(
      messages("a: é\(character)\n") == [
        "r.yaml:1:5: error: the character \(name) cannot stand here as itself; "
          + "expected the escape \(escape) in a text in double quotes"
      ])
  }

  @Test func byteOrderMarkIsNoColumn() {
    #expect(
      messages("\u{FEFF}griot: x\nsource: {id: a, language: fr}\n") == [
        "r.yaml:1:8: error: the record is of format \"x\"; this griot reads format 1"
      ])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func lineEnds(_ end: String) {
    #expect(
      messages(
        (Self.head + "entities:\n- id: é\n  type: P\n  named: 1\n").replacing("\n", with: end)
      )
      .last == "r.yaml:6:10: error: named is a number; expected true or false")
  }

  @Test func nestingHasTheLimitOfJSON() {
    let deep = String(repeating: "- ", count: 600) + "a\n"
    #expect(messages(deep) == ["r.yaml:1:1025: error: lists and mappings nest deeper than 512"])
    let flow = String(repeating: "{a: ", count: 5000)
    #expect(messages(flow).first?.hasSuffix("lists and mappings nest deeper than 512") == true)
    let allowed = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
    #expect(messages(allowed) == ["r.yaml:1:1: error: a record is an array; expected an object"])
  }

  @Test func placesInMessagesCountFromTheFile() {
    #expect(
      messages(Array("a: [1\n".utf8), firstLine: 41) == [
        "r.yaml:42:1: error: the end of the document in the list that began at line 41, column 4; expected \",\" or \"]\""
      ])
  }
}
