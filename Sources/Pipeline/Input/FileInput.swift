internal import Foundation

/// Reads from descriptors.
@safe final class FileInput {
  private let name: String
  private let descriptor: Int32

  /// Opens a file; `-` is standard input.
  ///
  /// - Throws: ``RunError`` with what the system says.
  init(_ name: String) throws(RunError) {
    self.name = name == "-" ? "<stdin>" : name
    descriptor = name == "-" ? STDIN_FILENO : unsafe open(name, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileOutput.failure(name, "cannot be read") }
  }

  deinit {
    if descriptor > STDERR_FILENO { close(descriptor) }
  }

  /// The next bytes, none at the end.
  ///
  /// - Throws: ``RunError`` with what the system says.
  func next() throws(RunError) -> [UInt8] {
    try Self.read(descriptor, upTo: 1 << 20, name: name)
  }

  /// All bytes that are left.
  ///
  /// - Throws: ``RunError`` with what the system says.
  func rest() throws(RunError) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let part = try next()
      if part.isEmpty { return bytes }
      bytes += part
    }
  }

  static func read(
    _ descriptor: Int32, upTo count: Int, name: String
  ) throws(RunError) -> [UInt8] {
    var found = 0
    var code: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      repeat {
        found = unsafe Foundation.read(descriptor, buffer.baseAddress, count)
        code = errno
      } while found < 0 && code == EINTR
      filled = max(found, 0)
    }
    guard found >= 0 else { throw FileOutput.failure(name, "cannot be read", code) }
    return bytes
  }
}
