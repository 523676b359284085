/// The formats that extractors and annotation tools write, beside griot's own record.
public enum ExtractorFormat: String, CaseIterable, Sendable {
  /// The shared task HIPE's columns: a token a line, its entities and their links.
  case hipe

  /// What its tool is called, where the format is that of one tool.
  var extractor: String? {
    switch self {
    case .hipe: nil
    }
  }

  /// The shipped profile of its names.
  public var profile: String {
    switch self {
    case .hipe: "hipe"
    }
  }

  /// What turns it into records.
  var adapter: any Adapter.Type {
    switch self {
    case .hipe: HIPEAdapter.self
    }
  }

  /// The format that a file's name says; nil of endings that several have.
  public init?(fileName: String) {
    nil
  }

  /// The format of a text whose first line heads columns with tabs between; nil of another.
  public init?(heading line: some Collection<UInt8>) {
    let columns = Self.columns(line)
    guard HIPEAdapter.recognises(columns: columns) else {
      return nil
    }
    self = .hipe
  }

  /// What the first line of its columns has, for messages.
  public var expectedColumns: String {
    switch self {
    case .hipe: "TOKEN and NE-COARSE-LIT among them, with tabs between"
    }
  }

  /// Whether a document of a file of several begins with a line.
  public func begins(with line: [UInt8]) -> Bool {
    switch self {
    case .hipe: HIPEAdapter.begins(with: line[...])
    }
  }

  /// The names of the columns that a line heads.
  public static func columns(_ line: some Collection<UInt8>) -> [String] {
    line.split(separator: 0x09, omittingEmptySubsequences: false).map { cell in
      String(decoding: cell.filter { $0 != 0x0D }, as: UTF8.self)
    }
  }
}
