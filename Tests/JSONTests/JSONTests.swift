import JSON
import Testing

@Suite struct JSONTests {
  @Test func readsATape() throws {
    let text = #"{"a": [1, -2.5e3, "é\n\ud83d\ude00"], "b": {"c": true, "d": null}}"#
    let document = try JSONDocument.parse(Array(text.utf8))
    var keys: [String] = []
    for (key, value) in document.members(of: document.root) {
      keys.append(document.text(of: key))
      if document.kind(of: value) == .array {
        let texts = document.elements(of: value).map { document.text(of: $0) }
        #expect(texts == ["1", "-2.5e3", "é\n\u{1F600}"])
        #expect(document.offset(of: value) == 6)
      }
    }
    #expect(keys == ["a", "b"])
  }

  @Test(arguments: [
    ("", 0, "there is nothing; expected a JSON value"),
    ("NaN", 0, "\"N\" where a value was expected"),
    ("nul", 0, "an unknown word; expected true, false, null or a string in quotes"),
    ("01", 0, "a number begins with 0; JSON has no leading zeros"),
    ("1.", 2, "the text ends in a number; expected a digit after the decimal point"),
    ("-", 1, "the text ends in a number; expected a digit"),
    ("[1,]", 3, "a comma before \"]\"; expected a value"),
    ("[1 2]", 3, "\"2\" in an array; expected \",\" or \"]\""),
    ("{\"a\":1,}", 7, "a comma before \"}\"; expected a key"),
    ("{a:1}", 1, "\"a\" in an object; expected a key in double quotes"),
    ("{\"a\" 1}", 5, "\"1\" after a key; expected \":\""),
    ("{\"a\":1", 6, "the text ends inside an object; expected \",\" or \"}\""),
    ("\"a", 2, "the text ends inside a string that opened at line 1, column 1"),
    ("\"\\q\"", 2, "\"q\" after a backslash; expected one of \" \\ / b f n r t u"),
    ("\"\\ud83d\"", 1, "a high surrogate without the low one that must follow it"),
    ("\"\\ude00\"", 1, "a low surrogate without the high one that must precede it"),
    ("\"\u{1}\"", 1, "a control character U+0001 in a string; expected it as the escape \\u0001"),
    ("1 x", 2, "\"x\" after the end of the JSON value; expected nothing more"),
    (
      "{\"a\":1,\"a\":2}", 7,
      "the key \"a\" stands twice in one object, first at line 1, column 2"
    ),
    ("\u{FEFF}1", 0, "the text begins with a byte order mark; expected UTF-8 without one"),
  ])
  func refuses(_ text: String, _ offset: Int, _ message: String) {
    do throws(JSONError) {
      _ = try JSONDocument.parse(Array(text.utf8))
      Issue.record("it was read")
    } catch {
      #expect(error == JSONError(offset: offset, message: message))
    }
  }

  @Test(arguments: [
    [0x22, 0x41, 0xFF, 0x22], [0x22, 0xC0, 0xAF, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
    [0x22, 0xE2, 0x82, 0x22],
  ])
  func refusesWhatIsNotUTF8(_ bytes: [UInt8]) {
    #expect(throws: JSONError.self) { try JSONDocument.parse(bytes) }
  }

  @Test func nestingIsBounded() throws {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    _ = try JSONDocument.parse(nested(512))
    #expect(throws: JSONError.self) { try JSONDocument.parse(nested(513)) }
    #expect(throws: JSONError.self) { try JSONDocument.parse(nested(100_000)) }
  }

  @Test func survivesMutation() {
    let seed = Array(#"{"id": "é", "list": [1, 2.5, {"x": "\u00e9\\"}], "t": true}"#.utf8)
    var state: UInt64 = 42
    var read = 0
    for _ in 0..<20_000 {
      var bytes = seed
      for _ in 0..<3 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 50)
      }
      if (try? JSONDocument.parse(bytes)) != nil { read += 1 }
    }
    #expect(read > 0 && read < 20_000)
  }

  @Test func writesWhatWasRead() throws {
    let text = #"{"a":[1.10,null,true,"é\n\u0001"],"b":{}}"#
    let document = try JSONDocument.parse(Array(text.utf8))
    var writer = JSONWriter()
    writer.beginArray()
    for _ in 0..<2 {
      writer.breakLine()
      writer.value(document.root, of: document)
    }
    writer.breakLine()
    writer.endArray()
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "[\n\(text),\n\(text)\n]")
  }

  @Test func linesAndColumns() {
    let map = LineMap(Array("aé\nb\r\nc\rd".utf8))
    #expect(map.position(of: 3) == (1, 3))
    #expect(map.position(of: 4) == (2, 1))
    #expect(map.position(of: 7) == (3, 1))
    #expect(map.position(of: 9) == (4, 1))
    #expect(map.position(of: 99) == (4, 2))
  }

  @Test func jsonLines() {
    let bytes = Array("{}\n\n  \r\n[]\r\n1".utf8)
    #expect(
      JSONLines(bytes).map { String(decoding: bytes[$0], as: UTF8.self) } == ["{}", "[]\r", "1"])
  }
}
