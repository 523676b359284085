internal import Foundation

/// `server.py`, on a free port of this machine until it is let go of.
final class TestServer {
  let port: Int
  private let process = Process()
  private let input = Pipe()

  /// A certificate with its key, in PEM.
  struct Certificate {
    let file: String
    let key: String
  }

  init(_ certificate: Certificate? = nil) throws {
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("server.py").path
    process.arguments = ["python3", script]
    if let certificate { process.arguments? += ["--tls", certificate.file, certificate.key] }
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    var line = Data()
    while let byte = try output.fileHandleForReading.read(upToCount: 1), byte.first != 0x0A,
      !byte.isEmpty
    {
      line += byte
    }
    struct NotStarted: Error {}
    guard let port = Int(String(decoding: line, as: UTF8.self)) else { throw NotStarted() }
    self.port = port
  }

  deinit {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  /// An address of it.
  func url(_ path: String, host: String = "127.0.0.1", scheme: String = "http") -> String {
    "\(scheme)://\(host):\(port)/\(path)"
  }
}
