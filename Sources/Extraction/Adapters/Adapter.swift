/// Turns a document of an extractor's format into a record.
///
/// What the record has no place for is counted by ``RecordDraft/leaveOut(_:_:)``, never lost in
/// silence. Each value of the draft has the place of the input that it comes from.
protocol Adapter {
  /// What the offsets count, as the format's own rule has it.
  static var unit: OffsetUnit { get }

  /// Reads a document.
  ///
  /// - Throws: ``SyntaxFault`` when it is not of the format's grammar.
  static func adapt(_ input: AdapterInput, to draft: inout RecordDraft) throws(SyntaxFault)
}
