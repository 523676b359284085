/// How far an export is.
public struct ExportProgress: Sendable {
  /// How many articles are done.
  public let articles: Int
  /// How many bytes of the inputs, packed as they are, were read.
  public let read: Int
  /// How many bytes the inputs have; nil where that is not known.
  public let total: Int?
}
