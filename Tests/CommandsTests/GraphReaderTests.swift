import Foundation
import Testing

/// Other programs read the GraphML that the release binary writes.
@Suite struct GraphReaderTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  private func matrix(_ options: [String]) throws -> (status: Int32, said: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.root + "/.venv/bin/python")
    process.arguments = ["Tests/Readers/matrix.py", ".build/release/griot"] + options
    process.currentDirectoryURL = URL(fileURLWithPath: Self.root)
    let said = Pipe()
    process.standardOutput = said
    process.standardError = said
    try process.run()
    let text = said.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: text, as: UTF8.self))
  }

  /// Six libraries read the seeds and what is known to be lost; docs/graph-readers.md says it.
  @Test func graphLibrariesReadTheSame() throws {
    let ending = try matrix(["--check"])
    #expect(ending.status == 0, "\(ending.said)")
  }

  @Test func graphMLIsValid() throws {
    let shared = ProcessInfo.processInfo.environment["GRIOT_SHARED"] ?? Self.root + "/../shared"
    let schema = shared + "/schemas/graphml-1.0/graphml.xsd"
    guard FileManager.default.fileExists(atPath: schema) else {
      print("skipped: GraphML's schema is not there (GRIOT_SHARED)")
      return
    }
    let ending = try matrix(["--schema", schema])
    #expect(ending.status == 0, "\(ending.said)")
  }
}
