internal import Validation

/// How a validation report is written.
public enum ReportFormat: String, CaseIterable, Sendable {
  /// For people: grouped, with the lines of the input.
  case people
  /// Lines as compilers print them, one a result.
  case lines
  /// A SHACL validation report as Turtle.
  case ttl
  /// A SHACL validation report as N-Triples.
  case nt
  /// A SHACL validation report as N-Quads.
  case nq
  /// A SHACL validation report as TriG.
  case trig
  /// A SHACL validation report as RDF/XML.
  case rdf
  /// A SHACL validation report as JSON-LD.
  case jsonld
  /// A SHACL validation report as RDF/JSON.
  case rj
  /// One JSON object.
  case json
  /// A table, a line a result.
  case csv
  /// SARIF 2.1.0, for the screens of code scanning.
  case sarif
  /// JUnit XML, for the screens of tests.
  case junit
  /// Workflow commands, by which GitHub annotates lines.
  case github

  var form: ReportForm { ReportForm(rawValue: rawValue) ?? .people }
}

/// From which severity on data fail.
public enum FailureLevel: String, CaseIterable, Sendable {
  /// By anything that is found.
  case info
  /// By warnings and violations.
  case warning
  /// By violations alone.
  case violation

  var severity: Severity {
    switch self {
    case .info: .info
    case .warning: .warning
    case .violation: .violation
    }
  }
}

/// What a report is to be.
public struct ReportSettings: Sendable {
  /// How it is written.
  public var format = ReportFormat.people
  /// The file it is written to; nil for standard output.
  public var output: String?
  /// From which severity on data fail.
  public var failOn = FailureLevel.violation
  /// How many results of one constraint are made; nil for all.
  public var maxPerConstraint: Int? = 1000
  /// How many results are in the report; nil for all.
  public var maxResults: Int? = 100_000
  /// How many results of a group people see.
  public var exampleCount = 3
  /// Whether a terminal shows colours.
  public var hasColours = false
  /// Whether no more is said than what is wrong.
  public var isTerse = false

  /// Makes the usual settings.
  public init() {}

  var style: ReportForm.Style {
    ReportForm.Style(
      hasColours: hasColours, isTerse: isTerse, listsFaults: output != nil,
      exampleCount: exampleCount, failure: failOn.severity)
  }
}
