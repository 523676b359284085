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
    /// Whether it is a line of JSON Lines.
    var isLine = false
  }

  private enum Content {
    case unknown
    case lines
    /// Lines of an extractor's columns, and the first one of the next document.
    case columns(ExtractorFormat, Document?)
    /// Lines of an extractor's JSON values, and the documents of the last one, the next one last.
    case values(ExtractorFormat, [Document])
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

  /// How many bytes of the file, packed as it is, were read.
  var bytesRead: Int { lines.bytesRead }

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
    case .columns(let format, let line):
      return try nextOfColumns(format, after: line)
    case .values(let format, let held):
      return try nextOfValues(format, held)
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

  /// Finds out what the file holds: by its ending and by how it begins; on standard input a first
  /// line that is a whole JSON value is of JSON Lines.
  private func begin() throws(RunError) {
    if let format = try namedFormat() { return try begin(format) }
    if try isLines() {
      let first = givenSyntax == nil ? try lines.firstLine() : nil
      if let format = first.flatMap({ ExtractorFormat(json: $0) }) {
        return try begin(format)
      }
      try refuseExtractorSettings()
      content = .lines
    } else {
      let rest = try lines.rest()
      if givenSyntax == nil, let format = ExtractorFormat(json: rest) {
        return try begin(format, rest)
      }
      try refuseExtractorSettings()
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

  private func isLines() throws(RunError) -> Bool {
    if let givenSyntax, givenSyntax.extractor == nil { return givenSyntax == .jsonl }
    if folder == nil {
      return try lines.firstLine().map { (try? JSONDocument.parse($0)) != nil } ?? false
    }
    return innerName.hasSuffix(".jsonl") || innerName.hasSuffix(".ndjson")
  }

  // MARK: Extractors' formats

  private func refuseExtractorSettings() throws(RunError) {
    guard !extractors.isEmpty else { return }
    throw RunError(
      .wrongUsage, file: name,
      "this is not of an extractor's format, whose names, language and offsets can be told; "
        + "expected no --profile, --language and --offset-unit, or --from with the format")
  }

  /// The extractor's format that the user or the file's name says, or the columns that its first
  /// line heads; nil of griot's own record and of JSON.
  private func namedFormat() throws(RunError) -> ExtractorFormat? {
    if let givenSyntax { return givenSyntax.extractor }
    if let format = ExtractorFormat(fileName: innerName) { return format }
    if folder != nil, InputSyntax(fileName: innerName) != nil { return nil }
    return try lines.firstLine().flatMap { ExtractorFormat(heading: $0) }
  }

  private func begin(_ format: ExtractorFormat, _ beginning: [UInt8]? = nil) throws(RunError) {
    var settings = try extractors.settings(of: format, stem: format.documentName(of: stem))
    if let expected = format.expectedColumns {
      settings.columns = try lines.firstLine().map { ExtractorFormat.columns($0) } ?? []
      guard format.isHeaded(by: settings.columns) else {
        throw RunError(
          .invalidData,
          Diagnostic(
            .error, file: name, position: SourcePosition(line: 1, column: 1),
            "the first line does not head columns of \(format.rawValue); expected \(expected)"))
      }
    }
    switch format.part {
    case .lines: content = .columns(format, nil)
    case .file:
      let (bytes, parts) = try withOtherHalf(try rest(beginning), format)
      settings.parts = parts
      content = .documents([Document(bytes: bytes, firstLine: 1)])
    case .value:
      var isLines = false
      if beginning == nil { isLines = try self.isLines() }
      guard !isLines else {
        settings.isOneOfSeveral = true
        content = .values(format, [])
        break
      }
      let documents = Self.documents(
        of: Document(bytes: try rest(beginning), firstLine: 1), format)
      settings.isOneOfSeveral = documents.count > 1
      content = .documents(documents.reversed())
    }
    syntax = .adapted(settings)
  }

  /// What was read, or else all there is.
  private func rest(_ beginning: [UInt8]?) throws(RunError) -> [UInt8] {
    if let beginning { return beginning }
    return try lines.rest()
  }

  /// What was read together with the other file that the document is in, where its format has a
  /// graph's nodes and edges in two; the nodes first.
  private func withOtherHalf(
    _ bytes: [UInt8], _ format: ExtractorFormat
  ) throws(RunError) -> ([UInt8], [AdapterSettings.Part]) {
    guard format == .kgx, folder != nil, let other = ExtractorFormat.otherHalf(of: name),
      InputFiles.exists(other.name)
    else { return (bytes, []) }
    var halves = [(name: name, bytes: bytes)]
    let half = (name: other.name, bytes: try InputFiles.bytes(other.name))
    halves.insert(half, at: other.isOfNodes ? 0 : 1)
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

  /// The documents of an extractor's format in a part of a file.
  private static func documents(of part: Document, _ format: ExtractorFormat) -> [Document] {
    let ranges = ExtractorDocuments(part.bytes, format).ranges
    guard ranges != [part.bytes.indices] else { return [part] }
    let places = LineMap(part.bytes)
    return ranges.map { range in
      let place = places.position(of: range.lowerBound)
      return Document(
        bytes: Array(part.bytes[range]), firstLine: part.firstLine + place.line - 1,
        offset: part.offset + range.lowerBound, firstColumn: place.column)
    }
  }

  /// The next document of lines that hold one or several each.
  private func nextOfValues(
    _ format: ExtractorFormat, _ held: [Document]
  ) throws(RunError) -> Document? {
    var held = held
    while held.isEmpty, let line = try lines.next() {
      if !Self.isBlank(line.bytes) { held = Self.documents(of: line, format).reversed() }
    }
    let next = held.popLast()
    content = .values(format, held)
    return next
  }

  /// The lines up to the one that begins the next document.
  private func nextOfColumns(
    _ format: ExtractorFormat, after line: Document?
  ) throws(RunError) -> Document? {
    var document = line
    var bytes = line?.bytes ?? []
    var hasBegun = line != nil
    content = .columns(format, nil)
    while let line = try lines.next() {
      let begins = format.begins(with: line.bytes)
      if begins, hasBegun {
        content = .columns(format, line)
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
