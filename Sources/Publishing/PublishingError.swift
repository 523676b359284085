public import HTTP
public import RDF
public import RDFIO

/// Why a store has not what it should; none says a secret.
public enum PublishingError: Error, Sendable {
  /// There is no answer.
  case noAnswer(HTTPError, url: String)
  /// The store says that it does not know who asks, or what that one may do.
  case notAllowed(status: Int, url: String, isNamed: Bool)
  /// The store does not do what it is asked.
  case refused(status: Int, url: String, deed: String, said: String)
  /// The store answers what cannot be understood.
  case unreadable(url: String, deed: String, said: String)
  /// A graph has not as many statements as were put there.
  case miscounted(GraphName, url: String, sent: Int, counted: Int)
  /// A store has no graph without a name.
  case noUnnamedGraph(StoreKind)
  /// It takes a query or an update, and nothing says where those go.
  case noEndpoint(flag: String, reason: String)
  /// What a store gives back is no RDF.
  case unreadableGraph(RDFIOError)
  /// A term cannot be kept.
  case term(TermError)
  /// Blank nodes are too much alike to be compared.
  case undecided(GraphName, reason: String)
  /// The file that says what was loaded cannot be read or written, or is of something else.
  case journal(file: String, reason: String)

  /// The error as a message, whose file is the address that was asked.
  public var diagnostic: Diagnostic {
    switch self {
    case .noAnswer(let error, let url): Diagnostic(.error, file: url, "\(error)")
    case .notAllowed(let status, let url, let isNamed):
      Diagnostic(
        .error, file: url,
        isNamed
          ? "the store does not take this user and secret (\(status)); are both right, and may "
            + "that user write?"
          : "the store asks who is there (\(status)); --user names a user, GRIOT_STORE_PASSWORD "
            + "in the environment holds the password")
    case .refused(let status, let url, let deed, let said):
      Diagnostic(
        .error, file: url,
        "the store does not \(deed) (\(status))\(said.isEmpty ? "" : ": \(said)")")
    case .unreadable(let url, let deed, let said):
      Diagnostic(
        .error, file: url,
        "the store was asked to \(deed) and answers what is no such thing: \(said)")
    case .miscounted(let graph, let url, let sent, let counted):
      Diagnostic(
        .error, file: url,
        "\(sent) statements were put beside \(graph) and the store counts \(counted); the graph is "
          + "as it was")
    case .noUnnamedGraph(let kind):
      Diagnostic(
        .error, file: nil,
        "a \(kind.rawValue) store has no graph without a name to load into; --graph names one")
    case .noEndpoint(let flag, let reason):
      Diagnostic(.error, file: nil, "\(reason); \(flag) says where they go")
    case .unreadableGraph(let error): error.diagnostic
    case .term(let error): Diagnostic(.error, file: nil, error.description)
    case .undecided(let graph, let reason):
      Diagnostic(.error, file: nil, "\(graph) cannot be compared: \(reason)")
    case .journal(let file, let reason): Diagnostic(.error, file: file, reason)
    }
  }
}
