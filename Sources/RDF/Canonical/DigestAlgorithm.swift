/// A hash function that canonicalisation is given, since this module has none of its own.
///
/// - SeeAlso: RDF Dataset Canonicalization, section 4.1 (hash algorithm).
public struct DigestAlgorithm: Sendable {
  /// Its name, for messages.
  public let name: String
  private let digest: @Sendable ([UInt8]) -> [UInt8]

  /// Makes a hash function of one that gives the digest of bytes as bytes.
  public init(name: String, digest: @escaping @Sendable ([UInt8]) -> [UInt8]) {
    self.name = name
    self.digest = digest
  }

  /// The digest of bytes in lower-case hexadecimal.
  func hexadecimal(of bytes: [UInt8]) -> [UInt8] {
    let digest = digest(bytes)
    var output: [UInt8] = []
    output.reserveCapacity(digest.count * 2)
    for byte in digest {
      for digit in [byte >> 4, byte & 15] {
        output.append(digit < 10 ? 0x30 + digit : 0x61 + digit - 10)
      }
    }
    return output
  }
}
