internal import Foundation
internal import Publishing
internal import Testing

@Suite
struct BulkLayoutTests {
  private let parts = [
    BulkPart(name: "part-0000.nq.gz", sha256: String(repeating: "a", count: 64)),
    BulkPart(name: "part-0003.nq.gz", sha256: String(repeating: "b", count: 64)),
  ]

  private func files(_ layout: BulkLayout) -> [String: String] {
    Dictionary(uniqueKeysWithValues: layout.files(for: parts).map { ($0.name, $0.text) })
  }

  @Test(arguments: BulkLayout.allCases)
  func hasSumsAScriptAndWords(_ layout: BulkLayout) throws {
    let files = files(layout)
    let sums = """
      \(String(repeating: "a", count: 64))  part-0000.nq.gz
      \(String(repeating: "b", count: 64))  part-0003.nq.gz

      """
    #expect(files["SHA256SUMS"] == sums)
    let script = try #require(files["load.sh"])
    #expect(script.hasPrefix("#!/bin/sh\n"))
    #expect(script.contains("[ $# -ne 2 ]"))
    let words = try #require(files["README.md"])
    #expect(words.contains("**not tried**") == !layout.isTested)
    #expect(words.contains("sh load.sh"))
  }

  @Test func onlyTheStoresThatAreRunAreTested() {
    #expect(BulkLayout.allCases.filter(\.isTested) == [.virtuoso, .oxigraph])
  }

  /// isql says a statement again that fails, which must not be taken for the word of success.
  @Test func virtuososStatementsDoNotHoldTheWordOfSuccess() throws {
    let files = files(.virtuoso)
    let script = try #require(files["load.sh"])
    let word = try #require(
      script.components(separatedBy: "*\"").last?.split(separator: "\"").first)
    #expect(word == "griot: all parts are loaded")
    #expect(try #require(files["load.sql"]).contains(word) == false)
  }
}
