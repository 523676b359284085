/// Turns a document of an extractor's format into a record.
///
/// What the record has no place for is counted by ``RecordDraft/leaveOut(_:_:)``, never lost in
/// silence. Each value of the draft has the place of the input that it comes from.
protocol Adapter {
  /// What the offsets count, as the format's own rule has it.
  static var unit: OffsetUnit { get }

  /// What its tool is called, where the format is that of one tool.
  static var extractor: String? { get }

  /// The shipped profile of its names; nil of one that is called as the format is.
  static var profile: String? { get }

  /// What of a file is a document.
  static var part: ExtractorFormat.Part { get }

  /// Whether a document is itself an array in JSON.
  static var isArray: Bool { get }

  /// What the first line of its columns has, for messages; nil of a format that has none.
  static var expectedColumns: String? { get }

  /// Whether a file whose first line heads such columns is of the format.
  static func recognises(columns: [String]) -> Bool

  /// Whether JSON of such an outline is of the format.
  static func recognises(_ outline: JSONOutline) -> Bool

  /// Whether a document of a file of several begins with a line.
  static func begins(with line: ArraySlice<UInt8>) -> Bool

  /// Reads a document.
  ///
  /// - Throws: ``SyntaxFault`` when it is not of the format's grammar.
  static func adapt(_ input: AdapterInput, to draft: inout RecordDraft) throws(SyntaxFault)
}

extension Adapter {
  static var unit: OffsetUnit { .codepoint }
  static var extractor: String? { nil }
  static var profile: String? { nil }
  static var part: ExtractorFormat.Part { .value }
  static var isArray: Bool { false }
  static var expectedColumns: String? { nil }
  static func recognises(columns: [String]) -> Bool { false }
  static func recognises(_ outline: JSONOutline) -> Bool { false }
  static func begins(with line: ArraySlice<UInt8>) -> Bool { false }
}
