internal import Extraction

extension Run {
  /// The JSON Schema (draft 2020-12) of the extraction record.
  public static var recordSchema: String { RecordSchema.text }
}
