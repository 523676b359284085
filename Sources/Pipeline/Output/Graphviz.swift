internal import Foundation

/// Draws with graphviz's program `dot`, which reads a drawing on standard input.
///
/// No shell is run and no name from the data reaches the program. What it reads and writes are files
/// without names, so that neither waits for the other and nothing is left when it is killed.
struct Graphviz {
  private let program: String
  private let format: ExportFormat

  /// Finds the program in the folders of PATH.
  ///
  /// - Throws: ``RunError`` that names the package where it is not there.
  init(for format: ExportFormat) throws(RunError) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    // A relative folder would run what stands beside the data.
    let found = folders.lazy.filter { $0.hasPrefix("/") }.map { $0 + "/dot" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let found else {
      throw RunError(
        .failedInputOutput, file: nil,
        "\(format.rawValue) needs the program dot, which is not in PATH; "
          + "install graphviz, or write --formats dot")
    }
    program = found
    self.format = format
  }

  /// Draws.
  ///
  /// - Parameters:
  ///   - drawing: the drawing in DOT.
  ///   - name: the file that it is of, for messages.
  /// - Returns: what the program wrote.
  /// - Throws: ``RunError`` with what the program says when it fails.
  func draw(_ drawing: [UInt8], of name: String) throws(RunError) -> [UInt8] {
    let input = try UnnamedFile()
    let output = try UnnamedFile()
    let talk = try UnnamedFile()
    try input.write(drawing)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["-T\(format.rawValue)"]
    // Numbers and letters do not depend on where it runs.
    var environment = ProcessInfo.processInfo.environment
    environment["LC_ALL"] = "C.UTF-8"
    process.environment = environment
    process.standardInput = input.handle
    process.standardOutput = output.handle
    process.standardError = talk.handle
    do {
      try process.run()
    } catch {
      throw RunError(
        .failedInputOutput, file: name,
        "\(program) cannot be run; expected graphviz's program")
    }
    process.waitUntilExit()
    let bytes = try output.bytes()
    guard process.terminationReason == .exit, process.terminationStatus == 0, !bytes.isEmpty else {
      let said =
        String(decoding: try talk.bytes().prefix(1_000), as: UTF8.self)
        .split(whereSeparator: \.isNewline).first.map { ": \($0)" } ?? ""
      let ending =
        process.terminationReason == .exit
        ? "ended with status \(process.terminationStatus)"
        : "was ended by signal \(process.terminationStatus)"
      throw RunError(
        .failedInputOutput, file: name,
        "\(format.rawValue) was not drawn: \(program) \(ending)\(said)")
    }
    return bytes
  }
}
