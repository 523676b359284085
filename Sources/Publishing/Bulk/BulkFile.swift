/// A file beside the parts of an archive.
public struct BulkFile: Sendable {
  /// Its name in the folder.
  public let name: String
  /// What it holds.
  public let text: String
}
