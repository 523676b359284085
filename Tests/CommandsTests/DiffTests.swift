import Foundation
import Testing

/// `griot diff` by the release binary.
@Suite struct DiffTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  private func diff(
    _ arguments: String...
  ) throws -> (status: Int32, output: String, talk: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.root + "/.build/release/griot")
    process.arguments = ["diff"] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: Self.root)
    let (output, talk) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = talk
    try process.run()
    // What is said is short and fits a pipe; what is written may not.
    let written = output.fileHandleForReading.readDataToEndOfFile()
    let said = talk.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (
      process.terminationStatus, String(decoding: written, as: UTF8.self),
      String(decoding: said, as: UTF8.self)
    )
  }

  private func file(_ name: String, _ text: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: name)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  private func clique(_ label: (Int) -> Int) -> String {
    var lines = ""
    for left in 0..<10 {
      for right in 0..<10 where left != right {
        lines += "_:e\(label(left)) <http://example.org/p> _:e\(label(right)) .\n"
      }
    }
    return lines
  }

  @Test(arguments: ["minusma.nt", "minusma.rdf"])
  func exportsAreTheSame(_ other: String) throws {
    let ending = try diff("exports/minusma.ttl", "exports/" + other)
    #expect(ending.status == 0)
    #expect(ending.output.isEmpty)
    #expect(ending.talk == "the two say the same\n")
  }

  @Test func blankNodesAreNotTheirLabels() throws {
    let old = try file("old.nt", "_:a <http://e/p> _:b .\n_:b <http://e/p> \"x\" .\n")
    let new = try file("new.ttl", "[] <http://e/p> [ <http://e/p> \"x\" ] .\n")
    #expect(try diff(old, new).status == 0)
  }

  @Test func differences() throws {
    let label = "<http://www.w3.org/2000/01/rdf-schema#label>"
    let old = try file("old.nt", "<http://e/a> \(label) \"A\" .\n_:b <http://e/p> \"x\" .\n")
    let new = try file(
      "new.nq", "<http://e/a> \(label) \"A\" .\n<http://e/a> \(label) \"B\"@fr <http://e/g> .\n")
    let people = try diff(old, new)
    #expect(people.status == 1)
    #expect(people.talk == "1 quad removed, 1 added\n")
    #expect(
      people.output == """
        <http://e/a> (A)
          + rdfs:label "B"@fr in <http://e/g>
        _:c14n0
          - <http://e/p> "x"

        """)
    let patch = try diff(old, new, "--format", "patch", "--message-format", "json")
    #expect(patch.status == 1)
    #expect(patch.talk == #"{"summary":{"removed":1,"added":1,"outcome":1}}"# + "\n")
    #expect(
      patch.output == """
        D _:c14n0 <http://e/p> "x" .
        A <http://e/a> \(label) "B"@fr <http://e/g> .

        """)
    #expect(try diff(old, new, "-q").talk.isEmpty)
  }

  @Test func poisonEndsSoon() throws {
    let old = try file("old.nt", clique { $0 })
    let new = try file("new.nt", clique { ($0 * 7 + 3) % 10 })
    let clock = ContinuousClock()
    let start = clock.now
    let ending = try diff(old, new)
    #expect(clock.now - start < .seconds(2))
    // Raptor's reader gives labels in order of appearance, so these two read as one.
    #expect(ending.status == 0)
    let other = try file("other.nt", clique { $0 } + "_:e3 <http://example.org/q> _:e4 .\n")
    let poisoned = try diff(old, other)
    #expect(poisoned.status == 4)
    #expect(poisoned.talk.hasPrefix("\(old): error: its 10 blank nodes are too much alike"))
    #expect(poisoned.output.isEmpty)
  }

  @Test func faults() throws {
    let broken = try file("broken.nt", "<http://e/a> <http://e/p> .\n")
    #expect(try diff("exports/minusma.ttl", broken).status == 3)
    #expect(try diff("exports/minusma.ttl", "no-such-file.ttl").status == 3)
    #expect(try diff("exports/minusma.ttl", "README.md").status == 2)
    #expect(try diff("exports/minusma.ttl").status == 2)
    #expect(try diff("exports/minusma.ttl", "exports/minusma.nt", "--format", "x").status == 2)
    #expect(try diff("--help").output.contains("griot diff monday.nq tuesday.nq"))
  }
}
