internal import Compression
internal import Extraction
internal import JSON

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
  }

  private enum Content {
    case unknown
    case lines
    /// All documents, the next one last.
    case documents([Document])
  }

  /// Its name for messages and, without its ending, for output.
  let name: String
  /// Its name without the ending of what it is packed with.
  private let innerName: String
  /// What the user says that it is written in.
  private let givenSyntax: InputSyntax?
  /// The folder it is in, or nil of standard input.
  let folder: String?
  /// What its records are written in.
  private(set) var syntax = RecordSyntax.json
  private var lines: LineSource
  private var content = Content.unknown

  /// Opens a file, packed or not; `-` is standard input.
  ///
  /// - Throws: ``RunError`` with what the system says.
  init(
    _ name: String, syntax: InputSyntax? = nil,
    limits: DecompressionLimits = DecompressionLimits()
  ) throws(RunError) {
    let isStandardInput = name == "-"
    givenSyntax = syntax
    self.name = isStandardInput ? "<stdin>" : name
    innerName = CompressionFormat.nameInside(name)
    lines = LineSource(try FileInput(name, limits: limits))
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
    switch content {
    case .unknown:
      return try begin()
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
  private func begin() throws(RunError) -> Document? {
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
      switch givenSyntax.map({ $0 == .yaml ? .yaml : .json })
        ?? (folder == nil ? RecordSyntax(textBeginning: rest) : RecordSyntax(fileName: innerName))
      {
      case .json: content = .documents([Document(bytes: rest, firstLine: 1)])
      case .yaml:
        syntax = .yaml
        content = .documents(
          YAMLDocuments(rest).map {
            Document(
              bytes: Array(rest[$0.range]), firstLine: $0.firstLine, offset: $0.range.lowerBound)
          }.reversed())
      }
    }
    return try next()
  }

  fileprivate static func isBlank(_ bytes: [UInt8]) -> Bool {
    bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
  }
}

/// The lines of an input, of which only one part is held at a time.
private struct LineSource {
  private let input: FileInput
  private var buffer: [UInt8] = []
  private var position = 0
  private var scanned = 0
  private var line = 1
  /// How many bytes were read before the buffer's first.
  private var offset = 0
  private var isAtEnd = false

  init(_ input: FileInput) {
    self.input = input
  }

  /// The next line without its end, or nil at the end of the input.
  mutating func next() throws(RunError) -> RecordFile.Document? {
    while true {
      if let end = buffer[scanned...].firstIndex(of: 0x0A) {
        defer {
          position = end + 1
          scanned = position
          line += 1
        }
        return RecordFile.Document(
          bytes: Array(buffer[position..<end]), firstLine: line, offset: offset + position)
      }
      scanned = buffer.count
      if isAtEnd {
        guard position < buffer.count else { return nil }
        defer { position = buffer.count }
        return RecordFile.Document(
          bytes: Array(buffer[position...]), firstLine: line, offset: offset + position)
      }
      if position > 0 {
        buffer.removeSubrange(..<position)
        offset += position
        scanned -= position
        position = 0
      }
      let part = try input.next()
      isAtEnd = part.isEmpty
      buffer += part
    }
  }

  /// The first line that is not blank, which is not taken; nil where there is none.
  mutating func firstLine() throws(RunError) -> [UInt8]? {
    var start = 0
    while true {
      if let end = buffer[start...].firstIndex(of: 0x0A) {
        let line = Array(buffer[start..<end])
        if !RecordFile.isBlank(line) { return line }
        start = end + 1
        continue
      }
      let part = try input.next()
      if part.isEmpty {
        isAtEnd = true
        let line = Array(buffer[start...])
        return RecordFile.isBlank(line) ? nil : line
      }
      buffer += part
    }
  }

  /// All bytes that are left.
  mutating func rest() throws(RunError) -> [UInt8] {
    defer {
      buffer = []
      position = 0
      scanned = 0
      isAtEnd = true
    }
    return isAtEnd ? Array(buffer[position...]) : Array(buffer[position...]) + (try input.rest())
  }
}
