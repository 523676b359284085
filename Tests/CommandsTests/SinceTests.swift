import Foundation
import Testing

/// What an export writes that goes on from an earlier one, and what it says is to be removed.
@Suite struct SinceTests {
  private static func record(
    _ id: String, _ label: String, revisionOf: String? = nil, background: Bool = false
  ) -> String {
    let revision = revisionOf.map { #","revisionOf":"\#($0)""# } ?? ""
    let basis = background ? #","basis":"background""# : ""
    return #"{"griot":1,"source":{"id":"\#(id)","language":"fr","text":"-"\#(revision)},"#
      + #""entities":[{"id":"x","type":"City","label":"\#(label)"}],"events":[{"id":"e","#
      + #""type":"Negotiation","label":"réunion","status":"asserted"\#(basis),"roles":{"place":["x"]}}]}"#
      + "\n"
  }

  private let folder: GriotFolder

  init() throws { folder = try GriotFolder() }

  private func export(
    _ records: [String], to output: String, since: String? = nil, _ flags: String...
  ) throws -> (status: Int32, talk: String) {
    try folder.write(records.joined(), to: "a.jsonl")
    var arguments = ["export", "a.jsonl", "-o", output, "--formats", "nq", "--shards", "3"]
    if let since { arguments += ["--since", "\(since)/manifest.json"] }
    return try folder.run(GriotFolder.program, arguments + flags)
  }

  /// The graphs that shards of a folder hold.
  private func graphs(_ output: String) throws -> Set<String> {
    var found: Set<String> = []
    for name in try FileManager.default.contentsOfDirectory(
      atPath: folder.url.appending(path: output).path) where name.hasSuffix(".nq")
    {
      for line in try folder.lines("\(output)/\(name)") {
        let graph = try #require(line.split(separator: " ").dropLast().last)
        found.insert(
          String(graph.dropFirst().dropLast()).replacing("https://example.org/article/", with: ""))
      }
    }
    return found
  }

  private func removed(_ output: String) throws -> [[String]] {
    guard folder.has("\(output)/deleted-graphs.tsv") else { return [] }
    return try folder.lines("\(output)/deleted-graphs.tsv").dropFirst().map { line in
      line.replacing("https://example.org/article/", with: "").components(separatedBy: "\t")
    }
  }

  private static let first = (0..<20).map { record("a\($0)", "Gao \($0)", background: $0 == 3) }

  @Test func onlyWhatHasChangedIsWritten() throws {
    let whole = try export(Self.first, to: "one")
    #expect(whole.status == 0, "\(whole.talk)")
    #expect(!folder.has("one/deleted-graphs.tsv"))
    #expect(try graphs("one").count == 41)

    var second = Self.first
    second[3] = Self.record("a3", "Tombouctou")
    second.remove(at: 7)
    second.append(Self.record("new", "Kidal"))
    let (status, talk) = try export(second, to: "two", since: "one")
    #expect(status == 0, "\(talk)")
    #expect(talk.contains("18 records did not change"), "\(talk)")
    #expect(talk.contains("not across the 18 articles that did not change"), "\(talk)")
    #expect(talk.contains("1 article not among the inputs any more"), "\(talk)")
    #expect(talk.contains("3 graphs to remove"), "\(talk)")
    #expect(try graphs("two") == ["a3", "a3/provenance", "new", "new/provenance"])
    #expect(
      try removed("two") == [
        ["a3/background", "changed", "a3"], ["a7", "gone", "a7"], ["a7/provenance", "gone", "a7"],
      ])
    // The next one goes on from there: nothing is written or removed twice.
    let third = try export(second, to: "three", since: "two")
    #expect(third.status == 0, "\(third.talk)")
    #expect(try graphs("three").isEmpty && removed("three").isEmpty)
    #expect(third.talk.contains("20 records did not change"), "\(third.talk)")
    let manifest = try #require(
      try JSONSerialization.jsonObject(with: Data(try folder.text("three/manifest.json").utf8))
        as? [String: Any])
    #expect(manifest["unchanged"] as? Int == 20)
    #expect(manifest["articles"] as? Int == 0)
  }

  @Test func correctedArticlesTakeTheirPlace() throws {
    _ = try export(Self.first, to: "one")
    // A correction, and a retraction that says nothing any more.
    let retraction =
      #"{"griot":1,"source":{"id":"note","language":"fr","text":"-","revisionOf":"a5"}}"#
    let second = Self.first + [Self.record("b3", "Gao", revisionOf: "a3"), retraction + "\n"]
    let (status, talk) = try export(second, to: "two", since: "one")
    #expect(status == 0, "\(talk)")
    #expect(try graphs("two") == ["b3", "b3/provenance", "note", "note/provenance"])
    let gone = [
      ["a3", "replaced", "a3"], ["a3/background", "replaced", "a3"],
      ["a3/provenance", "replaced", "a3"], ["a5", "replaced", "a5"],
      ["a5/provenance", "replaced", "a5"],
    ]
    #expect(try removed("two") == gone)
    // A whole export says it too, for it holds both.
    _ = try export(second, to: "whole")
    #expect(try removed("whole") == gone)
    // Without the correction the article comes back.
    let third = try export(Self.first + [retraction + "\n"], to: "three", since: "two")
    #expect(third.status == 0, "\(third.talk)")
    #expect(try graphs("three").isSuperset(of: ["a3", "a3/background", "a3/provenance"]))
    #expect(
      try removed("three").filter { $0[2] != "a5" } == [
        ["b3", "gone", "b3"], ["b3/provenance", "gone", "b3"],
      ])
  }

  @Test func recordsWithErrorsKeepTheirGraphs() throws {
    _ = try export(Self.first, to: "one", "--on-error", "skip")
    var second = Self.first
    second[2] = second[2].replacing("Negotiation", with: "Negociation")
    second[4] = #"{"griot":1,"source":{"id":"a4","language":"fr"},"entities":7}"# + "\n"
    second.remove(at: 9)
    let skipped = try export(second, to: "two", since: "one", "--on-error", "skip")
    #expect(skipped.status == 1)
    #expect(try graphs("two").isEmpty)
    #expect(try removed("two").map { $0[0] } == ["a9", "a9/provenance"])
    // They are mended: one as it was, which the store still has, the other anew.
    second[2] = Self.first[2]
    second[4] = Self.record("a4", "Ménaka")
    let mended = try export(second, to: "three", since: "two", "--on-error", "skip")
    #expect(mended.status == 0, "\(mended.talk)")
    #expect(try graphs("three") == ["a4", "a4/provenance"])
    #expect(try removed("three").isEmpty)
    // Of a text that is no record nobody knows the article, and so none is gone.
    second[5] = #"{"griot": 1, "source": {"# + "\n"
    second.remove(at: 12)
    let unknown = try export(second, to: "four", since: "three", "--on-error", "skip")
    #expect(unknown.status == 1)
    #expect(try removed("four").isEmpty)
    #expect(
      unknown.talk.contains(
        "note: a record could not be read, so that no article is taken to be gone"),
      "\(unknown.talk)")
  }

  /// Another ontology, text or table makes other quads of the same records.
  @Test func whatElseChangesQuadsCounts() throws {
    let text =
      #"{"griot":1,"source":{"id":"t","language":"fr","textFile":"t.txt"},"entities":[{"id":"x","type":"City","label":"Gao"}]}"#
      + "\n"
    try folder.write("Gao", to: "t.txt")
    let records = Self.first + [text]
    _ = try export(records, to: "one")
    try folder.write("Gao.", to: "t.txt")
    _ = try export(records, to: "two", since: "one")
    #expect(try graphs("two") == ["t", "t/provenance"])
    try folder.write(
      "entity\tiri\nhttps://example.org/article/a1/entity/x\thttp://e/gao\n", to: "s.tsv")
    _ = try export(records, to: "three", since: "two", "--same-as", "s.tsv")
    #expect(try graphs("three") == ["a1", "a1/provenance"])
    let other = try export(records, to: "four", since: "three", "--base", "https://d.example/")
    #expect(other.status == 0)
    #expect(try graphs("four").count == 43)
    #expect(
      other.talk.contains(
        "three/manifest.json: note: was made by another griot or with another base"
      ), "\(other.talk)")
  }

  @Test func goesOnAfterAnInterruption() throws {
    _ = try export(Self.first, to: "one")
    var second = Self.first
    second[1] = Self.record("a1", "Kidal")
    second[18] = Self.record("a18", "Kidal")
    second.remove(at: 10)
    _ = try export(second, to: "two", since: "one")
    // As an interruption leaves it: some shards are done and the folder of them is there.
    let (status, talk) = try folder.run(
      "/bin/sh",
      [
        "-c",
        """
        i=0; while [ $i -lt 40 ]; do
          timeout -s KILL 0.0$((i % 10))5 \(GriotFolder.program) export a.jsonl -o three --formats nq --shards 3 \
            --since one/manifest.json --resume; i=$((i + 1))
        done
        \(GriotFolder.program) export a.jsonl -o three --formats nq --shards 3 --since one/manifest.json --resume
        """,
      ])
    #expect(status == 0, "\(talk)")
    for name in try FileManager.default.contentsOfDirectory(
      atPath: folder.url.appending(path: "two").path)
    {
      #expect(try folder.text("two/\(name)") == folder.text("three/\(name)"), "\(name)")
    }
  }

  @Test(arguments: ["gz", "zst"])
  func listsArePacked(_ compression: String) throws {
    _ = try export(Self.first, to: "one", "--compress", compression)
    #expect(folder.has("one/documents.jsonl.\(compression)"))
    let (status, talk) = try export(Self.first, to: "two", since: "one", "--compress", compression)
    #expect(status == 0, "\(talk)")
    #expect(talk.contains("20 records did not change"), "\(talk)")
  }

  @Test func thereAreManifestsThatWillNotDo() throws {
    _ = try export(Self.first, to: "one")
    let own = try export(Self.first, to: "one/", since: "one")
    #expect(own.status == 2)
    #expect(own.talk.contains("stands in the folder of output"), "\(own.talk)")
    try folder.write("{}", to: "one/documents.jsonl")
    let changed = try export(Self.first, to: "two", since: "one")
    #expect(changed.status == 2)
    #expect(
      changed.talk.contains("is not the file that one/manifest.json names"), "\(changed.talk)")
    try folder.write("{}", to: "one/manifest.json")
    let other = try export(Self.first, to: "two", since: "one")
    #expect(other.status == 2)
    #expect(other.talk.contains("is no manifest; expected the manifest.json"), "\(other.talk)")
  }
}
