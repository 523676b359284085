import Foundation
import Testing

/// How far an export is, which people see and programs do not.
@Suite struct ProgressTests {
  /// Runs griot with a terminal as its standard error, through util-linux's script.
  private func onTerminal(_ flags: String) throws -> String {
    let folder = try GriotFolder()
    let people = (0..<40).map { #"{"id":"p\#($0)","type":"Person","label":"Personne \#($0)"}"# }
    let lines = (0..<3000).map { number in
      #"{"griot":1,"source":{"id":"a\#(number)","language":"fr","text":"-"},"entities":[\#(people.joined(separator: ","))]}"#
        + "\n"
    }
    try folder.write(lines.joined(), to: "a.jsonl")
    let (status, _) = try folder.run(
      "/usr/bin/script",
      [
        "-qec", "\(GriotFolder.program) export a.jsonl -o out --threads 1 \(flags)", "log",
      ])
    #expect(status == 0)
    return try folder.text("log")
  }

  @Test(arguments: ["--formats nq", "--formats graphml"])
  func isShownOnATerminal(_ flags: String) throws {
    let shown = try onTerminal(flags)
    let lines = shown.matches(of: /(\d+) articles, (\d+) a second, (\d+) s left/)
    #expect(!lines.isEmpty, "\(shown)")
    let counts = lines.compactMap { Int($0.1) }
    #expect(counts == counts.sorted() && counts.allSatisfy { 1...3000 ~= $0 })
    // The line makes place for what is said at the end.
    #expect(shown.contains("\r\u{1B}[K3000 articles: 120000 entities"), "\(shown.suffix(500))")
  }

  @Test(arguments: ["--formats nq --quiet", "--formats nq --message-format json"])
  func isNotShownWhereNobodyAsked(_ flags: String) throws {
    let shown = try onTerminal(flags)
    #expect(!shown.contains("a second"), "\(shown)")
  }
}
