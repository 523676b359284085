import Foundation
import Testing

/// A folder in which the release binary is run, removed at the end.
final class GriotFolder {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
  static let program = root + "/.build/release/griot"

  let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)

  init() throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Runs griot and says how it ended and what it said on standard error.
  @discardableResult
  func griot(_ arguments: String..., input: String? = nil) throws -> (status: Int32, talk: String) {
    try run(Self.program, arguments, input: input)
  }

  func run(
    _ program: String, _ arguments: [String], input: String? = nil
  ) throws -> (status: Int32, talk: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = url
    let (talk, output) = (Pipe(), url.appending(path: "standard-output"))
    try Data().write(to: output)
    process.standardError = talk
    process.standardOutput = try FileHandle(forWritingTo: output)
    if let input {
      let file = url.appending(path: "standard-input")
      try Data(input.utf8).write(to: file)
      process.standardInput = try FileHandle(forReadingFrom: file)
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    try process.run()
    let said = String(decoding: talk.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, said)
  }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: url.appending(path: name))
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appending(path: name)), as: UTF8.self)
  }

  func lines(_ name: String) throws -> [String] {
    try text(name).split(separator: "\n").map(String.init)
  }

  func has(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: url.appending(path: name).path)
  }
}
