internal import Crypto
internal import Foundation

/// Digests of files.
enum FileHash {
  /// The SHA-256 of a file in lower-case hexadecimal.
  ///
  /// - Throws: ``RunError`` with what the system says.
  /// - SeeAlso: FIPS 180-4, section 6.2.
  static func sha256(of name: String) throws(RunError) -> String {
    let descriptor = try FileInput.open(name)
    defer { close(descriptor) }
    var hash = SHA256()
    while case let part = try FileInput.read(descriptor, upTo: 1 << 20, name: name), !part.isEmpty {
      unsafe part.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
    }
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
      as: UTF8.self)
  }
}
