internal import Foundation

/// Writes to descriptors.
enum FileOutput {
  /// Writes all of the bytes, going on after interruptions.
  ///
  /// - Throws: ``RunError`` with what the system says.
  static func write(_ bytes: [UInt8], to descriptor: Int32, name: String) throws(RunError) {
    var position = 0
    while position < bytes.count {
      let written = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Foundation.write(
          descriptor, buffer.baseAddress?.advanced(by: position), bytes.count - position)
      }
      if written < 0 {
        let code = errno
        if code == EINTR { continue }
        if code == EPIPE { throw .brokenPipe }
        throw failure(name, "cannot be written", code)
      }
      position += written
    }
  }

  /// What the system says about a file, as an error.
  static func failure(_ name: String, _ what: String, _ code: Int32 = errno) -> RunError {
    RunError(
      .failedInputOutput, file: name, "\(what): \(unsafe String(cString: strerror(code)))")
  }
}
