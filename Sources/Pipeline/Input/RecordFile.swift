internal import Compression
internal import Extraction
internal import JSON
internal import RDF

/// A file of records, read one after the other: JSON Lines and YAML hold several.
///
/// JSON Lines are read in parts, so that a file may be larger than the memory.
final class RecordFile {
  /// One record's text.
  struct Document: Sendable {
    let bytes: [UInt8]
    /// The line of the file that it begins on, from 1.
    let firstLine: Int
    /// Where in the file it begins, in bytes.
    var offset = 0
    /// The column of that line that it begins in, from 1.
    var firstColumn = 1
    /// Its number in the file, from 1.
    var number = 1
  }

  private enum Content {
    case unknown
    case lines
    /// Lines of an extractor's columns, and the first one of the next document.
    case columns(Document?)
    /// All documents, the next one last.
    case documents([Document])
  }

  /// Its name for messages and, without its ending, for output.
  let name: String
  /// Its name without the ending of what it is packed with.
  private let innerName: String
  /// What the user says that it is written in.
  private let givenSyntax: InputSyntax?
  /// What the user says of extractors' formats.
  private let extractors: ExtractorSettings
  /// The folder it is in, or nil of standard input.
  let folder: String?
  /// What its records are written in.
  private(set) var syntax = RecordSyntax.json
  private var lines: LineSource
  private var content = Content.unknown
  /// How many documents were read.
  private var count = 0

  /// Opens a file, packed or not; `-` is standard input.
  ///
  /// - Throws: ``RunError`` with what the system says.
  init(
    _ name: String, _ configuration: Configuration
  ) throws(RunError) {
    let isStandardInput = name == "-"
    givenSyntax = configuration.inputSyntax
    extractors = configuration.extractors
    self.name = isStandardInput ? "<stdin>" : name
    innerName = CompressionFormat.nameInside(name)
    lines = LineSource(try FileInput(name, limits: configuration.unpackLimits))
    folder = isStandardInput ? nil : PathName(name).folder
  }

  /// Its name without folders and endings.
  var stem: String {
    folder == nil ? "stdin" : PathName(innerName).stem
  }

  /// Whether a name says that a file is packed.
  static func isPacked(_ name: String) -> Bool { CompressionFormat(fileName: name) != nil }

  /// What of it a record's text is to be known with, once the first was read.
  var source: RecordSource {
    RecordSource(name: name, stem: stem, folder: folder, syntax: syntax)
  }

  /// The next record's text, or nil at the end.
  ///
  /// - Throws: ``RunError`` with what the system says.
  func next() throws(RunError) -> Document? {
    var document = try nextDocument()
    count += 1
    document?.number = count
    return document
  }

  private func nextDocument() throws(RunError) -> Document? {
    switch content {
    case .unknown:
      try begin()
      return try nextDocument()
    case .columns(let line):
      return try nextOfColumns(after: line)
    case .lines:
      while let line = try lines.next() {
        if !Self.isBlank(line.bytes) { return line }
      }
      return nil
    case .documents(var documents):
      let next = documents.popLast()
      content = .documents(documents)
      return next
    }
  }

  /// Finds out what the file holds: by its ending, on standard input by its first line, which is
  /// of JSON Lines when it is a whole JSON value.
  private func begin() throws(RunError) {
    if let format = try extractorFormat() { return try begin(format) }
    guard extractors.isEmpty else {
      throw RunError(
        .wrongUsage, file: name,
        "this is not of an extractor's format, whose names, language and offsets can be told; "
          + "expected no --profile, --language and --offset-unit, or --from with the format")
    }
    let isLines =
      if let givenSyntax {
        givenSyntax == .jsonl
      } else if folder == nil {
        try lines.firstLine().map { (try? JSONDocument.parse($0)) != nil } ?? false
      } else {
        innerName.hasSuffix(".jsonl") || innerName.hasSuffix(".ndjson")
      }
    if isLines {
      content = .lines
    } else {
      let rest = try lines.rest()
      let read =
        givenSyntax.map { $0 == .yaml ? RecordSyntax.yaml : .json }
        ?? (folder == nil ? RecordSyntax(textBeginning: rest) : RecordSyntax(fileName: innerName))
      guard read == .yaml else {
        content = .documents([Document(bytes: rest, firstLine: 1)])
        return
      }
      syntax = .yaml
      content = .documents(
        YAMLDocuments(rest).map {
          Document(
            bytes: Array(rest[$0.range]), firstLine: $0.firstLine, offset: $0.range.lowerBound)
        }.reversed())
    }
  }

  // MARK: Extractors' formats

  /// The extractor's format that the file is in: what the user says, or else what its name or its
  /// beginning does; nil of griot's own record.
  private func extractorFormat() throws(RunError) -> ExtractorFormat? {
    if let givenSyntax { return givenSyntax.extractor }
    if let format = ExtractorFormat(fileName: innerName) { return format }
    if folder != nil, InputSyntax(fileName: innerName) != nil { return nil }
    return try lines.firstLine().flatMap { ExtractorFormat(heading: $0) }
  }

  private func begin(_ format: ExtractorFormat) throws(RunError) {
    var settings = try extractors.settings(of: format, stem: format.documentName(of: stem))
    switch format {
    case .hipe:
      settings.columns = try lines.firstLine().map { ExtractorFormat.columns($0) } ?? []
      guard ExtractorFormat(heading: settings.columns.joined(separator: "\t").utf8) == format else {
        throw RunError(
          .invalidData,
          Diagnostic(
            .error, file: name, position: SourcePosition(line: 1, column: 1),
            "the first line does not head columns of \(format.rawValue); expected "
              + format.expectedColumns))
      }
      content = .columns(nil)
    case .kgx:
      let (bytes, parts) = try graph()
      settings.parts = parts
      content = .documents([Document(bytes: bytes, firstLine: 1)])
    case .ftm, .langchain, .llamaindex:
      content = .documents([Document(bytes: try lines.rest(), firstLine: 1)])
    }
    syntax = .adapted(settings)
  }

  /// The nodes and edges of a graph that may be in two files, nodes first.
  private func graph() throws(RunError) -> ([UInt8], [AdapterSettings.Part]) {
    var halves = [(name: name, bytes: try lines.rest())]
    if folder != nil, let other = ExtractorFormat.otherHalf(of: name), InputFiles.exists(other.name)
    {
      let half = (name: other.name, bytes: try InputFiles.bytes(other.name))
      halves.insert(half, at: other.isOfNodes ? 0 : 1)
    }
    var bytes: [UInt8] = []
    var parts: [AdapterSettings.Part] = []
    for half in halves {
      // So that each file begins on a line of its own.
      if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
      parts.append(AdapterSettings.Part(start: bytes.count, file: half.name))
      bytes += half.bytes
    }
    return (bytes, parts)
  }

  /// The lines up to the one that begins the next document.
  private func nextOfColumns(after line: Document?) throws(RunError) -> Document? {
    var document = line
    var bytes = line?.bytes ?? []
    var hasBegun = line != nil
    content = .columns(nil)
    while let line = try lines.next() {
      let begins = ExtractorFormat.hipe.begins(with: line.bytes)
      if begins, hasBegun {
        content = .columns(line)
        break
      }
      hasBegun = hasBegun || begins
      if document != nil { bytes.append(0x0A) }
      bytes += line.bytes
      document = document ?? line
    }
    return document.map { Document(bytes: bytes, firstLine: $0.firstLine, offset: $0.offset) }
  }

  static func isBlank(_ bytes: [UInt8]) -> Bool {
    bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
  }
}
