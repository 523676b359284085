import Foundation
import Testing

/// Records with a fault each, and the whole of what the command says about them.
@Suite struct BrokenRecordTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  private static func names(_ folder: String, _ endings: [String]) -> [String] {
    let found = try? FileManager.default.contentsOfDirectory(atPath: root + "/Tests/" + folder)
    return (found ?? []).filter { name in endings.contains { name.hasSuffix($0) } }.sorted()
  }

  @Test func thereAreSome() {
    #expect(Self.names("Broken", [".json", ".jsonl"]).count > 30)
  }

  @Test(arguments: names("Broken", [".json", ".jsonl", ".yaml"]))
  func says(_ name: String) throws {
    try expect(["export", name, "-o", "out-\(name)"], in: "Broken", says: name + ".txt", status: 1)
  }

  /// What is broken in JSON is broken alike in YAML: the same messages, at its own places.
  @Test(arguments: names("Broken", [".yaml.txt"]))
  func saysTheSameOfYAML(_ name: String) throws {
    let stem = name.dropLast(".yaml.txt".count)
    // These are faults of a syntax; the other has words of its own for them, or allows it.
    guard !stem.hasPrefix("json-"), !stem.hasPrefix("yaml-") else { return }
    let twin = Self.names("Broken", [".json.txt", ".jsonl.txt"]).first { $0.hasPrefix("\(stem).") }
    let messages = try [name, try #require(twin)].map { name in
      try String(contentsOfFile: "\(Self.root)/Tests/Broken/\(name)", encoding: .utf8)
        .split(separator: "\n").map { $0.drop { $0 != " " } }
    }
    #expect(messages[0] == messages[1])
  }

  /// Every broken record but those of JSON's own syntax has a twin in YAML.
  @Test func allHaveTwins() {
    let yaml = Set(Self.names("Broken", [".yaml"]).map { $0.dropLast(".yaml".count) })
    let json = Self.names("Broken", [".json", ".jsonl"]).map { name in
      name.dropLast(name.hasSuffix("l") ? ".jsonl".count : ".json".count)
    }
    #expect(json.filter { !yaml.contains($0) && !$0.hasPrefix("json-") } == [])
  }

  /// The user's own ontology and shapes, of another field.
  @Test(arguments: [
    ("fleet.json", "shapes.ttl", "fleet.txt", 0), ("wreck.json", "shapes.ttl", "wreck.txt", 1),
    ("fleet.json", "unsupported.ttl", "unsupported.txt", 4),
  ])
  func saysOfAnotherField(
    _ name: String, _ shapes: String, _ talk: String, _ status: Int32
  ) throws {
    try expect(
      ["validate", name, "--ontology", "shipping.ttl", "--shapes", shapes, "--format", "lines"],
      in: "Shipping", says: talk, status: status)
  }

  /// All other messages, and docs/messages.md, which has an example of each.
  @Test func messagesAreAsTheTableSays() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.root + "/.venv/bin/python")
    process.arguments = ["docs/messages.py", ".build/release/griot", "--check"]
    process.currentDirectoryURL = URL(fileURLWithPath: Self.root)
    let pipe = Pipe()
    process.standardError = pipe
    try process.run()
    let talk = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(talk)")
  }

  private func expect(
    _ arguments: [String], in folder: String, says file: String, status: Int32
  ) throws {
    let place = Self.root + "/Tests/" + folder
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.root + "/.build/release/griot")
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: place)
    let pipe = Pipe()
    // A report comes first, for what is said of it comes at the end.
    process.standardError = pipe
    process.standardOutput = pipe
    try process.run()
    let talk = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(talk == (try String(contentsOfFile: place + "/" + file, encoding: .utf8)))
    #expect(process.terminationStatus == status)
    #expect(!FileManager.default.fileExists(atPath: "\(place)/out-\(arguments[1])"))
  }
}
