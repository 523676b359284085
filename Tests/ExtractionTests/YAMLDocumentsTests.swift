import Extraction
import RDF
import Testing

/// YAML 1.2.2, chapter 9.
@Suite struct YAMLDocumentsTests {
  private func documents(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return YAMLDocuments(bytes).map {
      "\($0.firstLine)|" + String(decoding: bytes[$0.range], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("", []), ("# nothing\n\n", []), ("\u{FEFF}", []), ("...\n", []),
    ("a: 1\n", ["1|a: 1\n"]), ("a: 1", ["1|a: 1"]),
    ("---\na: 1\n", ["1|---\na: 1\n"]), ("---", ["1|---"]),
    ("a: 1\n---\nb: 1\n", ["1|a: 1\n", "2|---\nb: 1\n"]),
    ("--- {a: 1}\n---\tb\n", ["1|--- {a: 1}\n", "2|---\tb\n"]),
    ("---\n---\n", ["1|---\n", "2|---\n"]),
    ("---a: 1\n--- \nb\n", ["1|---a: 1\n", "2|--- \nb\n"]),
    ("# c\n%YAML 1.2\n---\na\n", ["1|# c\n%YAML 1.2\n---\na\n"]),
    ("a\n...\n# c\n%YAML 1.2\n---\nb\n", ["1|a\n...\n", "3|# c\n%YAML 1.2\n---\nb\n"]),
    ("a\n...\n# end\n", ["1|a\n...\n# end\n"]), ("a\n...\n...\nb\n", ["1|a\n...\n...\n", "4|b\n"]),
    ("a\n...\n%YAML 1.2\n", ["1|a\n...\n", "3|%YAML 1.2\n"]),
    ("a: |\n ---\n ...\n", ["1|a: |\n ---\n ...\n"]), ("a: b\n  ---\n", ["1|a: b\n  ---\n"]),
    ("\u{FEFF}---\na\n---\nb\n", ["1|\u{FEFF}---\na\n", "3|---\nb\n"]),
    ("a\r\n---\r\nb\r---\rc", ["1|a\r\n", "2|---\r\nb\r", "4|---\rc"]),
  ])
  func splits(_ text: String, _ expected: [String]) {
    #expect(documents(text).map { Array($0.utf8) } == expected.map { Array($0.utf8) })
  }

  @Test(arguments: [
    ("", RecordSyntax.json), (" \n{", .json), ("[", .json), ("\u{FEFF}{", .json),
    ("griot: 1", .yaml),
    ("---", .yaml), ("# c", .yaml), ("\u{FEFF}g", .yaml),
  ])
  func syntaxOfAText(_ text: String, _ syntax: RecordSyntax) {
    #expect(RecordSyntax(textBeginning: text.utf8) == syntax)
  }

  @Test(arguments: [
    ("a/b.yaml", RecordSyntax.yaml), ("b.yml", .yaml), ("b.json", .json), ("b.jsonl", .json),
  ])
  func syntaxOfAFile(_ name: String, _ syntax: RecordSyntax) {
    #expect(RecordSyntax(fileName: name) == syntax)
  }

  /// A fault in one document is at its place, and the others are read.
  @Test func eachDocumentIsReadAlone() {
    let text = "griot: 1\nsource: {id: a, language: fr}\n---\ngriot: [\n---\ngriot: 1\nsource: 5\n"
    let bytes = Array(text.utf8)
    let results = YAMLDocuments(bytes).map {
      RecordReader().read(
        Array(bytes[$0.range]), file: "r.yaml", firstLine: $0.firstLine, syntax: .yaml)
    }
    #expect(results.map { $0.record == nil } == [false, true, true])
    let errors = results.flatMap(\.diagnostics).filter { $0.severity == .error }.map(\.description)
    #expect(
      errors == [
        "r.yaml:5:1: error: the end of the document where a value was expected",
        "r.yaml:7:9: error: source is a number; expected an object",
      ])
  }
}
