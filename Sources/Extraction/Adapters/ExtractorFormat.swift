/// The formats that extractors and annotation tools write, beside griot's own record.
public enum ExtractorFormat: String, CaseIterable, Sendable {
  /// The shared task HIPE's columns: a token a line, its entities and their links.
  case hipe
  /// FollowTheMoney's entities.
  case ftm
  /// KGX: graphs in the Biolink Model's words.
  case kgx
  /// LangChain's graph documents.
  case langchain
  /// LlamaIndex's property graphs.
  case llamaindex

  /// What its tool is called, where the format is that of one tool.
  var extractor: String? {
    switch self {
    case .hipe: nil
    case .ftm: "FollowTheMoney"
    case .kgx: "KGX"
    case .langchain: "LangChain"
    case .llamaindex: "LlamaIndex"
    }
  }

  /// The shipped profile of its names.
  public var profile: String {
    switch self {
    case .hipe: "hipe"
    case .ftm: "ftm"
    case .kgx: "kgx"
    case .langchain, .llamaindex: "labels"
    }
  }

  /// What turns it into records.
  var adapter: any Adapter.Type {
    switch self {
    case .hipe: HIPEAdapter.self
    case .ftm: FollowTheMoneyAdapter.self
    case .kgx: KGXAdapter.self
    case .langchain: LangChainAdapter.self
    case .llamaindex: LlamaIndexAdapter.self
    }
  }

  /// The format that a file's name says; nil of endings that several have.
  public init?(fileName: String) {
    nil
  }

  /// The format of a text whose first line heads columns with tabs between; nil of another.
  public init?(heading line: some Collection<UInt8>) {
    let columns = Self.columns(line)
    if HIPEAdapter.recognises(columns: columns) {
      self = .hipe
    } else if KGXAdapter.recognises(columns: columns) {
      self = .kgx
    } else {
      return nil
    }
  }

  /// The name of the file with the other half of a graph, and whether that has the nodes; nil of a
  /// name that says nothing of nodes and edges.
  public static func otherHalf(of name: String) -> (name: String, isOfNodes: Bool)? {
    KGXAdapter.otherHalf(of: name)
  }

  /// What documents of a file are called, of the file's name without endings.
  public func documentName(of stem: String) -> String {
    self == .kgx ? KGXAdapter.graphName(of: stem) : stem
  }

  /// What the first line of its columns has, for messages.
  public var expectedColumns: String {
    switch self {
    case .hipe: "TOKEN and NE-COARSE-LIT among them, with tabs between"
    case .ftm, .kgx, .langchain, .llamaindex: ""
    }
  }

  /// Whether a document of a file of several begins with a line.
  public func begins(with line: [UInt8]) -> Bool {
    switch self {
    case .hipe: HIPEAdapter.begins(with: line[...])
    case .ftm, .kgx, .langchain, .llamaindex: false
    }
  }

  /// The names of the columns that a line heads.
  public static func columns(_ line: some Collection<UInt8>) -> [String] {
    line.split(separator: 0x09, omittingEmptySubsequences: false).map { cell in
      String(decoding: cell.filter { $0 != 0x0D }, as: UTF8.self)
    }
  }
}
