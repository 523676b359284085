internal import RDF

/// The table in which people look at candidates and decide: a line a candidate, tabs between.
///
/// A verdict in its column (`same`, `exact`, `close`, `different`, or `none` where the authority has
/// no such thing) becomes a decision; `by`, `at` and `why` say who, when and why.
public enum ReviewTable {
  static let columns = [
    "entity", "label", "class", "authority", "namespace", "rank", "candidate", "candidate_label",
    "candidate_type", "description", "score", "evidence", "sources", "proposal", "verdict", "by",
    "at", "why",
  ]

  /// How many candidates of an entity are shown.
  private static let shownCount = 10

  /// The line of column names.
  public static var head: [UInt8] {
    var bytes: [UInt8] = []
    TabTable.append(columns, to: &bytes)
    return bytes
  }

  /// Appends the candidates of a finding, best first; none where a person has decided already.
  public static func append(_ finding: Finding, to output: inout [UInt8]) {
    let proposal: String
    switch finding.verdict {
    case .linked(let link):
      guard link.justification == .lexical else { return }
      proposal = "match"
    case .open(.decided): return
    case .open(let reason): proposal = "no match: \(reason.words)"
    }
    let language = finding.subject.names.first?.primaryLanguage ?? ""
    for (number, one) in finding.candidates.prefix(shownCount).enumerated() {
      TabTable.append(
        [
          finding.subject.iri, finding.subject.title,
          finding.subject.classes.map(localName).joined(separator: ", "), finding.authority,
          finding.namespace, "\(number + 1)", one.item.iri, one.label(language), one.kinds,
          one.item.summary, "\(one.score)", one.features.evidence,
          one.item.verdicts.map(\.words).joined(separator: "; "), number == 0 ? proposal : "", "",
          "", "", "",
        ], to: &output)
    }
  }

  private static func localName(_ iri: String) -> String {
    iri.lastIndex { $0 == "/" || $0 == "#" }.map { String(iri[iri.index(after: $0)...]) } ?? iri
  }

  /// The decisions of a table that was filled.
  ///
  /// - Parameters:
  ///   - bytes: the table.
  ///   - file: its name, for messages.
  ///   - author: who decided, where the column `by` is empty.
  ///   - date: when, where the column `at` is empty.
  /// - Returns: the decisions in order.
  /// - Throws: ``LinkingError/malformed(_:)``.
  public static func decisions(
    _ bytes: [UInt8], file: String, author: String, date: String
  ) throws(LinkingError) -> [Decision] {
    let table = try TabTable(bytes, file: file)
    try table.require("entity", "candidate", "namespace", "verdict")
    var decisions: [Decision] = []
    for row in table.rows where !row["verdict"].isEmpty {
      guard let verdict = Decision.Verdict(rawValue: row["verdict"]) else {
        throw table.error(row, DecisionLedger.unknown(row["verdict"]))
      }
      let target = row[verdict == .none ? "namespace" : "candidate"]
      for iri in [row["entity"], target] {
        if let reason = IRISyntax.fault(in: iri) {
          throw table.error(row, "\"\(iri)\" is not an absolute IRI: \(reason)")
        }
      }
      var decision = Decision(entity: row["entity"], target: target, verdict: verdict)
      decision.authority = row["authority"]
      decision.author = row["by"].isEmpty ? author : row["by"]
      decision.date = row["at"].isEmpty ? date : row["at"]
      decision.reason = row["why"].isEmpty ? row["evidence"] : row["why"]
      decision.file = file
      decision.line = row.line
      if decision.isLink,
        let other = decisions.first(where: {
          $0.isLink && $0.entity == decision.entity && $0.authority == decision.authority
            && $0.target != target && decision.verdict != .close
        })
      {
        throw table.error(
          row,
          "\(decision.entity) is \(other.target) by line \(other.line); expected one of the two")
      }
      decisions.append(decision)
    }
    return decisions
  }
}
