public import RDF

/// Why linking cannot go on.
public enum LinkingError: Error, Sendable {
  /// A table, a dump or a file of decisions is not as expected; the message says where.
  case malformed(Diagnostic)
  /// An authority's file is none, or SQLite cannot read or write it; the reason is its own.
  case store(file: String, reason: String)
  /// A term of the link set cannot be made.
  case term(TermError)
  /// A service gives no answer, or not one that it should.
  case service(name: String, query: String?, reason: String)
}

extension LinkingError: CustomStringConvertible {
  /// The error as a message about its file.
  public var diagnostic: Diagnostic {
    switch self {
    case .malformed(let diagnostic): diagnostic
    case .store(let file, let reason): Diagnostic(.error, file: file, reason)
    case .term(let error): Diagnostic(.error, file: nil, error.description)
    case .service(let name, let query, let reason):
      Diagnostic(
        .error, file: nil,
        "the service \(name)\(query.map { ", asked for \"\($0)\"" } ?? ""): \(reason)")
    }
  }

  /// The error as compilers print it.
  public var description: String { diagnostic.description }
}
