import Foundation
import Testing

/// Files that extractors and annotators wrote themselves, exported by the release binary.
@Suite(
  .enabled(
    if: ExtractorCorpora.isAtHand,
    "the corpora of extractors' formats are not at hand: set GRIOT_SHARED to run it"))
struct ExtractorTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    .path

  /// Exports inputs to N-Quads: its status, its talk, and the quads of all files.
  private func export(
    _ arguments: [String]
  ) throws -> (status: Int32, talk: String, quads: [[Substring]]) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: ExtractorCorpora.root + "/.build/release/griot")
    process.arguments =
      ["export"] + arguments + ["-o", folder, "--formats", "nq", "--base", "http://e/"]
    let pipe = Pipe()
    process.standardError = pipe
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let talk = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var quads: [[Substring]] = []
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
      let lines = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
      // An object may have spaces in it.
      for line in lines.split(separator: "\n") {
        let parts = line.split(separator: " ", maxSplits: 2)
        quads.append(parts)
      }
    }
    return (process.terminationStatus, talk, quads)
  }

  private func count(_ quads: [[Substring]], _ predicate: String, _ object: String) -> Int {
    quads.count { $0[1].hasSuffix(predicate + ">") && $0[2].contains(object) }
  }

  /// Each mention of HIPE's columns, found without griot: its words, and its link.
  private func mentions(_ text: String) -> [(words: String, link: String)] {
    var found: [(words: String, link: String)] = []
    var gap = ""
    for line in text.split(separator: "\n") where !line.hasPrefix("# ") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      if cells[1].hasPrefix("B-") {
        found.append((String(cells[0]), String(cells[7])))
      } else if cells[1].hasPrefix("I-") {
        found[found.count - 1].words += gap + cells[0]
      }
      gap = cells[9].contains("NoSpaceAfter") ? "" : cells[9].contains("EndOfLine") ? "\\n" : " "
    }
    return found
  }

  @Test func allMentionsOfHIPEAndTheirLinks() throws {
    let file = ExtractorCorpora.folder + "hipe2022-newseye-fr/HIPE-2022-v2.1-newseye-dev2-fr.tsv"
    let wanted = mentions(try String(contentsOfFile: file, encoding: .utf8))
    #expect(wanted.count == 1298)
    let (status, talk, quads) = try export([file])
    #expect(status == 0, "\(talk)")
    // annotation -> entity -> link, and annotation -> span -> quote -> words
    var objects: [Substring: [Substring: Substring]] = [:]
    var types: [Substring: Int] = [:]
    for quad in quads {
      let object = quad[2].hasPrefix("<") ? quad[2].prefix { $0 != " " } : quad[2].dropLast(2)
      objects[quad[0], default: [:]][quad[1]] = object
      if object.hasSuffix("#identifying>") { types[quad[0], default: 0] += 1 }
    }
    #expect(types.count == 1298)
    let oa = "<http://www.w3.org/ns/oa#"
    func follow(_ start: Substring, _ path: [Substring]) -> Substring? {
      path.reduce(start) { node, step in node.flatMap { objects[$0]?[step] } }
    }
    let found = types.keys.map { mention in
      let words = follow(
        mention, ["\(oa)hasTarget>", "\(oa)hasSelector>", "\(oa)exact>"].map { Substring($0) })
      let link = follow(
        mention,
        ["\(oa)hasBody>", "<http://www.w3.org/2002/07/owl#sameAs>"].map { Substring($0) })
      let item = link?.split(separator: "/").last?.dropLast() ?? "NIL"
      // `"words" <graph>`, as N-Quads spell them.
      let spelled = words.flatMap { $0.lastIndex(of: "\"").map { end in words?[..<end] } }
      let plain = (spelled ?? "")?.dropFirst().replacing("\\\"", with: "\"") ?? ""
      return "\(plain) \(item)"
    }
    #expect(found.sorted() == wanted.map { "\($0.words) \($0.link)" }.sorted())
  }
}

/// The corpora of extractors' formats.
enum ExtractorCorpora {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
  static let folder =
    (ProcessInfo.processInfo.environment["GRIOT_SHARED"] ?? root + "/../shared") + "/corpora/"

  static var isAtHand: Bool { FileManager.default.fileExists(atPath: folder) }
}
