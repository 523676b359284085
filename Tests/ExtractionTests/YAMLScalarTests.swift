import Extraction
import RDF
import Testing

/// YAML 1.2.2, chapters 7 and 8 (how a scalar is written) and 10.3 (what it is).
@Suite struct YAMLScalarTests {
  private func content(_ value: String) throws -> String {
    let text = """
      griot: 1
      source: {id: a, language: fr}
      entities:
      - id: x
        type: P
        properties:
          p: \(value)

      """
    let result = RecordReader().read(Array(text.utf8), file: "r.yaml", syntax: .yaml)
    guard let record = result.record else {
      return result.diagnostics.filter { $0.severity == .error }.map(\.description)
        .joined(separator: "\n")
    }
    let property = try #require(record.entities.first?.properties.first)
    return property.values.map { value in
      switch value.content {
      case .string(let text): "string \(record.string(text))"
      case .number(let text): "number \(record.string(text))"
      case .boolean(let value): "boolean \(value)"
      case .reference(let text): "reference \(record.string(text))"
      }
    }.joined(separator: ", ")
  }

  /// Section 10.3.2; numbers stay as they are written.
  @Test(arguments: [
    ("true", "boolean true"), ("True", "boolean true"), ("FALSE", "boolean false"),
    ("0", "number 0"), ("-0", "number -0"), ("2013", "number 2013"), ("-7", "number -7"),
    ("1.50", "number 1.50"), ("1e3", "number 1e3"), ("-2.5E-10", "number -2.5E-10"),
    (
      "123456789012345678901234567890123456789012345678901234567890",
      "number 123456789012345678901234567890123456789012345678901234567890"
    ),
    ("yes", "string yes"), ("no", "string no"), ("on", "string on"), ("Off", "string Off"),
    ("y", "string y"), ("tRUE", "string tRUE"), ("nil", "string nil"),
    ("2024-11-15", "string 2024-11-15"), ("2024-11", "string 2024-11"),
    ("2024-11-15T10:00:00Z", "string 2024-11-15T10:00:00Z"), ("12:30:45", "string 12:30:45"),
    ("1_000", "string 1_000"), ("0b101", "string 0b101"), ("0x", "string 0x"),
    ("0o8", "string 0o8"), ("-0x1F", "string -0x1F"), ("1e", "string 1e"),
    ("1.2.3", "string 1.2.3"),
    (".", "string ."), ("+", "string +"), ("-.nan", "string -.nan"),
    ("15 000", "string 15 000"), ("2013/..", "string 2013/.."),
    ("https://e/#x", "string https://e/#x"),
  ])
  func plain(_ value: String, _ expected: String) throws {
    #expect(try content(value) == expected)
  }

  @Test(arguments: [
    ("0x1F", "a hexadecimal number"), ("0o17", "an octal number"),
    ("007", "a number with a leading zero"), ("-01", "a number with a leading zero"),
    ("00.5", "a number with a leading zero"), ("+5", "a number with a plus sign"),
    (".5", "a number without a digit before its point"),
    ("5.", "a number without a digit after its point"),
    ("5.e3", "a number without a digit after its point"),
    (".inf", "infinity"), ("-.INF", "infinity"), ("+.Inf", "infinity"),
    (".nan", "not a number at all"), (".NAN", "not a number at all"),
  ])
  func numberThatJSONHasNot(_ value: String, _ what: String) throws {
    #expect(
      try content(value)
        == "r.yaml:7:8: error: \(value) is \(what), which JSON has no spelling for; "
        + "expected plain decimal digits, or quotes if it is text")
    #expect(try content("'\(value)'") == "string \(value)")
    #expect(try content("!!str \(value)") == "string \(value)")
  }

  @Test(arguments: ["null", "Null", "NULL", "~", "", "!!null null"])
  func null(_ value: String) throws {
    let message = "error: a value is null; expected a string, a number or a boolean"
    #expect(try content(value) == "r.yaml:7:\(value.isEmpty ? 7 : 8): \(message)")
  }

  @Test(arguments: [
    ("'true'", "string true"), ("\"12\"", "string 12"), ("'null'", "string null"),
    ("'it''s'", "string it's"),
    (#""a\tb\n\x41\u00e9\U0001F54A\/\e\0""#, "string a\tb\nAé🕊/\u{1B}\0"),
    (#""\N\_\L\P""#, "string \u{85}\u{A0}\u{2028}\u{2029}"),
    ("|\n        a\n         b\n\n        c\n", "string a\n b\n\nc\n"),
    ("|-\n        a\n        # b\n", "string a\n# b"), ("|+\n        a\n\n", "string a\n\n\n"),
    (">\n        a\n        b\n\n        c\n", "string a b\nc\n"),
    ("|2\n         a\n", "string    a\n"),
    ("a\n        b\n\n        c", "string a b\nc"),
    ("\"a\\\n        b\n        c\"", "string ab c"),
    ("# nothing\n        a # comment", "string a"), ("a#b", "string a#b"),
    ("Se\u{301}cu \u{1F54A}", "string Se\u{301}cu \u{1F54A}"),
    ("[a, 'b', 3]", "string a, string b, number 3"),
  ])
  func written(_ value: String, _ expected: String) throws {
    #expect(Array(try content(value).unicodeScalars) == Array(expected.unicodeScalars))
  }

  /// Yams drops a byte order mark at the beginning of a text.
  @Test(arguments: [
    #""\uFEFFa""#, #""\uFeFfa""#, #""\U0000FEFFa""#, "\"\\\n      \\uFEFFa\"", #"!!str "\uFEFFa""#,
    "!!str # c\n      \"\\uFEFFa\"",
  ])
  func byteOrderMarkInAText(_ value: String) throws {
    #expect(Array(try content(value).unicodeScalars) == Array("string \u{FEFF}a".unicodeScalars))
  }

  @Test(arguments: [
    ("!!str 12", "string 12"), ("! 12", "string 12"), ("!!str", "string "),
    ("!!int 12", "number 12"),
    ("!!int '12'", "number 12"), ("!!float 1.0", "number 1.0"), ("!!bool true", "boolean true"),
    ("!<tag:yaml.org,2002:str> 12", "string 12"), ("!!seq [1]", "number 1"),
    ("!!map {value: 1}", "number 1"),
    ("! [1]", "number 1"),
  ])
  func coreTag(_ value: String, _ expected: String) throws {
    #expect(try content(value) == expected)
  }

  @Test(arguments: [
    ("!!int x", #"the tag !!int does not fit "x""#),
    ("!!float 1", #"the tag !!float does not fit "1""#),
    ("!!bool yes", #"the tag !!bool does not fit "yes""#),
    ("!!seq {a: 1}", "the tag !!seq does not fit a mapping"),
    ("!!str [1]", "the tag !!str does not fit a list"),
  ])
  func tagThatDoesNotFit(_ value: String, _ message: String) throws {
    #expect(try content(value) == "r.yaml:7:8: error: \(message)")
  }

  @Test(arguments: [
    "!foo x", "!!python/object:os.system x", "!!timestamp 2024-11-15", "!!binary YQ==",
    "!!set {a}", "!<tag:example.org,2024:x> y",
  ])
  func unknownTag(_ value: String) throws {
    let tag = try #require(value.split(separator: " ").first)
    let name = tag.hasPrefix("!<") ? tag.dropFirst(2).dropLast() : tag
    #expect(
      try content(value)
        == "r.yaml:7:8: error: the tag \(name) is unknown; expected no tag, or one of "
        + "!!str, !!int, !!float, !!bool, !!null, !!seq and !!map")
  }
}
