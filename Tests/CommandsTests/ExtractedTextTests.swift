import Foundation
import Testing

/// Annotated texts that tools wrote, exported by the release binary: each quote of the output stands
/// where the output says.
@Suite struct ExtractedTextTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
  private static let files = root + "/Tests/Extractors/"
  private static let french =
    "😀 La Minusma quitte Kidal, dit Assimi Goïta. À Bamako, le président de la Transition a reçu "
    + "l’ONU ; Goïta parle de souveraineté."
  private static let english = "The UN left Kidal on 31 October, Guterres said."

  private let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    .path

  private func griot(_ arguments: [String]) throws -> (status: Int32, talk: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.root + "/.build/release/griot")
    process.arguments = arguments
    let pipe = Pipe()
    process.standardError = pipe
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let talk = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, talk)
  }

  /// The lines of all N-Quads of a folder, in the order of the files' names.
  private func lines(_ folder: String) throws -> [Substring] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .filter { $0.hasSuffix(".nq") }
      .flatMap {
        try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8).split(separator: "\n")
      }
  }

  /// The quotes of the output with their places, `article start end words`.
  private func quotes(_ lines: [Substring]) -> [String] {
    var objects: [Substring: [Substring: Substring]] = [:]
    for line in lines {
      let parts = line.split(separator: " ", maxSplits: 2)
      let name = parts[1].split(separator: "#").last ?? ""
      objects[parts[0], default: [:]][name] = parts[2]
    }
    return objects.compactMap { subject, values -> String? in
      // `"words" <graph> .`, as N-Quads spell them.
      guard let exact = values["exact>"], let end = exact.lastIndex(of: "\"") else { return nil }
      let words = exact[exact.index(after: exact.startIndex)..<end]
      let position = objects["\(subject.dropLast("/quote>".count))/position>"] ?? [:]
      let article = subject.split(separator: "/")[3]
      let places = ["start>", "end>"].map {
        (position[$0] ?? "").split(separator: "\"").first ?? "?"
      }
      return "\(article) \(places[0]) \(places[1]) \(words)"
    }.sorted()
  }

  /// Where words stand in a text, counted here and not by griot.
  private func place(_ article: String, _ words: String, _ text: String) -> String {
    let range = text.range(of: words, options: .literal)
    guard let range else { return "?" }
    let start = text.unicodeScalars[..<range.lowerBound].count
    return "\(article) \(start) \(start + words.unicodeScalars.count) \(words)"
  }

  @Test(arguments: [
    (
      "spacy/both.jsonl", "both-1", "both-2",
      ["Minusma", "Kidal", "Assimi Goïta", "Bamako", "ONU"], ["UN", "Kidal", "Guterres"]
    ),
    (
      "langextract/articles.jsonl", "doc_mali", "doc_un", ["Minusma", "Kidal", "Assimi Goïta"],
      ["UN"]
    ),
    (
      "labelstudio/export.json", "export-1", "export-2", ["Minusma", "Kidal", "Assimi Goïta"],
      ["UN", "Kidal"]
    ),
    (
      "labelstudio/export-min.json", "export-min-1-11", "", ["Minusma", "Kidal", "Assimi Goïta"], []
    ),
    ("cas/kidal.json", "kidal", "", ["Minusma", "Kidal", "Assimi Goïta", "Bamako", "ONU"], []),
  ])
  func quotesStandWhereTheOutputSays(
    _ file: String, _ first: String, _ second: String, _ french: [String], _ english: [String]
  ) throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (status, talk) = try griot(
      [
        "export", Self.files + file, "-o", folder, "--formats", "nq", "--base", "http://e/",
        "--language", "fr",
      ])
    #expect(status == 0, "\(talk)")
    var wanted =
      french.map { place(first, $0, Self.french) } + english.map { place(second, $0, Self.english) }
    // The second Goïta is a mention of its own.
    if file.hasPrefix("spacy") { wanted.append("both-1 100 105 Goïta") }
    #expect(quotes(try lines(folder)) == wanted.sorted())
  }

  @Test func anArchiveOfSeveralFormatsIsTheSameOnAnyThreads() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let inputs = ["spacy/both.jsonl", "cas/kidal.json", "langextract/articles.jsonl"]
      .map { Self.files + $0 }
    var found: [[Substring]] = []
    for (number, flags) in [["--threads", "1"], ["--threads", "3"], ["--shards", "2"]].enumerated()
    {
      let target = "\(folder)/\(number)"
      let (status, talk) = try griot(
        ["export"] + inputs + flags
          + ["-o", target, "--formats", "nq", "--base", "http://e/", "--language", "fr"])
      #expect(status == 0, "\(talk)")
      found.append(try lines(target))
    }
    #expect(found[0].count > 200)
    #expect(found[0] == found[1])
    #expect(found[0].sorted() == found[2].sorted())
  }

  @Test func oneBadDocumentIsSkipped() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let good = try String(contentsOfFile: Self.files + "spacy/both.jsonl", encoding: .utf8)
    let bad = #"{"text": "Gao", "tokens": [], "ents": [{"start": 0, "end": 9, "label": "LOC"}]}"#
    try (good + bad + "\n" + good).write(
      toFile: "\(folder)/a.jsonl", atomically: true, encoding: .utf8)
    let (status, talk) = try griot(
      [
        "export", "\(folder)/a.jsonl", "-o", "\(folder)/out", "--formats", "nq", "--base",
        "http://e/", "--language", "fr", "--on-error", "skip",
      ])
    #expect(status == 1)
    #expect(talk.contains("a.jsonl:3:50: error: the span 0-9 lies beyond the text"))
    #expect(talk.contains("1 error: 1 record of 5 left out"))
    let articles = Set(quotes(try lines("\(folder)/out")).map { $0.split(separator: " ")[0] })
    #expect(articles == ["a-1", "a-2", "a-4", "a-5"])
    let rejected = try String(contentsOfFile: "\(folder)/out/rejected.jsonl", encoding: .utf8)
    #expect(rejected.contains(#""line":3"#))
  }
}
