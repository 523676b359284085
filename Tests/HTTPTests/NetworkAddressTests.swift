internal import Foundation
internal import HTTP
internal import Testing

@Suite
struct NetworkAddressTests {
  @Test(arguments: [
    ("8.8.8.8", NetworkAddress.Kind.public), ("172.15.0.1", .public), ("172.32.0.1", .public),
    ("100.63.0.1", .public), ("100.128.0.1", .public), ("198.17.0.1", .public),
    ("223.255.255.255", .public), ("192.0.1.1", .public), ("127.0.0.1", .loopback),
    ("127.255.255.255", .loopback), ("10.1.2.3", .private), ("172.16.0.1", .private),
    ("172.31.255.255", .private), ("192.168.1.1", .private), ("100.64.0.1", .private),
    ("100.127.255.255", .private), ("169.254.169.254", .linkLocal), ("0.0.0.0", .special),
    ("192.0.0.1", .special), ("192.0.2.1", .special), ("192.88.99.1", .special),
    ("198.18.0.1", .special), ("198.19.255.255", .special), ("198.51.100.1", .special),
    ("203.0.113.1", .special), ("224.0.0.1", .special), ("240.0.0.1", .special),
    ("255.255.255.255", .special), ("::1", .loopback), ("::", .special),
    ("2a00:1450:4007::1", .public), ("2001:4860:4860::8888", .public), ("fd00::1", .private),
    ("fc00::1", .private), ("fe80::1", .linkLocal), ("fec0::1", .private),
    ("::ffff:127.0.0.1", .loopback), ("::ffff:8.8.8.8", .public), ("::ffff:10.0.0.1", .private),
    ("64:ff9b::7f00:1", .loopback), ("64:ff9b::808:808", .public), ("64:ff9b:1::1", .special),
    ("2001::1", .special), ("2001:1ff::1", .special), ("2001:200::1", .public),
    ("2001:db8::1", .special), ("2002:7f00:1::", .special), ("3fff::1", .special),
    ("3fff:1000::1", .public), ("ff02::1", .special), ("::127.0.0.1", .special),
    ("4000::1", .special), ("100::1", .special),
  ])
  func tellsWhatItIsFor(_ text: String, _ kind: NetworkAddress.Kind) throws {
    let isVersion4 = !text.contains(":")
    var bytes = [UInt8](repeating: 0, count: isVersion4 ? 4 : 16)
    let status = unsafe inet_pton(isVersion4 ? AF_INET : AF_INET6, text, &bytes)
    try #require(status == 1)
    let address = try #require(NetworkAddress(bytes))
    #expect(address.kind == kind)
    #expect(address.description == text)
  }

  @Test func hasNoOtherSize() {
    #expect(NetworkAddress([1, 2, 3]) == nil)
    #expect(NetworkAddress([]) == nil)
  }
}
