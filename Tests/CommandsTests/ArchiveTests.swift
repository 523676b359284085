import Foundation
import Testing

/// Many records in one run: threads, and records with errors that are left out.
@Suite struct ArchiveTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  private func inFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  /// Runs griot in a folder.
  private func griot(_ arguments: [String], in folder: URL) throws -> (status: Int32, talk: String)
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.root + "/.build/release/griot")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let pipe = Pipe()
    process.standardError = pipe
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let talk = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, talk)
  }

  /// What coreutils say that a file's SHA-256 is.
  private func sha256sum(_ file: URL) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/sha256sum")
    process.arguments = [file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return String(said.prefix { $0 != " " })
  }

  /// A record of some 800 bytes.
  private static func record(_ number: Int, date: String = "2024-11-15") -> String {
    let people = (0..<5).map {
      #"{"id":"p\#($0)","type":"Person","named":true,"label":"Personne \#(number * 5 + $0)"}"#
    }
    return
      #"{"griot":1,"source":{"id":"a\#(number)","language":"fr"},"entities":[\#(people.joined(separator: ","))],"#
      + #""events":[{"id":"e","type":"Negotiation","label":"réunion n° \#(number)","date":"\#(date)","#
      + #""status":"asserted","roles":{"agent":["p0","p1","p2"]}}]}"#
  }

  private static func content(_ folder: URL) throws -> [String: Data] {
    var found: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      found[name] = try Data(contentsOf: folder.appending(path: name))
    }
    return found
  }

  @Test func anyNumberOfThreadsWritesTheSame() throws {
    try inFolder { folder in
      // More than the batches that are held at a time, and files that end within one.
      for (name, range) in [("one", 0..<700), ("two", 700..<701), ("three", 701..<1200)] {
        let lines = range.map { Self.record($0) + "\n" }.joined()
        try Data(lines.utf8).write(to: folder.appending(path: "\(name).jsonl"))
      }
      var outputs: [[String: Data]] = []
      var talks: Set<String> = []
      for threads in ["1", "2", "7"] {
        let (status, talk) = try griot(
          [
            "export", "two.jsonl", "one.jsonl", "three.jsonl", "-o", "out", "--formats",
            "nq,ttl,nt,trig",
            "--threads", threads,
          ], in: folder)
        #expect(status == 0, "\(talk)")
        talks.insert(talk)
        outputs.append(try Self.content(folder.appending(path: "out")))
        try FileManager.default.removeItem(at: folder.appending(path: "out"))
      }
      #expect(talks.count == 1)
      #expect(outputs[0].count == 3 * 6)
      #expect(outputs[0] == outputs[1])
      #expect(outputs[0] == outputs[2])
      // Each article's quads stand together, in the input's order.
      let quads = String(decoding: try #require(outputs[0]["one.nq"]), as: UTF8.self)
      let titles = quads.matches(of: /réunion n° (\d+)"@fr/).compactMap { Int($0.1) }
      #expect(titles == Array(0..<700))
    }
  }

  @Test(arguments: ["nq", "rdf", "nq,graphml"])
  func recordsWithErrorsAreLeftOut(_ formats: String) throws {
    try inFolder { folder in
      let records = (0..<300).map { Self.record($0) }
      let broken = [
        (100, Self.record(1000, date: "2024-13-45")), (201, #"{"griot": 1, "source": {"#),
        (302, Self.record(1001).replacing("Negotiation", with: "Negociation")),
      ]
      var lines = records
      for (place, text) in broken { lines.insert(text, at: place) }
      try Data(records.joined(separator: "\n").utf8).write(to: folder.appending(path: "a.jsonl"))
      _ = try griot(["export", "a.jsonl", "-o", "good", "--formats", formats], in: folder)
      try Data(lines.joined(separator: "\n").utf8).write(to: folder.appending(path: "a.jsonl"))

      let stopped = try griot(["export", "a.jsonl", "-o", "out", "--formats", formats], in: folder)
      #expect(stopped.status == 1)
      #expect(stopped.talk.contains("3 errors; nothing was written"), "\(stopped.talk)")
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "out").path))

      let skipped = try griot(
        ["export", "a.jsonl", "-o", "out", "--formats", formats, "--on-error", "skip"], in: folder)
      #expect(skipped.status == 1)
      for part in ["a.jsonl:101:", "a.jsonl:202:", "a.jsonl:303:", "3 records of 303 left out"] {
        #expect(skipped.talk.contains(part), "\(skipped.talk)")
      }
      var written = try Self.content(folder.appending(path: "out"))
      let removed = written.removeValue(forKey: "rejected.jsonl")
      let rejected = try #require(removed)
      let good = try Self.content(folder.appending(path: "good"))
      #expect(written == good)

      let objects = try rejected.split(separator: 0x0A).map { line in
        try #require(try JSONSerialization.jsonObject(with: line) as? [String: Any])
      }
      #expect(objects.map { $0["line"] as? Int } == [101, 202, 303])
      #expect(objects.allSatisfy { $0["file"] as? String == "a.jsonl" })
      #expect(objects.allSatisfy { ($0["errors"] as? [[String: Any]])?.count == 1 })
      #expect(objects[1]["text"] as? String == broken[1].1)
      for number in [0, 2] {
        let record = try #require(objects[number]["record"] as? NSDictionary)
        let given = try JSONSerialization.jsonObject(with: Data(broken[number].1.utf8))
        #expect(record == given as? NSDictionary)
      }
    }
  }

  @Test func shardsHoldWhatOneFileHolds() throws {
    try inFolder { folder in
      for (name, range) in [("one", 0..<90), ("two", 90..<300)] {
        let lines = range.map { Self.record($0) + "\n" }.joined()
        try Data(lines.utf8).write(to: folder.appending(path: "\(name).jsonl"))
      }
      let export = ["export", "one.jsonl", "two.jsonl", "--formats", "nq"]
      _ = try griot(export + ["-o", "whole"], in: folder)
      let whole = try Self.content(folder.appending(path: "whole"))
      // More shards than before, and fewer: what the older manifest named is gone.
      for count in [7, 3] {
        let (status, talk) = try griot(export + ["-o", "out", "--shards", "\(count)"], in: folder)
        #expect(status == 0, "\(talk)")
        let written = try Self.content(folder.appending(path: "out"))
        let names = written.keys.filter { $0.hasPrefix("part-") }.sorted()
        #expect(names.count == count)
        #expect(Set(written.keys).subtracting(names) == ["manifest.json", "documents.jsonl"])
        let joined = names.compactMap { written[$0] }.reduce(Data(), +)
        #expect(joined == (whole["one.nq"] ?? Data()) + (whole["two.nq"] ?? Data()))
        let manifest = try #require(
          try JSONSerialization.jsonObject(with: written["manifest.json"] ?? Data())
            as? [String: Any])
        #expect(manifest["articles"] as? Int == 300)
        #expect(manifest["quads"] as? Int == joined.count { $0 == 0x0A })
        let shards = try #require(manifest["shards"] as? [[String: Any]])
        let files = shards.flatMap { $0["files"] as? [[String: Any]] ?? [] }
        #expect(files.compactMap { $0["name"] as? String } == names)
        for file in files {
          let name = try #require(file["name"] as? String)
          let data = try #require(written[name])
          #expect(file["bytes"] as? Int == data.count)
          let digest = try sha256sum(folder.appending(path: "out/\(name)"))
          #expect(file["sha256"] as? String == digest)
        }
      }
    }
  }

  /// A shard is not done again while the inputs and settings are the same.
  @Test func resumingIsForTheSameRun() throws {
    try inFolder { folder in
      let lines = (0..<100).map { Self.record($0) + "\n" }.joined()
      try Data(lines.utf8).write(to: folder.appending(path: "a.jsonl"))
      let export = ["export", "a.jsonl", "-o", "out", "--formats", "nq", "--shards", "3"]
      _ = try griot(export, in: folder)
      let whole = try Self.content(folder.appending(path: "out"))
      // What an interruption leaves: the last shard is missing.
      let staging = folder.appending(path: "out/.griot-shards")
      try FileManager.default.createDirectory(at: staging, withIntermediateDirectories: true)
      let interrupted = try griot(export + ["--resume"], in: folder)
      #expect(interrupted.status == 0, "\(interrupted.talk)")
      #expect(!FileManager.default.fileExists(atPath: staging.path))
      #expect(whole == (try Self.content(folder.appending(path: "out"))))

      try FileManager.default.createDirectory(at: staging, withIntermediateDirectories: true)
      try Data("griot of another run\n".utf8).write(to: staging.appending(path: "begun"))
      let other = try griot(export + ["--resume"], in: folder)
      #expect(other.status == 2)
      #expect(
        other.talk.contains(
          "out: error: what was begun there had other inputs or settings; expected the same"),
        "\(other.talk)")
      let anew = try griot(export, in: folder)
      #expect(anew.status == 0, "\(anew.talk)")
      #expect(whole == (try Self.content(folder.appending(path: "out"))))
    }
  }

  @Test func withAnErrorNoShardIsWritten() throws {
    try inFolder { folder in
      let lines = (0..<100).map { Self.record($0) + "\n" }.joined() + "{\"griot\": 1}\n"
      try Data(lines.utf8).write(to: folder.appending(path: "a.jsonl"))
      let (status, talk) = try griot(
        ["export", "a.jsonl", "-o", "out/new", "--formats", "nq", "--shards", "9"], in: folder)
      #expect(status == 1)
      #expect(talk.contains("nothing was written"), "\(talk)")
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "out").path))
    }
  }

  @Test func aThreadCountIsANumber() throws {
    try inFolder { folder in
      let (status, talk) = try griot(["export", "a.json", "-o", "o", "--threads", "0"], in: folder)
      #expect(status == 2)
      #expect(talk.contains("--threads is 0; expected a number from 1 to 256"), "\(talk)")
    }
  }
}
