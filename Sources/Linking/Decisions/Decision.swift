internal import RDF

/// What a person decided of an entity and a thing.
public struct Decision: Hashable, Sendable {
  /// What was decided.
  public enum Verdict: String, CaseIterable, Sendable {
    /// They are one.
    case same
    /// They are concepts that can stand for each other.
    case exact
    /// They are concepts that are near each other.
    case close
    /// They are not one.
    case different
    /// The authority has no such thing; the target is its namespace.
    case none
  }

  /// The entity's IRI.
  public let entity: String
  /// The thing's IRI, or the authority's namespace with ``Verdict/none``.
  public let target: String
  /// What was decided.
  public let verdict: Verdict
  /// The authority's name; empty where that is not known.
  public var authority = ""
  /// Who decided; empty where nothing says.
  public var author = ""
  /// When, as the table or the user says; empty where nothing does.
  public var date = ""
  /// Why, in the words of who decided.
  public var reason = ""
  /// The file and line that the decision stands in.
  public var file = ""
  /// The line of the file.
  public var line = 0

  /// Makes a decision.
  public init(entity: String, target: String, verdict: Verdict) {
    self.entity = entity
    self.target = target
    self.verdict = verdict
  }

  /// Whether it makes a link.
  public var isLink: Bool { verdict == .same || verdict == .exact || verdict == .close }

  /// What a link by the decision says.
  var relation: Link.Relation {
    switch verdict {
    case .exact: .exactMatch
    case .close: .closeMatch
    case .same, .different, .none: .sameAs
    }
  }

  /// What stands behind a link by the decision, in a line.
  var evidence: String {
    let who = author.isEmpty ? "decided" : "decided by \(author)"
    return ["\(who)\(date.isEmpty ? "" : " on \(date)")", reason]
      .filter { !$0.isEmpty }.joined(separator: ": ")
  }

  /// The message that a decision makes no link.
  func refusal(_ reason: String) -> Diagnostic {
    Diagnostic(
      .error, file: file.isEmpty ? nil : file,
      position: line > 0 ? SourcePosition(line: line, column: nil) : nil,
      "\(entity) is not linked to \(target): \(reason)")
  }
}
