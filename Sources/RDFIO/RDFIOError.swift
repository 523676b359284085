public import RDF

/// Why RDF cannot be read or written.
public enum RDFIOError: Error, Hashable, Sendable {
  /// A document is not of its syntax; the message is the parser's, with the line it names.
  case syntax(file: String, position: SourcePosition?, message: String)
  /// A term of a document cannot be.
  case term(TermError, file: String, position: SourcePosition?)
  /// A statement is in a graph with a name, which the syntax to write has not.
  case graphName(String, syntax: String, file: String, position: SourcePosition?)
  /// A serialiser cannot write a term faithfully.
  case unwritable(term: String, syntax: String, reason: String)
  /// What a serialiser wrote reads back as something else.
  case unfaithful(syntax: String, written: Int, readBack: Int)
  /// libraptor does not start.
  case raptorUnavailable
  /// libraptor has not this syntax.
  case unknownSyntax(String)
}

extension RDFIOError: CustomStringConvertible {
  /// The error as compilers print it.
  public var description: String { diagnostic.description }

  /// The error as a message about its file.
  public var diagnostic: Diagnostic { diagnostic(in: nil) }

  /// The error as a message about its file, or another where it has none.
  public func diagnostic(in input: String?) -> Diagnostic {
    switch self {
    case .syntax(let file, let position, let message):
      Diagnostic(.error, file: file, position: position, message)
    case .term(let error, let file, let position):
      Diagnostic(.error, file: file, position: position, error.description)
    case .graphName(let name, let syntax, let file, let position):
      Diagnostic(
        .error, file: file, position: position,
        "this statement is in the graph \(name), and \(syntax) has no graph names")
    case .unwritable(let term, let syntax, let reason):
      Diagnostic(
        .error, file: input, "\(syntax) cannot hold \(term): \(reason); write N-Triples instead")
    case .unfaithful(let syntax, let written, let readBack):
      Diagnostic(
        .error, file: input,
        "\(written) triples were written as \(syntax) and \(readBack) of them read back the same; "
          + "nothing was kept")
    case .raptorUnavailable:
      Diagnostic(.error, file: nil, "libraptor2 does not start; is it installed whole?")
    case .unknownSyntax(let name):
      Diagnostic(.error, file: nil, "libraptor2 has no syntax called \"\(name)\"")
    }
  }
}
