public import RDFIO

/// How a report is written.
public enum ReportForm: String, CaseIterable, Sendable {
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

  /// How a report looks where a form leaves a choice.
  public struct Style: Sendable {
    /// Whether a terminal shows colours.
    public var hasColours: Bool
    /// Whether no more is said than what is wrong.
    public var isTerse: Bool
    /// Whether people are told what could not be evaluated, which else is told beside the report.
    public var listsFaults: Bool
    /// How many results of a group are shown to people.
    public var exampleCount: Int
    /// The severity from which on data fail.
    public var failure: Severity

    /// Makes a style.
    public init(
      hasColours: Bool = false, isTerse: Bool = false, listsFaults: Bool = true,
      exampleCount: Int = 3, failure: Severity = .violation
    ) {
      self.hasColours = hasColours
      self.isTerse = isTerse
      self.listsFaults = listsFaults
      self.exampleCount = exampleCount
      self.failure = failure
    }
  }

  /// Writes a report.
  ///
  /// - Parameters:
  ///   - report: the report.
  ///   - style: where the form leaves a choice.
  /// - Returns: the document as UTF-8.
  /// - Throws: ``RDFIOError`` where a syntax of RDF cannot hold a value.
  public func write(_ report: Report, style: Style = Style()) throws(RDFIOError) -> [UInt8] {
    switch self {
    case .people: PeopleReport.write(report, style)
    case .lines: LinesReport.write(report)
    case .ttl, .nt, .nq, .trig, .rdf, .jsonld, .rj: try RDFReport.write(report, self)
    case .json: JSONReport.write(report, style)
    case .csv: CSVReport.write(report)
    case .sarif: SARIFReport.write(report)
    case .junit: JUnitReport.write(report, style)
    case .github: GitHubReport.write(report)
    }
  }
}
