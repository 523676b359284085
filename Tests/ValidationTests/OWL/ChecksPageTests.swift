import Foundation
import Testing

@testable import Validation

/// docs/ontology-checks.md has each check with an example that was run.
@Suite struct ChecksPageTests {
  private static let page = FileManager.default.currentDirectoryPath + "/docs/ontology-checks.md"

  private func rows(_ cases: [RuleCase], withLevel: Bool) -> String {
    var text =
      withLevel
      ? "| rule | axiom | from | ontology | data | message |\n|---|---|---|---|---|---|\n"
      : "| check | axiom | example | message |\n|---|---|---|---|\n"
    for one in cases {
      let ontology = one.ontology.isEmpty ? "" : "`\(one.ontology)` "
      let level = withLevel ? " \(one.level.rawValue) | \(ontology)|" : ""
      text += "| `\(one.rule)` | \(one.axiom) |\(level) `\(one.bad)` | `\(one.message)` |\n"
    }
    return text
  }

  /// Set GRIOT_ACCEPT to write the tables in place of comparing them.
  @Test func tablesAreThoseOfTheTests() throws {
    let text = try String(contentsOfFile: Self.page, encoding: .utf8)
    var made = text
    for (name, table) in [
      ("inconsistencies", rows(RuleCase.inconsistencies, withLevel: true)),
      ("closed world", rows(RuleCase.closedWorld, withLevel: false)),
    ] {
      let start = try #require(made.range(of: "<!-- \(name) -->\n"))
      let end = try #require(
        made.range(of: "<!-- end -->", range: start.upperBound..<made.endIndex))
      made.replaceSubrange(start.upperBound..<end.lowerBound, with: table)
    }
    if ProcessInfo.processInfo.environment["GRIOT_ACCEPT"] != nil {
      try made.write(toFile: Self.page, atomically: true, encoding: .utf8)
    }
    #expect(
      try String(contentsOfFile: Self.page, encoding: .utf8) == made,
      "GRIOT_ACCEPT=1 swift test --filter ChecksPageTests writes the page")
  }

  /// Every rule that ends in an inconsistency has its row.
  @Test func allRulesAreThere() {
    let shown = Set(RuleCase.inconsistencies.map(\.rule))
    let missing = EntailmentRule.allCases.filter { $0.isContradiction }.map(\.rawValue)
      .filter { !shown.contains($0) }
    #expect(missing == [])
    let checks = Set(RuleCase.closedWorld.map(\.rule))
    #expect(AxiomCheckList.all.map { $0.component }.filter { !checks.contains($0) } == [])
  }
}
