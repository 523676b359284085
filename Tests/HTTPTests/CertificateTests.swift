internal import Foundation
internal import HTTP
internal import Testing

@Suite
struct CertificateTests {
  /// A folder with an authority of its own and certificates that it signs, made by openssl.
  private final class Authority {
    let folder = NSTemporaryDirectory() + "griot-certificates-\(UUID().uuidString)"
    var file: String { "\(folder)/ca.pem" }

    init() throws {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      try openssl(
        "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
        "-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=Test authority", "-days", "30",
        "-addext", "keyUsage=critical,keyCertSign")
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// A certificate for a name, valid or no longer.
    func certificate(for name: String, days: Int) throws -> TestServer.Certificate {
      try openssl(
        "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
        "-keyout", "\(name).key", "-out", "\(name).csr", "-subj", "/CN=\(name)")
      try Data("subjectAltName=DNS:\(name)\n".utf8).write(
        to: URL(fileURLWithPath: "\(folder)/\(name).ext"))
      try openssl(
        "x509", "-req", "-in", "\(name).csr", "-CA", "ca.pem", "-CAkey", "ca.key",
        "-CAcreateserial", "-days", "\(days)", "-extfile", "\(name).ext", "-out", "\(name).pem")
      return TestServer.Certificate(file: "\(folder)/\(name).pem", key: "\(folder)/\(name).key")
    }

    func selfSigned() throws -> TestServer.Certificate {
      try openssl(
        "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
        "-keyout", "own.key", "-out", "own.pem", "-subj", "/CN=localhost", "-days", "30",
        "-addext", "subjectAltName=DNS:localhost")
      return TestServer.Certificate(file: "\(folder)/own.pem", key: "\(folder)/own.key")
    }

    private func openssl(_ arguments: String...) throws {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["openssl"] + arguments
      process.currentDirectoryURL = URL(fileURLWithPath: folder)
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      try #require(process.terminationStatus == 0)
    }
  }

  private let authority: Authority

  init() throws {
    authority = try Authority()
  }

  /// What asking a server with a certificate throws, or nil of an answer.
  private func fault(
    _ certificate: TestServer.Certificate, trusting file: String?
  ) throws -> HTTPError? {
    let server = try TestServer(certificate)
    var settings = HTTPSettings()
    settings.reach = .allHosts
    settings.certificateFile = file
    settings.retryLimit = 0
    let client = try HTTPClient(settings)
    do throws(HTTPError) {
      let url = server.url("echo", host: "localhost", scheme: "https")
      let response = try client.send(HTTPRequest(.get, url))
      #expect(response.status == 200)
      return nil
    } catch {
      return error
    }
  }

  private func reason(_ error: HTTPError?) -> String {
    guard case .untrusted(host: "localhost", let reason) = error else {
      return "not refused as it should be: \(String(describing: error))"
    }
    return reason
  }

  @Test func takesWhatTheNamedAuthoritySigned() throws {
    let certificate = try authority.certificate(for: "localhost", days: 2)
    #expect(try fault(certificate, trusting: authority.file) == nil)
    // And no one else's, not even with the system's certificates.
    #expect(
      reason(try fault(certificate, trusting: nil)) == "no one trusted has signed its certificate")
    let other = try Authority()
    #expect(
      reason(try fault(certificate, trusting: other.file))
        == "no one trusted has signed its certificate")
  }

  @Test func refusesAnExpiredOne() throws {
    let certificate = try authority.certificate(for: "localhost", days: -1)
    #expect(
      reason(try fault(certificate, trusting: authority.file)) == "its certificate has expired")
  }

  @Test func refusesAnotherHosts() throws {
    let certificate = try authority.certificate(for: "elsewhere.example", days: 2)
    let found = reason(try fault(certificate, trusting: authority.file))
    #expect(found.contains("does not match"), "\(found)")
  }

  @Test func refusesASelfSignedOne() throws {
    #expect(
      reason(try fault(try authority.selfSigned(), trusting: nil))
        == "no one trusted has signed its certificate")
  }

  @Test func saysThatTheFileIsNotThere() throws {
    let certificate = try authority.certificate(for: "localhost", days: 2)
    let file = "\(authority.folder)/none.pem"
    #expect(try fault(certificate, trusting: file) == .certificateFile(file))
  }
}
