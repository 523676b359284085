internal import JSON
public import RDF

/// Reads extraction records from JSON or YAML and checks all that needs no ontology.
///
/// All faults of a record are found, not the first alone. Evidence is held against the article's
/// text where that is at hand; where it is not, a note says so and nothing else changes.
public struct RecordReader: Sendable {
  /// What reading gave.
  public struct Result: Sendable {
    /// The record, or nil when it has errors.
    public let record: ExtractionRecord?
    /// Errors, warnings and notes in order of place.
    public let diagnostics: [Diagnostic]

    /// What of an extractor's format the record has no place for, with how often it was there.
    public let omissions: [String: Int]

    /// Makes a result.
    public init(
      record: ExtractionRecord?, diagnostics: [Diagnostic], omissions: [String: Int] = [:]
    ) {
      self.record = record
      self.diagnostics = diagnostics
      self.omissions = omissions
    }
  }

  private let texts: TextFolder?

  /// Makes a reader.
  ///
  /// - Parameter texts: where texts are; without it, beside the record.
  public init(texts: TextFolder? = nil) {
    self.texts = texts
  }

  /// Reads one record.
  ///
  /// - Parameters:
  ///   - bytes: the record's text, in UTF-8.
  ///   - file: its file as the user named it.
  ///   - firstLine: the line of the file that the text begins in.
  ///   - firstColumn: the column of that line.
  ///   - number: its number in its file, from 1.
  ///   - folder: where the record's file is, for `textFile`; nil for standard input.
  ///   - syntax: what the text is written in.
  /// - Returns: the record, and what is to be said of it.
  public func read(
    _ bytes: [UInt8], file: String, firstLine: Int = 1, firstColumn: Int = 1, number: Int = 1,
    folder: TextFolder? = nil, syntax: RecordSyntax = .json
  ) -> Result {
    let hasMark = syntax == .yaml && bytes.starts(with: YAMLCharacters.byteOrderMark)
    let text = hasMark ? Array(bytes.dropFirst(YAMLCharacters.byteOrderMark.count)) : bytes
    var parts: [AdapterSettings.Part] = []
    if case .adapted(let settings) = syntax { parts = settings.parts }
    let place = DocumentPlace(
      bytes: text, firstLine: firstLine, firstColumn: firstColumn, parts: parts)
    let document: JSONDocument
    var remarks: [RecordDraft.Remark] = []
    var expectsText = true
    var omissions: [String: Int] = [:]
    do throws(SyntaxFault) {
      switch syntax {
      case .json: document = try Self.json(text, firstLine: firstLine)
      case .yaml: document = try YAMLReader.read(text, firstLine: firstLine)
      case .adapted(let settings):
        let draft = try Self.draft(
          AdapterInput(
            bytes: text, settings: settings, number: number, folder: texts ?? folder))
        remarks = draft.remarks
        omissions = draft.omissions
        expectsText = draft.hasSpans
        document = draft.document()
      }
    } catch {
      let offset = SourceOffset(UInt32(truncatingIfNeeded: error.offset))
      return Result(
        record: nil,
        diagnostics: [
          Diagnostic(
            .error, file: place.file(of: offset) ?? file, position: place.position(of: offset),
            error.message)
        ])
    }
    var builder = RecordBuilder(
      fields: RecordFields(document: document, file: file, place: place),
      texts: texts ?? folder, expectsText: expectsText)
    for remark in remarks {
      builder.fields.report(
        SourceOffset(UInt32(truncatingIfNeeded: remark.offset)), remark.message,
        severity: remark.severity)
    }
    let record = builder.build(sha256: Hash.sha256(bytes))
    var found = builder.fields.diagnostics
    found.sortByPlace()
    let hasErrors = found.contains { $0.severity == .error }
    return Result(
      record: hasErrors ? nil : record, diagnostics: found, omissions: hasErrors ? [:] : omissions)
  }

  /// Turns a document of an extractor's format into a record's draft.
  private static func draft(_ input: AdapterInput) throws(SyntaxFault) -> RecordDraft {
    let settings = input.settings
    guard input.bytes.count < Int(UInt32.max) else {
      throw SyntaxFault(offset: 0, message: "one document is larger than 4 GB; split it")
    }
    try TextEncoding.check(input.bytes)
    var draft = RecordDraft(settings, id: input.name)
    try settings.format.adapter.adapt(input, to: &draft)
    let offset = draft.source.id.offset
    if draft.source.language == nil {
      guard let language = settings.language ?? settings.profile.language else {
        throw SyntaxFault(
          offset: offset,
          message: "nothing says what language the text is in; expected --language with a tag "
            + "such as fr")
      }
      draft.source.language = RecordDraft.Placed(language, offset)
    }
    if let unit = settings.unit { draft.unit = unit }
    if let text = draft.text(in: input.folder) {
      let inference = OffsetInference(text)
      inference.run(&draft)
      inference.settle(&draft)
    }
    return draft
  }

  private static func json(
    _ bytes: [UInt8], firstLine: Int
  ) throws(SyntaxFault) -> JSONDocument {
    do throws(JSONError) {
      return try JSONDocument.parse(bytes, firstLine: firstLine)
    } catch {
      throw SyntaxFault(offset: error.offset, message: error.message)
    }
  }
}
