/// A part of an archive that a bulk loader reads.
public struct BulkPart: Sendable {
  /// Its name in its folder.
  public let name: String
  /// The SHA-256 of its bytes, in hexadecimal digits.
  public let sha256: String

  /// Makes a part of its name and its sum.
  public init(name: String, sha256: String) {
    self.name = name
    self.sha256 = sha256
  }
}
