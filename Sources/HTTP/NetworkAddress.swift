internal import Foundation

/// An address of the Internet, version 4 or 6.
///
/// - SeeAlso: RFC 6890, section 2.2 (the registries of special addresses); RFC 4291, section 2.5.5
///   (addresses of version 4 inside those of version 6); RFC 6052, section 2.1 (translated ones).
public struct NetworkAddress: Hashable, Sendable {
  /// What an address is for.
  public enum Kind: String, Sendable {
    /// A host that anyone can reach.
    case `public`
    /// This machine.
    case loopback
    /// A network of one organisation or carrier.
    case `private`
    /// One link, where clouds serve machines' secrets too.
    case linkLocal = "link-local"
    /// Documentation, tests, multicast, tunnels, or nothing yet.
    case special
  }

  private let bytes: [UInt8]

  /// Makes an address of its 4 or 16 bytes; nil of another number of them.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count == 4 || bytes.count == 16 else { return nil }
    self.bytes = bytes
  }

  /// What it is for; an address of version 4 inside one of version 6 counts as what it is.
  public var kind: Kind {
    if bytes.count == 4 { return Self.kind(ofVersion4: bytes[...]) }
    if bytes[..<10].allSatisfy({ $0 == 0 }), bytes[10] == 0xFF, bytes[11] == 0xFF {
      return Self.kind(ofVersion4: bytes[12...])
    }
    if bytes[..<12].elementsEqual([0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]) {
      return Self.kind(ofVersion4: bytes[12...])
    }
    if bytes[..<15].allSatisfy({ $0 == 0 }), bytes[15] == 1 { return .loopback }
    if bytes[0] & 0xFE == 0xFC { return .private }
    if bytes[0] == 0xFE, bytes[1] & 0xC0 == 0x80 { return .linkLocal }
    if bytes[0] == 0xFE, bytes[1] & 0xC0 == 0xC0 { return .private }
    guard bytes[0] & 0xE0 == 0x20 else { return .special }
    let special: [([UInt8], Int)] = [
      ([0x20, 0x01, 0x00, 0x00], 23), ([0x20, 0x01, 0x0D, 0xB8], 32), ([0x20, 0x02], 16),
      ([0x3F, 0xFF, 0x00], 20),
    ]
    return special.contains { Self.begins(bytes[...], $0.0, bits: $0.1) } ? .special : .public
  }

  private static func kind(ofVersion4 bytes: ArraySlice<UInt8>) -> Kind {
    let table: [([UInt8], Int, Kind)] = [
      ([127], 8, .loopback), ([10], 8, .private), ([172, 16], 12, .private),
      ([192, 168], 16, .private), ([100, 64], 10, .private), ([169, 254], 16, .linkLocal),
      ([0], 8, .special), ([192, 0, 0], 24, .special), ([192, 0, 2], 24, .special),
      ([192, 88, 99], 24, .special), ([198, 18], 15, .special), ([198, 51, 100], 24, .special),
      ([203, 0, 113], 24, .special), ([224], 3, .special),
    ]
    return table.first { begins(bytes, $0.0, bits: $0.1) }?.2 ?? .public
  }

  private static func begins(
    _ bytes: ArraySlice<UInt8>, _ beginning: [UInt8], bits: Int
  ) -> Bool {
    let whole = bits / 8
    guard bytes.prefix(whole).elementsEqual(beginning.prefix(whole)) else { return false }
    guard bits % 8 > 0 else { return true }
    let mask = UInt8(truncatingIfNeeded: 0xFF00 >> (bits % 8))
    return bytes[bytes.startIndex + whole] & mask == beginning[whole] & mask
  }
}

extension NetworkAddress: CustomStringConvertible {
  /// The address as it is written.
  public var description: String {
    var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    let family = bytes.count == 4 ? AF_INET : AF_INET6
    let isWritten = unsafe inet_ntop(family, bytes, &text, socklen_t(text.count)) != nil
    guard isWritten else { return "an unknown address" }
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
