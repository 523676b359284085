/// The formats that extractors and annotation tools write, beside griot's own record.
///
/// Where the content tells which one a file has, the first that knows it is taken.
public enum ExtractorFormat: String, CaseIterable, Sendable {
  /// The shared task HIPE's columns: a token a line, its entities and their links.
  case hipe
  /// What spaCy's `Doc.to_json` gives.
  case spacy
  /// Entities and relations that GLiNER predicts.
  case gliner
  /// Annotated documents of Google LangExtract.
  case langextract
  /// Tasks that Label Studio exports, as JSON or JSON-MIN.
  case labelstudio
  /// UIMA CAS JSON 0.4, which INCEpTION exports.
  case cas
  /// brat's standoff beside a text.
  case brat
  /// FollowTheMoney's entities.
  case ftm
  /// KGX: graphs in the Biolink Model's words.
  case kgx
  /// LangChain's graph documents.
  case langchain
  /// LlamaIndex's property graphs.
  case llamaindex

  /// What of a file is a document.
  public enum Part: Sendable {
    /// The whole file.
    case file
    /// Lines up to the next one that begins a document.
    case lines
    /// A JSON value: the file's own, one a line, or an element of an array.
    case value
  }

  /// The name of the shipped profile of its names.
  public var profile: String { adapter.profile ?? rawValue }

  /// What turns it into records.
  var adapter: any Adapter.Type {
    switch self {
    case .hipe: HIPEAdapter.self
    case .spacy: SpaCyAdapter.self
    case .gliner: GLiNERAdapter.self
    case .langextract: LangExtractAdapter.self
    case .labelstudio: LabelStudioAdapter.self
    case .cas: CASAdapter.self
    case .brat: BratAdapter.self
    case .ftm: FollowTheMoneyAdapter.self
    case .kgx: KGXAdapter.self
    case .langchain: LangChainAdapter.self
    case .llamaindex: LlamaIndexAdapter.self
    }
  }

  /// What of a file is a document.
  public var part: Part { adapter.part }

  /// The ending of files that are of no other format.
  var ending: String? {
    switch self {
    case .brat: "ann"
    default: nil
    }
  }

  /// Endings of files that only extractors write.
  public static var endings: [String] { ["tsv"] + allCases.compactMap(\.ending) }

  /// The format that a file's name says; nil of endings that several have.
  public init?(fileName: String) {
    guard
      let format = Self.allCases.first(where: {
        $0.ending.map { fileName.hasSuffix(".\($0)") } ?? false
      })
    else { return nil }
    self = format
  }

  /// The format of a text whose first line heads columns with tabs between; nil of another.
  public init?(heading line: some Collection<UInt8>) {
    let columns = Self.columns(line)
    guard let format = Self.allCases.first(where: { $0.adapter.recognises(columns: columns) })
    else {
      return nil
    }
    self = format
  }

  /// The format of a JSON value that a text begins with; nil of griot's own record and of others.
  public init?(json bytes: [UInt8]) {
    let outline = JSONOutline(bytes)
    guard !outline.keys.isEmpty, !outline.has("griot"),
      let format = Self.allCases.first(where: { $0.adapter.recognises(outline) })
    else { return nil }
    self = format
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

  /// What the first line of its columns has, for messages; nil of a format that has none.
  public var expectedColumns: String? { adapter.expectedColumns }

  /// Whether a first line heads its columns.
  public func isHeaded(by columns: [String]) -> Bool { adapter.recognises(columns: columns) }

  /// Whether a document of a file of several begins with a line.
  public func begins(with line: [UInt8]) -> Bool { adapter.begins(with: line[...]) }

  /// The names of the columns that a line heads.
  public static func columns(_ line: some Collection<UInt8>) -> [String] {
    line.split(separator: 0x09, omittingEmptySubsequences: false).map { cell in
      String(decoding: cell.filter { $0 != 0x0D }, as: UTF8.self)
    }
  }
}
