import Foundation
import Testing

@testable import Pipeline

/// How files are cut into records.
@Suite struct RecordFileTests {
  private func documents(_ name: String, _ text: String) throws -> [(String, Int)] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    let file = try RecordFile("\(folder)/\(name)", Configuration(inputs: []))
    var found: [(String, Int)] = []
    while let document = try file.next() {
      found.append((String(decoding: document.bytes, as: UTF8.self), document.firstLine))
    }
    return found
  }

  @Test(arguments: [
    ("a.jsonl", "{}\n{}\n", [("{}", 1), ("{}", 2)]),
    ("a.jsonl", "{}\r\n\n \n{}", [("{}\r", 1), ("{}", 4)]),
    ("a.ndjson", "", []),
    ("a.json", "{\n}\n", [("{\n}\n", 1)]),
    ("a", "{}\n{}\n", [("{}\n{}\n", 1)]),
    ("a.yaml", "a: 1\n---\nb: 2\n", [("a: 1\n", 1), ("---\nb: 2\n", 2)]),
  ])
  func cuts(_ name: String, _ text: String, _ wanted: [(String, Int)]) throws {
    let found = try documents(name, text)
    #expect(found.map(\.0) == wanted.map(\.0))
    #expect(found.map(\.1) == wanted.map(\.1))
  }

  /// A line longer than what is read at a time, and one that ends where a part does.
  @Test(arguments: [(1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3_000_000])
  func longLines(_ count: Int) throws {
    let line = String(repeating: "x", count: count)
    let found = try documents("a.jsonl", "\(line)\n\(line)\ny")
    #expect(found.map(\.0.utf8.count) == [count, count, 1])
    #expect(found.map(\.1) == [1, 2, 3])
  }
}

/// How paths are cut; a name of one character is one too.
@Suite struct PathNameTests {
  @Test(arguments: [
    ("a", ".", "a", "a", ""), ("-", ".", "-", "-", ""), ("/a.b.c", "/", "a.b.c", "a.b", "c"),
    ("x/y/.hidden", "x/y", ".hidden", ".hidden", ""), ("/", "/", "", "", ""),
    ("a/", "a", "", "", ""),
  ])
  func cuts(_ text: String, _ folder: String, _ last: String, _ stem: String, _ ending: String) {
    let name = PathName(text)
    #expect(name.folder == folder)
    #expect(name.last == last)
    #expect(name.stem == stem)
    #expect(name.ending == ending)
  }
}
